"""Draw how far translations are as a small SVG image, for a README.

The image says everything in words, with a title for screen readers (WCAG 2.2, criteria 1.1.1 and
1.4.1); the colour only repeats them. The same counts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from .status import CatalogStatus

_LABEL = "translations"
# White text has a contrast of more than 4.5:1 on these (WCAG 2.2, criterion 1.4.3).
_GREY, _GREEN, _AMBER, _RED = "#404040", "#1b6e3c", "#8a5200", "#b3261e"
_HEIGHT = 20
_PAD = 8
_LETTER = 7
"""Pixels a letter: `textLength` stretches or squeezes the text, so that any font fits."""


def render_badge(statuses: Sequence[CatalogStatus]) -> str:
    """Draw the status of some translations."""
    text = "; ".join(_describe(status) for status in statuses) or "none yet"
    title = escape(f"{_LABEL}: {text}")
    colour = _choose_colour(statuses)
    left, right = _measure(_LABEL), _measure(text)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" '
        f'viewBox="0 0 {left + right} {_HEIGHT}" role="img" aria-labelledby="title">',
        f'  <title id="title">{title}</title>',
        f'  <rect width="{left}" height="{_HEIGHT}" fill="{_GREY}"/>',
        f'  <rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{colour}"/>',
        '  <g fill="#ffffff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" '
        'text-anchor="middle" aria-hidden="true">',
        _render_text(_LABEL, left / 2, left),
        _render_text(text, left + right / 2, right),
        "  </g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _describe(status: CatalogStatus) -> str:
    whole = status.whole
    if whole.critical_open:
        return f"{status.locale} {whole.percent} %, {whole.critical_open} critical open"
    return f"{status.locale} {whole.percent} %"


def _choose_colour(statuses: Sequence[CatalogStatus]) -> str:
    if any(status.whole.critical_open for status in statuses):
        return _RED
    if statuses and all(status.whole.percent == 100 for status in statuses):
        return _GREEN
    return _AMBER if statuses else _GREY


def _measure(text: str) -> int:
    return len(text) * _LETTER + 2 * _PAD


def _render_text(text: str, middle: float, width: int) -> str:
    length = width - 2 * _PAD
    return f'    <text x="{middle:g}" y="14" textLength="{length}">{escape(text)}</text>'
