"""What a topic measures: one `Figure`, with the limit that it should keep."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured."""

    what: str
    value: float | None
    """Nothing where it could not be measured; the note says why."""
    unit: str
    limit: float | None = None
    """At most this much; nothing where there is no limit."""
    note: str = ""
    """How it came about, so that a reader can judge it."""

    @property
    def missed(self) -> bool:
        """Whether it is over its limit."""
        return self.value is not None and self.limit is not None and self.value > self.limit

    @property
    def verdict(self) -> str:
        """What the table says of it."""
        if self.value is None:
            return "NOT MEASURED"
        if self.limit is None:
            return "no limit"
        return "MISSED" if self.missed else "kept"


def table(figures: list[Figure]) -> str:
    """Figures in columns, the note of each beneath it."""
    rows = [("what", "measured", "limit", "verdict", "")]
    for each in figures:
        measured, limit = _amount(each.value, each.unit), _amount(each.limit, each.unit)
        rows.append((each.what, measured, limit, each.verdict, each.note))
    width, *widths = (max(len(row[column]) for row in rows) for column in range(3))
    lines = []
    for what, measured, limit, verdict, note in rows:
        lines.append(f"{what:{width}}  {measured:>{widths[0]}}  {limit:>{widths[1]}}  {verdict}")
        lines += [f"    {note}"] if note else []
    return "\n".join(lines)


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"
