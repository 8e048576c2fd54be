"""Report many findings to people: the first of each kind, and how many more there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .finding import Finding
from .visible_text import QUOTED

MOST_OF_A_KIND = 20
MOST_IN_ALL = 400
MORE = "… and "
"""A line that counts what is left out begins so."""
_ItemT = TypeVar("_ItemT")


def format_findings(findings: Iterable[Finding]) -> str:
    """Findings as text for a terminal, the first of each kind."""
    return "\n".join(limit_kinds(findings, find_kind, str))


def limit_kinds(
    items: Iterable[_ItemT],
    find_kind: Callable[[_ItemT], object],
    format_item: Callable[[_ItemT], str],
) -> Iterator[str]:
    """Yield the first items of each kind, each formatted, and after them the number of the rest."""
    kept = list(items)
    kinds = [find_kind(item) for item in kept]
    left = Counter(kinds)
    shown: Counter[object] = Counter()
    for item, kind in zip(kept, kinds, strict=True):
        if shown[kind] == MOST_OF_A_KIND:
            continue
        if shown.total() == MOST_IN_ALL:
            yield f"{MORE}{left.total():,} more"
            return
        yield format_item(item)
        shown[kind] += 1
        left[kind] -= 1
        if shown[kind] == MOST_OF_A_KIND and left[kind]:
            yield f"{MORE}{left.pop(kind):,} more like this"


def find_kind(finding: Finding) -> str:
    """What findings about the same thing share: a message without what it quotes and numbers."""
    return finding.level + re.sub(r"U\+\w+|\d+", "", QUOTED.sub("", finding.message))
