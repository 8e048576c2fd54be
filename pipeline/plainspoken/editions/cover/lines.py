"""Set a text into a box: as large as it fits, in lines of nearly one length."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .bidi import remove_explicit, resolve_levels
from .fonts import UNITS
from .shaping import Outline, measure, outline

_LEADING = 1.16
"""Between baselines, in sizes: more where the letters of two lines would touch."""
_GAP = 0.1
"""Between the ink of two lines, at least, in sizes."""
_STEP = 0.94
_SMALLEST = 8
_Line = tuple[str, Sequence[int]]
"""A text, and the level of each of its characters."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set."""

    lang: str
    weight: int
    is_rtl: bool


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines of a text at the size where they fit."""

    lines: tuple[Outline, ...]
    texts: tuple[str, ...]
    """What each line says, in the order of reading."""
    size: float
    """In pixels."""
    leading: float
    """Pixels from baseline to baseline."""

    @property
    def ascent(self) -> float:
        """Pixels from the first baseline up to the top of its ink."""
        return self.lines[0].top * self.size / UNITS

    @property
    def height(self) -> float:
        """Pixels from the top of the first line's ink to the foot of the last one's."""
        foot = -self.lines[-1].bottom * self.size / UNITS
        return self.ascent + self.leading * (len(self.lines) - 1) + foot


@dataclass(frozen=True, slots=True)
class _Piece:
    """What no line is broken within: a word with the white space after it."""

    text: str
    levels: tuple[int, ...]
    """Of each character (UAX #9)."""
    width: int
    inner: int
    """At the end of a line: without white space, and with the joint."""
    joint: str = ""
    """A hyphen, where a line ends within a word."""


def set_text(
    text: str, style: Style, width: float, height: float, size: float, least: float
) -> SetText | None:
    """Set a text at `size` or, where it does not fit, smaller; None where a font lacks a letter.

    A word that is too long for a line at the size `least` is broken between two letters.
    """
    plain = " ".join(remove_explicit(unicodedata.normalize("NFC", text)).split())
    pieces = _list_pieces(plain, style)
    if pieces is None:
        return None
    while True:
        room = width * UNITS / size
        if size <= least:
            pieces = _break_long(pieces, room, style)
        if all(piece.inner <= room for piece in pieces):
            lines = _balance(pieces, room)
            is_last = size < _SMALLEST
            if is_last or (len(lines) - 1) * _LEADING * size <= height:
                found = _draw(lines, style, size)
                if found is None or found.height <= height or is_last:
                    return found
        size *= _STEP


def _draw(lines: Sequence[_Line], style: Style, size: float) -> SetText | None:
    outlines = []
    for line in lines:
        drawn = outline(*line, style.lang, style.weight)
        if drawn is None:
            return None
        outlines.append(drawn)
    touching = (after.top - line.bottom for line, after in pairwise(outlines))
    leading = max([_LEADING, *(reach / UNITS + _GAP for reach in touching)])
    texts = tuple(text for text, _ in lines)
    return SetText(tuple(outlines), texts, size, leading * size)


def _list_pieces(text: str, style: Style) -> list[_Piece] | None:
    """Split where a line may end (UAX #14) and no word goes on, as ICU's dictionaries know."""
    from icu4py.breakers import LineBreaker, WordBreaker

    levels = resolve_levels(text, style.is_rtl)
    ends = set(accumulate(map(len, WordBreaker(text, style.lang))))
    places = accumulate(map(len, LineBreaker(text, style.lang)))
    bounds = pairwise([0, *(place for place in places if place in ends)])
    return _make_pieces([(text[start:end], levels[start:end], "") for start, end in bounds], style)


def _make_pieces(
    parts: Sequence[tuple[str, Sequence[int], str]], style: Style
) -> list[_Piece] | None:
    """Measure pieces: text, levels and joint of each."""
    pieces = []
    for text, levels, joint in parts:
        end = len(text.rstrip())
        at_end = (text[:end] + joint, [*levels[:end], *(levels[-1] for _ in joint)])
        width = measure(text, levels, style.lang, style.weight)
        inner = measure(*at_end, style.lang, style.weight)
        if width is None or inner is None:
            return None
        pieces.append(_Piece(text, tuple(levels), width, inner, joint))
    return pieces


def _break_long(pieces: list[_Piece], room: float, style: Style) -> list[_Piece]:
    """Break the words that are longer than a line: at syllables, else between two letters."""
    broken: list[_Piece] = []
    for piece in pieces:
        if piece.inner <= room:
            broken.append(piece)
        elif places := _find_syllables(piece.text, style):
            broken += _break_long(_split(piece, places, "-", style), room, style)
        else:
            broken += _split(piece, _find_letters(piece.text), "", style)
    return broken


def _split(piece: _Piece, places: list[int], joint: str, style: Style) -> list[_Piece]:
    bounds = [*pairwise([0, *places, len(piece.text)])]
    joints = [*(joint for _ in places), piece.joint]
    parts = [
        (piece.text[start:end], piece.levels[start:end], at_end)
        for (start, end), at_end in zip(bounds, joints, strict=True)
    ]
    return _make_pieces(parts, style) or []


def _find_syllables(word: str, style: Style) -> list[int]:
    """The places in a word where a hyphen may stand."""
    import pyphen

    name = pyphen.language_fallback(style.lang.replace("-", "_"))
    return list(pyphen.Pyphen(lang=name).positions(word)) if name else []


def _find_letters(word: str) -> list[int]:
    """The places between two letters, as readers see them."""
    from icu4py.breakers import CharacterBreaker

    return [*accumulate(map(len, CharacterBreaker(word, "en")))][:-1]


def _balance(pieces: Sequence[_Piece], room: float) -> list[_Line]:
    """The fewest lines, and of all ways to break these the most even (as Knuth and Plass do)."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(pieces) + 1):
        ways = []
        width = float(pieces[end - 1].inner - pieces[end - 1].width)
        for start in range(end - 1, -1, -1):
            width += pieces[start].width
            if width > room and start < end - 1:
                break
            count, cost, _ = best[start]
            cost += ((room - width) / room) ** 2
            ways.append((count + 1, cost, start))
        best.append(min(ways))
    lines: list[_Line] = []
    end = len(pieces)
    while end:
        start = best[end][2]
        lines.append(_join(pieces[start:end]))
        end = start
    return lines[::-1]


def _join(pieces: Sequence[_Piece]) -> _Line:
    """The text of a line, and its levels, without the white space at its end."""
    text = "".join(piece.text for piece in pieces).rstrip()
    levels = [level for piece in pieces for level in piece.levels][: len(text)]
    joint = pieces[-1].joint
    return text + joint, [*levels, *(levels[-1] for _ in joint)]
