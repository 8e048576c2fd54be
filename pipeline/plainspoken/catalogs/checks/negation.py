"""Rule negation: what the text denies or forbids, the translation does, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...diagnostics.rule import Draft, Example, Place, define_rule
from ...languages import Language
from ...quantities.normalize import compile_pattern, split_sentences
from .context import Pair


@dataclass(frozen=True, slots=True)
class _Cues:
    """The words by which a language says no."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    """Words that another language may well say with a no: unless, avoid, unwell."""
    idioms: re.Pattern[str]
    """Phrases with a strong word that deny nothing: no more than, not only."""
    without: re.Pattern[str]
    double: bool
    """Whether two of them say yes."""


@define_rule(
    "negation",
    "warning",
    Example(
        source="Do not eat before the test.",
        wrong="Coma antes de la prueba.",
        right="No coma antes de la prueba.",
    ),
)
def check(pair: Pair) -> Iterator[Draft]:
    """A negation was lost or added.

    A sentence that denies or forbids something, and whose translation does not, or the other
    way round. Words that one language says with a no and another without, such as *unless* or
    *avoid*, count for neither.
    """
    source_cues, target_cues = _load_cues(pair.facts.source_language), _load_cues(pair.language)
    if source_cues is None or target_cues is None:
        return
    sources, targets = split_sentences(pair.source.text), split_sentences(pair.target.text)
    if len(sources) != len(targets):
        sources, targets = [pair.source.text], [pair.target.text]
    for source, target in zip(sources, targets, strict=True):
        before, after = (
            _measure_strength(source, source_cues),
            _measure_strength(target, target_cues),
        )
        if before == 2 and after == 0:
            place = _find_cue(source, source_cues, pair.source.text)
            hint = "See that the translation says no where the text does."
            yield Draft("a negation is missing in the translation", hint, None, place)
        elif _has_lost_without(source, source_cues, target, target_cues):
            place = _find_cue(source, source_cues, pair.source.text)
            hint = "See that the translation says without where the text does."
            message = "one of two negations is missing in the translation"
            yield Draft(message, hint, None, place)
        elif before == 0 and after == 2:
            place = _find_cue(target, target_cues, pair.target.text)
            hint = "See that the translation says no only where the text does."
            yield Draft("there is a negation that the text has not", hint, places=place)


def _has_lost_without(source: str, source_cues: _Cues, target: str, target_cues: _Cues) -> bool:
    """Whether a text says no twice, once with without, and its translation only once."""
    if not source_cues.without.search(source) or len(source_cues.strong.findall(source)) < 2:
        return False
    if target_cues.without.search(target) or target_cues.weak.search(target):
        return False
    return len(target_cues.strong.findall(target)) < 2


def _measure_strength(text: str, cues: _Cues) -> int:
    """2 where a text says no, 1 where it may, 0 where it does not."""
    plain, idioms = cues.idioms.subn(" ", text)
    count = sum(1 for _ in cues.strong.finditer(plain))
    if count and not (cues.double and count % 2 == 0):
        return 2
    return 1 if idioms or count or cues.weak.search(text) else 0


def _find_cue(sentence: str, cues: _Cues, text: str) -> tuple[Place, ...]:
    """Where the first strong word of a sentence stands in the whole text."""
    start = text.find(sentence)
    found = cues.strong.search(sentence)
    return ((start + found.start(), start + found.end()),) if found and start >= 0 else ()


@cache
def _load_cues(language: Language) -> _Cues | None:
    words = language.table("checks", "negation")
    if not words:
        return None
    return _Cues(
        strong=compile_pattern(words["strong"]),
        weak=compile_pattern(words.get("weak", "(?!)")),
        idioms=compile_pattern("|".join(words.get("idioms", ())) or "(?!)"),
        without=compile_pattern(words.get("without", "(?!)")),
        double=words.get("double", False),
    )
