"""What code review is told: a finding, the rule that it breaks, and what makes it this one."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Finding


@dataclass(frozen=True, slots=True)
class Reported:
    """One finding of one rule."""

    rule: str
    """The name of the check."""
    finding: Finding
    said: str
    """All that a person should read, in lines."""
    key: tuple[str, ...]
    """What it is about, without line numbers: it stays the same when neighbours change."""
    silence: str
    """How a finding of this rule is silenced, in one sentence."""
    reason: str = ""
    """Why it was silenced; empty where it was not."""
