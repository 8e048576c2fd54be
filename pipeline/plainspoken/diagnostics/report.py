"""What code review gets: a finding, the rule that it breaks, and what identifies it."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Finding

REVIEW_FORMATS = ("github", "sarif")
"""In which `review` writes findings; it is not imported for this alone."""


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """One finding of one rule."""

    rule: str
    """The id of the rule."""
    finding: Finding
    text: str
    """All that a person should read, in lines."""
    key: tuple[str, ...]
    """What it is about, without line numbers: it stays the same when neighbours change."""
    how_to_suppress: str
    """How a finding of this rule is suppressed, in one sentence."""
    reason: str = ""
    """Why it was suppressed; empty where it was not."""
