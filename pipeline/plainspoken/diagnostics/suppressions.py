"""Suppressions: comments of people who looked at a finding and allow it, with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

REASON = "REASON"
"""Stands for the reason in the comments that findings show: one that still says it has none."""
Problem = Literal["unknown rule", "no reason", "unused"]


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment that allows the findings of a rule."""

    rule: str
    """The rule's id, as the comment has it: there may be no such rule."""
    reason: str
    """What the comment gives."""
    lapsed: bool = False
    """Whether what it was written for has changed since."""

    @property
    def has_reason(self) -> bool:
        """Whether somebody wrote why; without that, it allows nothing."""
        return self.reason != REASON and any(map(str.isalnum, self.reason))

    @property
    def is_active(self) -> bool:
        """Whether it allows findings."""
        return self.has_reason and not self.lapsed


def find_reason(suppressions: Iterable[Suppression], rule: str) -> str:
    """Why the findings of a rule are allowed; empty where they are not."""
    reasons = (
        suppression.reason
        for suppression in suppressions
        if suppression.rule == rule and suppression.is_active
    )
    return next(reasons, "")


def find_unused(
    suppressions: Iterable[Suppression], violated: Collection[str], known: Collection[str]
) -> Iterator[tuple[Suppression, Problem]]:
    """Suppressions that allow nothing, and why; `violated` and `known` are ids of rules."""
    for suppression in suppressions:
        if suppression.is_active and suppression.rule in violated:
            continue
        if suppression.rule not in known:
            yield suppression, "unknown rule"
        elif not suppression.has_reason:
            yield suppression, "no reason"
        else:
            yield suppression, "unused"
