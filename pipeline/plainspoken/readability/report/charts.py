"""Draw charts as SVG images with a name and a description. Places are percent across and `em`
down: letters keep their size (WCAG 1.4.4, 1.4.10). Colour never stands alone (WCAG 1.4.1, G14);
shapes have a contrast of at least 3:1 (WCAG 1.4.11; `templates/style.css`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markupsafe import Markup

Tone = Literal["good", "bad", "plain"]
_ROW = 2.7
"""Height of a bar with its label, in em."""
_HEAD = 3.1
"""Height of what stands above the bars, in em."""
_MARGIN = 0.5
"""Of the width, on both sides, in percent."""
_NARROW, _WIDE = 31, 70
"""A label and its value have at most so many letters, on a screen of 320 pixels and on others."""
_LETTER = 3
"""Of the width, in percent: what a letter takes on a screen of 320 pixels."""
_OTHER_SIDE = 0.15
"""Room that the side without bars has, as a share of the other's."""

_SVG = Markup(
    '<svg class="chart" role="img" aria-labelledby="{id}-title {id}-desc" width="100%"'
    ' height="{height}em">\n<title id="{id}-title">{title}</title>\n'
    '<desc id="{id}-desc">{description}</desc>\n{shapes}\n</svg>'
)
_STRIP = Markup('<svg class="strip" aria-hidden="true" focusable="false">{}</svg>')
_STRIP_PART = Markup('<rect class="fill{}" x="{:g}%" width="{:g}%" height="100%" />')
_RECT = Markup('<rect class="{}" x="{:g}%" y="{}em" width="{:g}%" height="{}em" />')
_TRACK = Markup('<rect class="track" x="0" y="{}em" width="100%" height="{}em" />')
_LINE = Markup('<line class="{}" x1="{:g}%" y1="{}em" x2="{:g}%" y2="{}em" />')
_LEVEL = Markup('<line class="mark" x1="0" y1="{0}em" x2="100%" y2="{0}em" />')
_DOT = Markup('<circle class="dot {}" cx="{:g}%" cy="{}em" r="{}em" />')
_TEXT = Markup('<text class="{}" x="{:g}%" y="{}em" text-anchor="{}">{}</text>')
_POINT_LABEL = Markup('<text x="{:g}%" y="13.4em" text-anchor="middle">{}</text>')
_LABEL = Markup('<text x="0" y="{}em" lang="{}">{}</text>')
_LABELS = Markup(
    '<text x="0" y="{0}em" lang="{1}" class="narrow">{2}</text>'
    '<text x="0" y="{0}em" lang="{1}" class="wide">{3}</text>'
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, from the axis's base to its value."""

    label: str
    lang: str
    """Of the label; BCP 47."""
    caption: str
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
        bounds = list(values)
        self.low, self.high = min(bounds), max(bounds)
        if self.low == self.high:
            self.low, self.high = self.low - 1, self.high + 1

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(_MARGIN + share * (100 - 2 * _MARGIN), 2)


def draw_bars(titles: Titles, bars: Sequence[Bar], axis: Axis) -> Markup:
    """Bars below each other, each below its label, with a line to compare them with."""
    scale = _fit_scale(bars, axis)
    shapes = [*_label_sides(axis), _draw_text(axis.label, scale.at(axis.mark), 2.4)]
    for place, bar in enumerate(bars):
        shapes += _draw_bar(bar, round(_HEAD + place * _ROW, 2), scale, axis)
    return _wrap(titles, round(_HEAD + len(bars) * _ROW, 2), shapes)


def _fit_scale(bars: Sequence[Bar], axis: Axis) -> _Scale:
    """A scale that holds all bars; where they may lie on either side, both sides have room."""
    bounds = [bound for bar in bars for bound in (bar.value, bar.low, bar.high)]
    bounds += [axis.base, axis.mark]
    if axis.left and axis.right:
        farthest = max(abs(bound - axis.mark) for bound in bounds)
        bounds += [axis.mark - _OTHER_SIDE * farthest, axis.mark + _OTHER_SIDE * farthest]
    return _Scale(bounds)


def _draw_bar(bar: Bar, top: float, scale: _Scale, axis: Axis) -> Iterator[Markup]:
    begin, end = sorted((scale.at(axis.base), scale.at(bar.value)))
    mark = scale.at(axis.mark)
    y = round(top + 1.45, 2)
    text_y = round(top + 1.05, 2)
    classes = f"bar {bar.tone} faint" if bar.faint else f"bar {bar.tone}"
    yield _TRACK.format(y, 0.7)
    yield _RECT.format(classes, begin, y, round(max(end - begin, 0.4), 2), 0.7)
    yield from _draw_whisker(bar, scale, round(y + 0.35, 2), 0.3)
    yield _LINE.format("mark", mark, round(y - 0.15, 2), mark, round(y + 0.85, 2))
    yield _draw_label(bar, text_y)
    yield _draw_text(bar.caption, 100, text_y, "end")


def _draw_label(bar: Bar, y: float) -> Markup:
    """A label; a long one stands twice, and the style shows the one that has room."""
    narrow = shorten(bar.label, _NARROW - len(bar.caption))
    if narrow == bar.label:
        return _LABEL.format(y, bar.lang, narrow)
    wide = shorten(bar.label, _WIDE - len(bar.caption))
    return _LABELS.format(y, bar.lang, narrow, wide)


def _draw_whisker(bar: Bar, scale: _Scale, middle: float, half: float) -> Iterator[Markup]:
    low, high = sorted((scale.at(bar.low), scale.at(bar.high)))
    yield _LINE.format("whisker", low, middle, high, middle)
    for end in (low, high):
        yield _LINE.format("whisker", end, round(middle - half, 2), end, round(middle + half, 2))


def draw_gauge(titles: Titles, bar: Bar, axis: Axis, reach: float) -> Markup:
    """One value on a line, with the side beyond the mark shaded."""
    scale = _Scale((axis.mark - reach, axis.mark + reach))
    mark, value = scale.at(axis.mark), scale.at(bar.value)
    shapes = (
        _TRACK.format(1.6, 0.8),
        _RECT.format("zone", mark, 1.6, round(100 - mark, 2), 0.8),
        _LINE.format("mark", mark, 1.3, mark, 2.7),
        _DOT.format(bar.tone, value, 2, 0.4),
        *_draw_whisker(bar, scale, 2, 0.5),
        _draw_text(bar.caption, value, 1.05),
        *_label_sides(axis, 3.7),
        _draw_text(axis.label, mark, 3.7),
    )
    return _wrap(titles, 4, shapes)


def draw_strip(sentences: Sequence[tuple[int, int]]) -> Markup:
    """Sentences side by side, as wide as they are long, each in the colour of its step. Hidden from
    screen readers: it says nothing that the text beside it does not.
    """
    total = sum(words for words, _ in sentences)
    begin = 0.0
    parts = []
    for words, step in sentences:
        width = 100 * words / total
        parts.append(_STRIP_PART.format(step, round(begin, 2), round(width, 2)))
        begin += width
    return _STRIP.format(Markup().join(parts))


def draw_series(
    titles: Titles, points: Sequence[Point], axis: Axis, easier_is_lower: bool
) -> Markup:
    """Values one after another, the oldest first, easier ones higher up."""
    sign = -1 if easier_is_lower else 1
    scale = _Scale(sign * value for value in (*(point.value for point in points), axis.mark))
    last = max(len(points) - 1, 1)
    places = [
        (12 + 76 * number / last if len(points) > 1 else 50, _height(scale, sign * point.value))
        for number, point in enumerate(points)
    ]
    shapes = [
        _LEVEL.format(_height(scale, sign * axis.mark)),
        _draw_text(axis.label, 0, 1.1, "start"),
        _draw_text(axis.right, 100, 1.1, "end", "quiet"),
        *(_LINE.format("way", *before, *after) for before, after in pairwise(places)),
    ]
    for point, place in zip(points, places, strict=True):
        shapes += _draw_point(point, *place)
    return _wrap(titles, 14, shapes)


def _draw_point(point: Point, x: float, y: float) -> Iterator[Markup]:
    yield _DOT.format("plain", x, y, 0.35)
    yield _draw_text(f"{point.value:.1f}", x, round(y - 0.75, 2), "middle")
    if point.label:
        yield _POINT_LABEL.format(x, point.label)


def _height(scale: _Scale, value: float) -> float:
    """A height in a series: 3.5 em from the top to 2.7 em from the bottom."""
    return round(3.5 + (100 - scale.at(value)) / 100 * 7.8, 2)


def _wrap(titles: Titles, height: float, shapes: Iterable[Markup]) -> Markup:
    return _SVG.format(
        id=titles.id,
        title=titles.title,
        description=titles.description,
        height=height,
        shapes=Markup("\n").join(shapes),
    )


def _label_sides(axis: Axis, y: float = 1.1) -> Iterator[Markup]:
    if axis.left:
        yield _draw_text(f"◂ {axis.left}", 0, y, "start", "quiet")
    if axis.right:
        yield _draw_text(f"{axis.right} ▸", 100, y, "end", "quiet")


def _draw_text(
    words: str, x: float, y: float, anchor: str = "", emphasis: str = "strong"
) -> Markup:
    half = len(words) * _LETTER / 2
    anchor = anchor or ("start" if x < half else "end" if x > 100 - half else "middle")
    return _TEXT.format(emphasis, x, round(y, 2), anchor, words)


def shorten(label: str, letters: int = 9) -> str:
    """A label, cut where it is longer."""
    return label if len(label) <= letters else f"{label[: letters - 1].rstrip()}…"
