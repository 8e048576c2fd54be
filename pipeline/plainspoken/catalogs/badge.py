"""How far translations are goes in; a small picture that says so comes out, as SVG.

It says all in words: the colour only repeats them. The same figures give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from .status import Status

_LABEL = "translations"
# White text stands on these with a contrast of more than 4.5 to 1.
_GREY, _GREEN, _AMBER, _RED = "#404040", "#1b6e3c", "#8a5200", "#b3261e"
_HEIGHT = 20
_PAD = 8
_LETTER = 7
"""Pixels: the text is stretched or pressed to this, so that any font fits."""


def render_badge(found: Sequence[Status]) -> str:
    """A picture of how far some translations are."""
    said = "; ".join(_said(each) for each in found) or "none yet"
    title = escape(f"{_LABEL}: {said}")
    left, right = _width(_LABEL), _width(said)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" '
        f'viewBox="0 0 {left + right} {_HEIGHT}" role="img" aria-labelledby="title">',
        f'  <title id="title">{title}</title>',
        f'  <rect width="{left}" height="{_HEIGHT}" fill="{_GREY}"/>',
        f'  <rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{_colour(found)}"/>',
        '  <g fill="#ffffff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" '
        'text-anchor="middle" aria-hidden="true">',
        _text(_LABEL, left / 2, left),
        _text(said, left + right / 2, right),
        "  </g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _said(status: Status) -> str:
    whole = status.whole
    if whole.critical_open:
        return f"{status.locale} {whole.percent} %, {whole.critical_open} critical open"
    return f"{status.locale} {whole.percent} %"


def _colour(found: Sequence[Status]) -> str:
    if any(each.whole.critical_open for each in found):
        return _RED
    if found and all(each.whole.percent == 100 for each in found):
        return _GREEN
    return _AMBER if found else _GREY


def _width(text: str) -> int:
    return len(text) * _LETTER + 2 * _PAD


def _text(text: str, middle: float, width: int) -> str:
    length = width - 2 * _PAD
    return f'    <text x="{middle:g}" y="14" textLength="{length}">{escape(text)}</text>'
