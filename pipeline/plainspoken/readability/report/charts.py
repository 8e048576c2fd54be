"""Figures go in; drawings come out as SVG.

Across, places are shares of the width; down, they are in the size of the letters. So a drawing fits
a narrow screen with its letters at full size, and grows with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from .markup import Html, joined, tag

Tone = Literal["good", "bad", "plain"]
_ROW = 2.7
_HEAD = 3.1
_MARGIN = 0.5
"""Of the width, on both sides, in percent."""
_NARROW, _WIDE = 31, 70
"""A label and its value have at most so many letters, on a screen of 320 pixels and on others."""
_LETTER = 3
"""Of the width, in percent: what a letter takes on a screen of 320 pixels."""
_OTHER_SIDE = 0.15
"""Room that the side without bars has, as a share of the other's."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, from the axis's base to its value."""

    label: str
    lang: str
    shown: str
    """The value, in words."""
    value: float
    low: float
    high: float
    """Where the whisker begins and ends."""
    tone: Tone
    faint: bool = False
    """The value means little."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What the places in a drawing mean."""

    base: float
    """Where bars begin."""
    mark: float
    """Where the line stands that values are compared with."""
    label: str
    """What the line is."""
    left: str
    right: str
    """What lies on either side."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What a drawing says to those who do not see it."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series."""

    label: str
    value: float


class _Scale:
    """Places of values across a drawing, in percent of its width."""

    def __init__(self, values: Iterable[float]) -> None:
        found = list(values)
        self.low, self.high = min(found), max(found)
        if self.low == self.high:
            self.low, self.high = self.low - 1, self.high + 1

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 2)


def bars(titles: Titles, rows: Sequence[Bar], axis: Axis) -> Html:
    """Bars below each other, each below its label, with a line to compare them with."""
    scale = _across(rows, axis)
    return _svg(
        titles,
        round(_HEAD + len(rows) * _ROW, 2),
        *_sides(axis),
        _text(axis.label, scale.at(axis.mark), 2.4, class_="strong"),
        *(
            piece
            for place, row in enumerate(rows)
            for piece in _bar(row, round(_HEAD + place * _ROW, 2), scale, axis)
        ),
    )


def _across(rows: Sequence[Bar], axis: Axis) -> _Scale:
    """A scale that holds all bars; where they may lie on either side, both sides have room."""
    bounds = [bound for row in rows for bound in (row.value, row.low, row.high)]
    bounds += [axis.base, axis.mark]
    if axis.left and axis.right:
        far = max(abs(bound - axis.mark) for bound in bounds)
        bounds += [axis.mark - _OTHER_SIDE * far, axis.mark + _OTHER_SIDE * far]
    return _Scale(bounds)


def _bar(row: Bar, top: float, scale: _Scale, axis: Axis) -> Iterable[Html]:
    begin, end = sorted((scale.at(axis.base), scale.at(row.value)))
    low, high = sorted((scale.at(row.low), scale.at(row.high)))
    y = round(top + 1.45, 2)
    middle = f"{round(y + 0.35, 2)}em"
    kind = f"bar {row.tone} faint" if row.faint else f"bar {row.tone}"
    yield tag("rect", class_="track", x="0", width="100%", y=f"{y}em", height="0.7em")
    yield tag(
        "rect", class_=kind, x=_percent(begin), width=_percent(round(max(end - begin, 0.4), 2)),
        y=f"{y}em", height="0.7em",
    )  # fmt: skip
    yield from _whisker(low, high, middle, round(y + 0.05, 2), round(y + 0.65, 2))
    mark = _percent(scale.at(axis.mark))
    yield tag("line", class_="mark", x1=mark, x2=mark, y1=f"{round(y - 0.15, 2)}em",
              y2=f"{round(y + 0.85, 2)}em")  # fmt: skip
    yield from _label(row, f"{round(top + 1.05, 2)}em")
    yield _text(row.shown, 100, round(top + 1.05, 2), "end", class_="strong")


def _label(row: Bar, y: str) -> Iterable[Html]:
    """A label; a long one stands twice, and the style shows the one that has room."""
    narrow = short(row.label, _NARROW - len(row.shown))
    if narrow == row.label:
        yield tag("text", row.label, x="0", y=y, lang=row.lang)
        return
    yield tag("text", narrow, x="0", y=y, lang=row.lang, class_="narrow")
    yield tag(
        "text", short(row.label, _WIDE - len(row.shown)), x="0", y=y, lang=row.lang, class_="wide"
    )


def _whisker(low: float, high: float, middle: str, top: float, bottom: float) -> Iterable[Html]:
    yield tag("line", class_="whisker", x1=_percent(low), x2=_percent(high), y1=middle, y2=middle)
    for end in (low, high):
        x = _percent(end)
        yield tag("line", class_="whisker", x1=x, x2=x, y1=f"{top}em", y2=f"{bottom}em")


