"""What a topic measures: a `Figure`, with the limit that it should keep."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement."""

    what: str
    value: float | None
    """Nothing where it could not be measured; the note says why."""
    unit: str
    limit: float | None = None
    """At most this much; nothing where there is no limit."""
    note: str = ""
    """How it was measured, so that a reader can judge it."""

    @property
    def missed(self) -> bool:
        """Whether it is over its limit."""
        return self.value is not None and self.limit is not None and self.value > self.limit

    @property
    def verdict(self) -> str:
        """Whether it keeps its limit, as the table says it."""
        if self.value is None:
            return "NOT MEASURED"
        if self.limit is None:
            return "no limit"
        return "MISSED" if self.missed else "kept"


def format_table(figures: list[Figure]) -> str:
    """Format figures in columns, the note of each beneath it."""
    rows = [("what", "measured", "limit", "verdict", "")]
    for figure in figures:
        measured, limit = (
            _format_amount(figure.value, figure.unit),
            _format_amount(figure.limit, figure.unit),
        )
        rows.append((figure.what, measured, limit, figure.verdict, figure.note))
    width, *widths = (max(len(row[column]) for row in rows) for column in range(3))
    lines = []
    for what, measured, limit, verdict, note in rows:
        lines.append(f"{what:{width}}  {measured:>{widths[0]}}  {limit:>{widths[1]}}  {verdict}")
        lines += [f"    {note}"] if note else []
    return "\n".join(lines)


def _format_amount(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
