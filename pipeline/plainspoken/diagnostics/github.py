"""Findings go in; workflow commands come out, one a line: GitHub marks a pull request with them.

The form is that of "Workflow commands for GitHub Actions", and the escapes are those of
`escapeData` and `escapeProperty` in actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .report import Reported

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(reported: Iterable[Reported]) -> Iterator[str]:
    """A command for each finding, without a line end; those that were silenced are left out."""
    for each in reported:
        if not each.reason:
            yield _command(each)


def _command(reported: Reported) -> str:
    finding = reported.finding
    properties = {
        "file": finding.file,
        "line": str(finding.line) if finding.file and finding.line else "",
        "title": reported.rule,
    }
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{_COMMANDS[finding.level]} {said}::{_data(reported.said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
