"""A finding: what every stage reports, and every output shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from .visible_text import MOST_MESSAGE, bound_message, shorten_middle, show_hidden

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
    """What is wrong, in one plain sentence without a full stop. What it quotes is cut."""
    hint: str = ""
    """What to do, in one plain sentence with its full stop."""
    level: Level = "error"
    detail: tuple[str, ...] = ()
    """More lines to show, such as the two texts that differ; `shown_detail` has them cut."""

    def __post_init__(self) -> None:
        # In one place for all: what a message quotes comes from people, and may be of any length.
        object.__setattr__(self, "message", bound_message(self.message))
        object.__setattr__(self, "hint", bound_message(self.hint))

    @property
    def location(self) -> str:
        """`file:line`, `file`, or nothing."""
        return f"{self.file}:{self.line}" if self.file and self.line else self.file

    @property
    def shown_detail(self) -> tuple[str, ...]:
        """The lines of `detail`, each cut and without what hides."""
        return tuple(shorten_middle(show_hidden(line)) for line in self.detail)

    def to_json(self) -> dict[str, Any]:
        """The finding as JSON for programs; the key of its hint is `cure`, and stays so."""
        return {
            "file": self.file,
            "line": self.line,
            "message": self.message,
            "cure": self.hint,
            "level": self.level,
            "detail": list(self.shown_detail),
        }

    def __str__(self) -> str:
        place = shorten_middle(show_hidden(self.location, "<U+000A>"))
        message, hint = map(_show, (self.message, self.hint))
        head = f"{place}: {message}" if self.file else message
        return "\n  ".join(filter(None, (head, *self.shown_detail, hint)))


def _show(message: str) -> str:
    return shorten_middle(show_hidden(message), MOST_MESSAGE)


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
