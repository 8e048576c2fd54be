"""A finding: what every stage reports, and every output shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Level = Literal["error", "warning", "info"]
REVIEW_FORMATS = ("github", "sarif")
"""Formats of `review`, which is not imported for this alone."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that a person should look at, and what to do about it."""

    file: str
    """Path below the guide's folder; empty where it is not about a file."""
    line: int
    """From 1; 0 where only the file is known."""
    message: str
    """What is wrong, in one plain sentence without a full stop."""
    hint: str = ""
    """What to do, in one plain sentence with its full stop."""
    level: Level = "error"
    detail: tuple[str, ...] = ()
    """More lines to show, such as the two texts that differ."""

    @property
    def location(self) -> str:
        """`file:line`, `file`, or nothing."""
        return f"{self.file}:{self.line}" if self.file and self.line else self.file

    def to_json(self) -> dict[str, Any]:
        """The finding as JSON for programs; the key of its hint is `cure`, and stays so."""
        return {
            "file": self.file,
            "line": self.line,
            "message": self.message,
            "cure": self.hint,
            "level": self.level,
            "detail": list(self.detail),
        }

    def __str__(self) -> str:
        head = f"{self.location}: {self.message}" if self.file else self.message
        return "\n  ".join(filter(None, (head, *self.detail, self.hint)))


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """One finding of one rule."""

    rule: str
    finding: Finding
    text: str
    key: tuple[str, ...]
    """What it is about, without line numbers: it stays the same when neighbours change."""
    how_to_suppress: str
    reason: str = ""
    """Why it was suppressed; empty where it was not."""
