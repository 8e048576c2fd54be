"""Rule consistency: the same text is translated in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...diagnostics.finding import Level
from ...diagnostics.rule import Draft, Example, Rule
from ...quantities.normalize import fold_text
from ..extract import TERM
from .context import Pair

_FEW = 4
"""Fewer words than this may need others elsewhere, such as in a heading."""


def check_all(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Draft]]:
    """Texts that differ only in marks and capital letters, and are translated in two ways."""
    groups: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[_reduce_to_words(pair.source.text)].append(pair)
    for first, *others in groups.values():
        for pair in others:
            if _reduce_to_words(first.target.text) != _reduce_to_words(pair.target.text):
                message = f"the same text is translated otherwise in line {first.entry.line}"
                hint = f"Use one translation for both, such as “{first.target.origin}”."
                yield pair, Draft(message, hint, _choose_level(first, pair))


def _choose_level(first: Pair, second: Pair) -> Level | None:
    if TERM in (first.entry.msgctxt, second.entry.msgctxt):
        return "info"
    few = len(first.source.text.split()) < _FEW
    return "info" if few and first.entry.msgid != second.entry.msgid else None


def _reduce_to_words(text: str) -> str:
    signs = (sign if sign.isalnum() else " " for sign in fold_text(text))
    return " ".join("".join(signs).split())


CONSISTENCY = Rule(
    id="consistency",
    summary="The same text is translated in two ways.",
    level="warning",
    check_all=check_all,
    explanation=(
        "Texts that differ at most in punctuation and capital letters, and whose translations "
        "differ in words. Headings and terms may need others, so there it is only a note."
    ),
    example=Example(
        source="Wash your hands often.",
        wrong="Límpiese mucho las manos.",
        right="Lávese las manos a menudo.",
        beside=(("Wash your hands often.", "Lávese las manos a menudo."),),
    ),
)