def gauge(titles: Titles, row: Bar, axis: Axis, reach: float) -> Html:
    """One value on a line, with the side beyond the mark shaded."""
    scale = _Scale((axis.mark - reach, axis.mark + reach))
    mark, at = scale.at(axis.mark), scale.at(row.value)
    low, high = sorted((scale.at(row.low), scale.at(row.high)))
    x = _percent(mark)
    return _svg(
        titles,
        4,
        tag("rect", class_="track", x="0", width="100%", y="1.6em", height="0.8em"),
        tag("rect", class_="zone", x=x, width=_percent(round(100 - mark, 2)), y="1.6em",
            height="0.8em"),
        tag("line", class_="mark", x1=x, x2=x, y1="1.3em", y2="2.7em"),
        tag("circle", class_=f"dot {row.tone}", cx=_percent(at), cy="2em", r="0.4em"),
        *_whisker(low, high, "2em", 1.5, 2.5),
        _text(row.shown, at, 1.05, class_="strong"),
        *_sides(axis, 3.7),
        _text(axis.label, mark, 3.7, class_="strong"),
    )  # fmt: skip


def strip(sentences: Sequence[tuple[int, int]]) -> Html:
    """Sentences side by side, as wide as they are long, each in the colour of its step.

    It says nothing that the text beside it does not, and is not read out.
    """
    total = sum(words for words, _ in sentences)
    at = 0.0
    made = []
    for words, step in sentences:
        width = 100 * words / total
        made.append(tag("rect", class_=f"fill{step}", x=_percent(round(at, 2)), height="100%",
                        width=_percent(round(width, 2))))  # fmt: skip
        at += width
    return tag("svg", *made, class_="strip", aria_hidden="true", focusable="false")


def series(titles: Titles, points: Sequence[Point], axis: Axis, easier_is_lower: bool) -> Html:
    """Values one after another, the oldest first, easier ones higher up."""
    sign = -1 if easier_is_lower else 1
    heights = _Scale(sign * each for each in (*(point.value for point in points), axis.mark))
    last = max(len(points) - 1, 1)
    places = [
        (12 + 76 * place / last if len(points) > 1 else 50, _down(heights, sign * point.value))
        for place, point in enumerate(points)
    ]
    mark = f"{_down(heights, sign * axis.mark)}em"
    lines = (
        tag("line", class_="way", x1=_percent(before[0]), y1=f"{before[1]}em",
            x2=_percent(after[0]), y2=f"{after[1]}em")
        for before, after in pairwise(places)
    )  # fmt: skip
    return _svg(
        titles,
        14,
        tag("line", class_="mark", x1="0", x2="100%", y1=mark, y2=mark),
        _text(axis.label, 0, 1.1, "start", class_="strong"),
        _text(axis.right, 100, 1.1, "end", class_="quiet"),
        *lines,
        *(piece for point, place in zip(points, places, strict=True)
          for piece in _dot(point, *place)),
    )  # fmt: skip


def _dot(point: Point, x: float, y: float) -> Iterable[Html]:
    yield tag("circle", class_="dot plain", cx=_percent(x), cy=f"{y}em", r="0.35em")
    yield _text(f"{point.value:.1f}", x, round(y - 0.75, 2), "middle", class_="strong")
    if point.label:
        yield _text(point.label, x, 13.4, "middle")


def _down(heights: _Scale, value: float) -> float:
    """A height in a series: 3.5 em from the top to 2.7 em from the bottom."""
    return round(3.5 + (100 - heights.at(value)) / 100 * 7.8, 2)


def _svg(titles: Titles, height: float, *content: str) -> Html:
    names = f"{titles.id}-title {titles.id}-desc"
    return tag(
        "svg",
        tag("title", titles.title, id=f"{titles.id}-title"),
        tag("desc", titles.description, id=f"{titles.id}-desc"),
        *content,
        class_="chart", role="img", aria_labelledby=names, width="100%", height=f"{height}em",
    )  # fmt: skip


def _sides(axis: Axis, y: float = 1.1) -> Iterable[Html]:
    if axis.left:
        yield _text(f"◂ {axis.left}", 0, y, "start", class_="quiet")
    if axis.right:
        yield _text(f"{axis.right} ▸", 100, y, "end", class_="quiet")


def _text(words: str, x: float, y: float, anchor: str = "", class_: str | None = None) -> Html:
    """Words at a place; near an edge they turn inwards."""
    half = len(words) * _LETTER / 2
    anchor = anchor or ("start" if x < half else "end" if x > 100 - half else "middle")
    return tag("text", words, x=_percent(x), y=f"{round(y, 2)}em", text_anchor=anchor,
               class_=class_)  # fmt: skip


def short(label: str, letters: int = 9) -> str:
    """A label, cut where it is longer."""
    return label if len(label) <= letters else f"{label[: letters - 1].rstrip()}…"


def _percent(share: float) -> str:
    return f"{share:g}%"


def icon(name: str) -> Html:
    """A small sign beside a word that says the same."""
    return tag(
        "svg",
        joined(tag("path", d=each) for each in _ICONS[name]),
        class_="icon", viewBox="0 0 24 24", aria_hidden="true", focusable="false",
    )  # fmt: skip


_ICONS = {
    "easy": ("M5 12.5 10 17.5 19 7",),
    "edge": ("M4 14c3-6 5-6 8-2s5 4 8-2",),
    "hard": ("M12 4v10", "M12 19v.5"),
    "none": ("M5 12h14",),
    "short": ("M6 12h.5", "M12 12h.5", "M18 12h.5"),
}
