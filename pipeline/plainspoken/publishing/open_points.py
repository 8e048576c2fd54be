"""What keeps an edition from being released: each point at its line, and how to see all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from ..config.project import Project
from ..diagnostics.finding import Finding
from .inputs import EditionInputs, find_open
from .reviews import report_lapsed


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """The open points of one locale, by kind."""

    critical: tuple[Finding, ...] = ()
    """Critical blocks that no second person has signed, or too long ago."""
    errors: tuple[Finding, ...] = ()
    """Errors that checks find in the translation."""
    warnings: tuple[Finding, ...] = ()
    """Warnings of checks that nobody has allowed with a reason."""
    reviews: tuple[Finding, ...] = ()
    """Reviews of the whole that have lapsed."""
    starter: tuple[Finding, ...] = ()
    """What the guide still says as the starter does."""

    def __bool__(self) -> bool:
        return any(getattr(self, kind.name) for kind in fields(self))

    def iter_findings(self) -> Iterator[Finding]:
        """Yield every open point, in the order of the kinds."""
        for kind in fields(self):
            yield from getattr(self, kind.name)


@dataclass(frozen=True, slots=True)
class PointCount:
    """How many points of a kind are open. The fields are keys of the command's JSON."""

    kind: str
    open: int
    of: int | None
    """Of how many, where that is known."""
    text: str
    """The count in words."""
    command: str
    """The command that shows them."""


def find_open_points(
    project: Project,
    inputs: EditionInputs,
    findings: Sequence[Finding],
    today: datetime.date,
) -> OpenPoints:
    """Find what is open in a locale; `findings` are those of checks."""
    whole = (review for review in inputs.reviews if review.is_of_whole)
    return OpenPoints(
        critical=find_open(project, inputs.locale, inputs.critical, inputs.catalog, today),
        errors=tuple(finding for finding in findings if finding.level == "error"),
        warnings=tuple(finding for finding in findings if finding.level == "warning"),
        reviews=tuple(report_lapsed(whole, today)),
        starter=inputs.starter_words,
    )


def count_points(points: OpenPoints, lang: str, critical: int | None) -> Iterator[PointCount]:
    """Count the kinds that have open points; `critical` is the number of all critical messages of a
    translation, None in the guide's own language.
    """
    every = f"plainspoken build --release --locale {lang} --json"
    check = f"plainspoken catalogs check {lang}"
    review = every if critical is None else f"plainspoken catalogs review {lang} --list"
    of = "" if critical is None else f" of {critical}"
    told = {
        "critical": (_count(points.critical, "critical block", f"open{of}"), review),
        "errors": (_count(points.errors, "error", "found by checks"), check),
        "warnings": (_count(points.warnings, "warning", "that nobody has allowed"), check),
        "reviews": (_count(points.reviews, "review", "lapsed"), every),
        "starter": (_count(points.starter, "text", "of the starter"), every),
    }
    for kind, (text, command) in told.items():
        if found := getattr(points, kind):
            total = critical if kind == "critical" else None
            yield PointCount(kind, len(found), total, text, command)


def _count(found: Sequence[Finding], noun: str, what: str) -> str:
    return f"{len(found)} {noun if len(found) == 1 else noun + 's'} {what}"
