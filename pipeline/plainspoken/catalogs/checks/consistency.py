"""Check consistency: the same text has the same translation; this one sees the whole catalog."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...diagnostics.finding import Level
from ...quantities.normalize import fold_text
from ..extract import TERM
from .context import Draft, Pair

_FEW = 4
"""Fewer words than this may need others elsewhere, such as in a heading."""


def check(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Draft]]:
    """Texts that differ only in marks and capital letters, and are translated in two ways."""
    alike: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        alike[_said(pair.source.text)].append(pair)
    for group in alike.values():
        first = group[0]
        for other in group[1:]:
            if _said(first.target.text) == _said(other.target.text):
                continue
            what = f"the same text is translated otherwise in line {first.entry.line}"
            hint = f"Use one translation for both, such as “{first.target.origin}”."
            yield other, Draft(what, hint, _level(first, other))


def _level(first: Pair, other: Pair) -> Level:
    if TERM in (first.entry.msgctxt, other.entry.msgctxt):
        return "info"
    few = len(first.source.text.split()) < _FEW
    return "info" if few and first.entry.msgid != other.entry.msgid else "warning"


def _said(text: str) -> str:
    return " ".join("".join(each if each.isalnum() else " " for each in fold_text(text)).split())
