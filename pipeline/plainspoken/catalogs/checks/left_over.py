"""Rule left-over: no words of the text stand in the translation as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ...diagnostics.rule import Draft, Example, Rule
from ...languages.scripts import LATIN
from .context import Facts, Pair
from .prose_words import WORD, is_prose, list_function_words

_ADDRESS = re.compile(r"[/@_\\]|\.(?:org|com|net|gov|edu|info)\b")


def check(pair: Pair) -> Iterator[Draft]:
    """Words of the text that stand in the translation as they are."""
    if pair.entry.msgid.strip() == pair.entry.msgstr.strip():
        return
    source = list(WORD.finditer(pair.source.origin))
    target = list(WORD.finditer(re.sub(r"\S+", _blank_address, pair.target.origin)))
    if run := _find_run(source, target, pair):
        first, last = target[run[0]], target[run[1] - 1]
        words = pair.target.origin[first.start() : last.end()]
        place = pair.target.find(first.start(), last.end())
        message = f"“{words}” was left as it is in the text"
        yield Draft(message, "Translate it.", places=(place,))


def _blank_address(found: re.Match[str]) -> str:
    return " " * len(found[0]) if _ADDRESS.search(found[0]) else found[0]


def _find_run(
    source: list[re.Match[str]], target: list[re.Match[str]], pair: Pair
) -> tuple[int, int] | None:
    """The first words of the translation that were left as they are; from where to where."""
    source_words = [found[0] for found in source]
    follows = set(pairwise(source_words))
    known = set(source_words)
    latin = LATIN in pair.language.scripts
    function = list_function_words(pair.facts.source_language, pair.language)
    kept = _list_kept_words(pair.facts)
    at = 0
    while at < len(target):
        end = at
        while end < len(target) and target[end][0] in known and is_prose(target[end][0]):
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
def _list_kept_words(facts: Facts) -> frozenset[str]:
    """The words of terms and names that are right as they are."""
    return frozenset(
        word for rendering in facts.renderings for word in " ".join(rendering.approved).split()
    )


RULE = Rule(
    id="left-over",
    summary="Words of the text were left as they are.",
    level="warning",
    check=check,
    explanation=(
        "Words of the text that stand untranslated within a translation: two or more in a row, "
        "or one that only the text's language has. Addresses, and words that the glossary keeps, "
        "are left alone."
    ),
    example=Example(
        source="Wash your hands before meals.",
        wrong="Lávese las manos before meals.",
        right="Lávese las manos antes de comer.",
    ),
)
