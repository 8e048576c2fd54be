"""Write findings for code review, in one of `REVIEW_FORMATS`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .finding import ReportedFinding
from .github import format_github
from .rule import Rule
from .sarif import format_sarif


def format_for_review(
    form: str, findings: Sequence[ReportedFinding], rules: Iterable[Rule[Any]]
) -> str:
    """Findings in one format, each line with its end; `rules` are those that were applied."""
    if form == "sarif":
        return format_sarif(findings, {rule.id: rule.summary for rule in rules})
    return "".join(f"{line}\n" for line in format_github(findings))
