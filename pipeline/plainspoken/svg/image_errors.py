"""Collect the errors of one image, each with its line, up to a number that people can work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..diagnostics.finding import Finding

MAX_ERRORS = 100
"""Of one image. More are surely of the same few kinds."""
SAVE_AGAIN = "Remove it, or save the picture as plain SVG or as PNG."
SIMPLER = "Save a simpler picture, or save it as PNG."


@dataclass(frozen=True, slots=True)
class ImageErrors:
    """What is wrong with one image."""

    file: str
    """The path that people are shown."""
    findings: list[Finding] = field(default_factory=list)

    def add(self, line: int, message: str, hint: str = SAVE_AGAIN) -> None:
        """Add an error, unless there are too many already, or the same one stands there."""
        finding = Finding(self.file, line, message, hint)
        if len(self.findings) < MAX_ERRORS and finding not in self.findings[-8:]:
            self.findings.append(finding)
            if len(self.findings) == MAX_ERRORS:
                text = f"has more errors: only the first {MAX_ERRORS} are listed"
                self.findings.append(Finding(self.file, line, text, SAVE_AGAIN))

    def __bool__(self) -> bool:
        return bool(self.findings)
