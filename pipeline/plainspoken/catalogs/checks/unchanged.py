"""Checks copied and left-over: the text, or words of it, that were not translated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from ...languages import find_language
from ...languages.scripts import LATIN, expected
from .context import Draft, Facts, Pair

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"[/@_\\]|\.(?:org|com|net|gov|edu|info)\b")
_NO_WORDS = frozenset({"mg", "mcg", "ml", "dl", "kg", "km", "cm", "mm", "ph", "kcal", "mmol"})
_CURE = "Translate it; leave it so only if the words are the same in both languages."


def check(pair: Pair) -> Iterator[Draft]:
    """A translation equal to its text; names, numbers and words of both languages may well be."""
    if pair.entry.msgid.strip() != pair.entry.msgstr.strip():
        return
    prose = [word for word in _WORD.findall(pair.source.origin) if _is_prose(word)]
    plain = set(prose) & _function(pair)
    if plain or len(prose) >= 3 or (prose and LATIN not in expected(pair.lang)):
        yield Draft("the translation is a copy of the text", _CURE, "warning", raw=True)


def left_over(pair: Pair) -> Iterator[Draft]:
    """Words of the text that stand in the translation as they are."""
    if pair.entry.msgid.strip() == pair.entry.msgstr.strip():
        return
    source = list(_WORD.finditer(pair.source.origin))
    target = list(_WORD.finditer(re.sub(r"\S+", _without_address, pair.target.origin)))
    if run := _run(source, target, pair):
        first, last = target[run[0]], target[run[1] - 1]
        words = pair.target.origin[first.start() : last.end()]
        place = pair.target.find(first.start(), last.end())
        what = f"“{words}” was left as it is in the text"
        yield Draft(what, "Translate it.", "warning", target=(place,))


def _without_address(found: re.Match[str]) -> str:
    return " " * len(found[0]) if _ADDRESS.search(found[0]) else found[0]


def _run(
    source: list[re.Match[str]], target: list[re.Match[str]], pair: Pair
) -> tuple[int, int] | None:
    """The first words of the translation that were left as they are; from where to where."""
    said = [found[0] for found in source]
    follows = set(pairwise(said))
    known = set(said)
    latin, function = LATIN in expected(pair.lang), _function(pair)
    kept = _kept(pair.facts)
    at = 0
    while at < len(target):
        end = at
        while end < len(target) and target[end][0] in known and _is_prose(target[end][0]):
            if end > at and (target[end - 1][0], target[end][0]) not in follows:
                break
            end += 1
        words = [found[0] for found in target[at:end]]
        strange = [word for word in words if word not in kept]
        needed = 2 if latin else 1
        if (strange and len(words) >= needed) or set(words) & function:
            return at, end
        at = max(end, at + 1)
    return None


@lru_cache(16)
def _kept(facts: Facts) -> frozenset[str]:
    """The words of terms and names that are right as they are."""
    return frozenset(word for each in facts.renderings for word in " ".join(each.approved).split())


def _is_prose(word: str) -> bool:
    """Whether a word is one that is translated: no name, unit or sign."""
    return len(word) > 1 and word.islower() and word.isascii() and word not in _NO_WORDS


def _function(pair: Pair) -> frozenset[str]:
    return _function_words(pair.facts.source_lang, pair.lang)


@cache
def _function_words(source: str, target: str) -> frozenset[str]:
    """Words that show the source's language, and are none of the target's."""
    words = find_language(source).table("checks", "left_over").get("function", "").split()
    own = find_language(target).table("checks", "left_over")
    if not own and LATIN in expected(target):
        # Which of these words that language has itself is not known.
        return frozenset()
    return frozenset(words) - set(own.get("also", "").split())
