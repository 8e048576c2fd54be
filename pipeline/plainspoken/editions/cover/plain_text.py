"""Draw the words of a cover as text elements, where no font here has a letter of them: the
reader's device then chooses the font, and widths are estimates.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from ..xml_elements import add_element

# Widths of letters in ems of a plain sans, near enough to wrap by.
_NARROW, _WIDE = set("fijlrtI.,:;'()[]| "), set("mwMW@%")
_LEADING, _ASCENT = 1.16, 0.8
_STEP = 0.94
_SMALLEST = 8.0


def add_plain_text(
    parent: Element, text: str, box: tuple[float, float, float, float], size: float, **font: str
) -> None:
    """Lines of text from the top left of a box (x, y, width, height), smaller where they are too
    long; in a font from right to left, from its top right.
    """
    x, y, width, height = box
    lines = wrap_words(text, width / size)
    while size > _SMALLEST and (
        len(lines) * _LEADING * size > height or max(map(estimate_width, lines)) * size > width
    ):
        size *= _STEP
        lines = wrap_words(text, width / size)
    left = x + width if font.get("direction") == "rtl" else x
    for number, line in enumerate(lines):
        place = {"x": f"{left:g}", "y": f"{y + (number * _LEADING + _ASCENT) * size:.1f}"}
        style = {"font_family": "sans-serif", "font_size": f"{size:.1f}", **font}
        add_element(parent, "text", line, **place, **style)


def wrap_words(text: str, ems: float) -> list[str]:
    """Break a text between words into lines of at most that many ems, where it can be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and estimate_width(longer) > ems:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def estimate_width(text: str) -> float:
    """The width of a text, in ems; ideographs and kana, from U+2E80 on, are as wide as high."""
    return sum(
        0.34 if sign in _NARROW else 0.95 if sign in _WIDE or ord(sign) > 0x2E80 else 0.62
        for sign in text
    )
