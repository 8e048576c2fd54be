"""Draw a picture for players of sound, which want no SVG: an open book below a wave of sound. It
has no words: players show the title beside it, and no font has the letters of every language.
"""

from __future__ import annotations

import io

_GROUND, _PAPER, _WAVE = "#143d59", "#ffffff", "#f4b41a"
_FINER = 4
"""How many times larger it is drawn, so that its edges are smooth."""
_COLOURS = 32
"""Enough for the edges; a picture of few colours is a small file."""
# In hundredths of the side.
_PAGE = ((14, 44), (47, 52), (47, 88), (14, 80))
_LINES = ((20, 54, 41, 59), (20, 62, 41, 67), (20, 70, 41, 75))
_BARS = ((26, 8), (34, 16), (42, 26), (50, 32), (58, 26), (66, 16), (74, 8))
"""Of the wave: the place of each bar, and its height."""
_MIDDLE = 26


def draw_picture(side: int) -> bytes:
    """A square PNG of that many pixels a side."""
    from PIL import Image, ImageDraw

    unit = side * _FINER / 100
    picture = Image.new("RGB", (side * _FINER, side * _FINER), _GROUND)
    draw = ImageDraw.Draw(picture)
    for mirror in (False, True):
        turn = _mirror if mirror else _keep
        draw.polygon([(turn(x) * unit, y * unit) for x, y in _PAGE], fill=_PAPER)
        for x, y, to_x, to_y in _LINES:
            ends = [(turn(x) * unit, y * unit), (turn(to_x) * unit, to_y * unit)]
            draw.line(ends, fill=_GROUND, width=round(2 * unit))
    for x, height in _BARS:
        top, foot = _MIDDLE - height / 2, _MIDDLE + height / 2
        box = [(x - 2) * unit, top * unit, (x + 2) * unit, foot * unit]
        draw.rounded_rectangle(box, radius=2 * unit, fill=_WAVE)
    small = picture.resize((side, side), Image.Resampling.LANCZOS).quantize(_COLOURS)
    file = io.BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def _mirror(place: float) -> float:
    return 100 - place


def _keep(place: float) -> float:
    return place
