"""Write findings for code review, in one of `REVIEW_FORMATS`.

For GitHub the form is that of "Workflow commands for GitHub Actions", and the escapes are those of
`escapeData` and `escapeProperty` in actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .finding import ReportedFinding
from .rule import Rule
from .sarif import format_sarif

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def format_for_review(
    form: str, findings: Sequence[ReportedFinding], rules: Iterable[Rule[Any]]
) -> str:
    """Findings in one format, each line with its end; `rules` are those that were applied."""
    if form == "sarif":
        return format_sarif(findings, {rule.id: rule.summary for rule in rules})
    return "".join(f"{line}\n" for line in format_github(findings))


def format_github(findings: Iterable[ReportedFinding]) -> Iterator[str]:
    """A command for each finding, without a line end; suppressed ones are left out."""
    for reported in findings:
        if not reported.reason:
            yield _command(reported)


def _command(reported: ReportedFinding) -> str:
    finding = reported.finding
    properties = {
        "file": finding.file,
        "line": str(finding.line) if finding.file and finding.line else "",
        "title": reported.rule,
    }
    pairs = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{_COMMANDS[finding.level]} {pairs}::{_data(reported.text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
