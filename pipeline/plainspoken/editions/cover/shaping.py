"""Turn a line of text into outlines: each run of one font, script and direction is shaped by
HarfBuzz, which joins Arabic letters and forms Indic syllables. SVG draws them without any font.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...languages.scripts import find_script
from .bidi import order_runs
from .fonts import Typeface, choose_face, is_unseen, open_font


@dataclass(frozen=True, slots=True)
class Outline:
    """A line of text, in thousandths of its size, y upwards, from its left end on its baseline."""

    path: str
    """Path data of SVG 2 (§9.3); empty for white space alone."""
    width: int
    top: int
    """Of its ink, above the baseline."""
    bottom: int
    """Of its ink; negative below the baseline."""


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    face: Typeface
    level: int


def outline(text: str, levels: Sequence[int], lang: str, weight: int) -> Outline | None:
    """The outlines of one line; None where no font has one of its letters. Levels are those of its
    characters (UAX #9): of the whole text, for what stands on other lines counts.
    """
    runs = _split_runs(text, levels, lang)
    if runs is None:
        return None
    pen, x = _Pen(), 0
    for run in order_runs(runs, lambda run: run.level):
        x = _draw_run(run, lang, weight, pen, x)
    return Outline(" ".join(pen.parts), x, pen.top, pen.bottom)


def measure(text: str, levels: Sequence[int], lang: str, weight: int) -> int | None:
    """The width of a piece of a line, in thousandths; None where no font has one of its letters."""
    runs = _split_runs(text, levels, lang)
    if runs is None:
        return None
    return sum(advance for run in runs for _, _, _, advance in _shape(run, lang, weight))


def _split_runs(text: str, levels: Sequence[int], lang: str) -> list[_Run] | None:
    """Split at each change of font, script or level, in the order of reading."""
    runs: list[_Run] = []
    script = ""
    for sign, level in zip(text, levels, strict=True):
        last = runs[-1] if runs else None
        current = last.face if last else None
        face = choose_face(sign, current, lang) or (current if is_unseen(sign) else None)
        if face is None:
            return None
        changed = bool(find_script(sign)) and bool(script) and find_script(sign) != script
        script = find_script(sign) or script
        if last and (last.face, last.level) == (face, level) and not changed:
            runs[-1] = _Run(last.text + sign, face, level)
        else:
            runs.append(_Run(sign, face, level))
    return runs


def _shape(run: _Run, lang: str, weight: int) -> Iterator[tuple[int, int, int, int]]:
    """Of each glyph, from left to right: its number, its offsets, and how far it moves on."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.language = lang
    uharfbuzz.shape(open_font(run.face, weight), buffer)
    for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield glyph.codepoint, position.x_offset, position.y_offset, position.x_advance


def _draw_run(run: _Run, lang: str, weight: int, pen: _Pen, x: int) -> int:
    """Draw from a place on; gives the place where the run ends."""
    font = open_font(run.face, weight)
    for glyph, x_offset, y_offset, advance in _shape(run, lang, weight):
        pen.move_origin(x + x_offset, y_offset)
        font.draw_glyph_with_pen(glyph, pen)
        x += advance
    return x


class _Pen:
    """Writes path data; its methods are those that HarfBuzz calls, named as fontTools names them.

    Curves stay between their points, so that the highest and lowest of these bound the ink.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.top = self.bottom = 0
        self._x = self._y = 0

    def move_origin(self, x: int, y: int) -> None:
        """Draw the next glyph at this place."""
        self._x, self._y = x, y

    def moveTo(self, point: Any) -> None:
        self._add("M", point)

    def lineTo(self, point: Any) -> None:
        self._add("L", point)

    def qCurveTo(self, *points: Any) -> None:
        self._add("Q", *points)

    def curveTo(self, *points: Any) -> None:
        self._add("C", *points)

    def closePath(self) -> None:
        self.parts.append("Z")

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        placed = [(round(self._x + x), round(self._y + y)) for x, y in points]
        self.top = max(self.top, *(y for _, y in placed), self.top)
        self.bottom = min(self.bottom, *(y for _, y in placed), self.bottom)
        self.parts.append(command + " ".join(f"{x} {y}" for x, y in placed))
