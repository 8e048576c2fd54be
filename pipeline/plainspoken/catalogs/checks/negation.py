"""Check negation: what the text denies or forbids, the translation does, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...languages import find_language
from ...quantities.normalize import compile_pattern, split_sentences
from .context import Draft, Pair


@dataclass(frozen=True, slots=True)
class _Cues:
    """The words by which a language says no."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    """Words that another language may well say with a no: unless, avoid, unwell."""
    idioms: re.Pattern[str]
    """Where strong words say no no."""
    without: re.Pattern[str]
    double: bool
    """Whether two of them say yes."""


def check(pair: Pair) -> Iterator[Draft]:
    """A negation that was lost or added, sentence by sentence where they can be paired."""
    ours, theirs = _cues(pair.facts.source_lang), _cues(pair.lang)
    if ours is None or theirs is None:
        return
    source, target = split_sentences(pair.source.text), split_sentences(pair.target.text)
    if len(source) != len(target):
        source, target = [pair.source.text], [pair.target.text]
    for one, other in zip(source, target, strict=True):
        says, said = _strength(one, ours), _strength(other, theirs)
        if says == 2 and said == 0:
            place = _place(one, ours, pair.source.text)
            hint = "See that the translation says no where the text does."
            yield Draft("a negation is missing in the translation", hint, "warning", place)
        elif _lost_without(one, ours, other, theirs):
            place = _place(one, ours, pair.source.text)
            hint = "See that the translation says without where the text does."
            what = "one of two negations is missing in the translation"
            yield Draft(what, hint, "warning", place)
        elif says == 0 and said == 2:
            place = _place(other, theirs, pair.target.text)
            hint = "See that the translation says no only where the text does."
            yield Draft("there is a negation that the text has not", hint, "warning", (), place)


def _lost_without(source: str, ours: _Cues, target: str, theirs: _Cues) -> bool:
    """Whether a text says no twice, once with without, and its translation only once."""
    if not ours.without.search(source) or len(ours.strong.findall(source)) < 2:
        return False
    count = len(theirs.strong.findall(target))
    return count < 2 and not theirs.without.search(target) and not theirs.weak.search(target)


def _strength(text: str, cues: _Cues) -> int:
    """2 where a text says no, 1 where it may, 0 where it does not."""
    plain, given = cues.idioms.subn(" ", text)
    count = sum(1 for _ in cues.strong.finditer(plain))
    if count and not (cues.double and count % 2 == 0):
        return 2
    return 1 if given or count or cues.weak.search(text) else 0


def _place(sentence: str, cues: _Cues, text: str) -> tuple[tuple[int, int], ...]:
    start = text.find(sentence)
    found = cues.strong.search(sentence)
    return ((start + found.start(), start + found.end()),) if found and start >= 0 else ()


@cache
def _cues(lang: str) -> _Cues | None:
    words = find_language(lang).table("checks", "negation")
    if not words:
        return None
    return _Cues(
        strong=compile_pattern(words["strong"]),
        weak=compile_pattern(words.get("weak", "(?!)")),
        idioms=compile_pattern("|".join(words.get("idioms", ())) or "(?!)"),
        without=compile_pattern(words.get("without", "(?!)")),
        double=words.get("double", False),
    )
