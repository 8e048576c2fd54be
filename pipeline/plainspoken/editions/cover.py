"""Draw the cover of a guide as SVG, from its title, language and publisher."""

from __future__ import annotations

from lxml import etree

from ..guide import Guide
from ..languages import load
from .xml_elements import add_element, create_root

_WIDTH, _HEIGHT, _TEXT_WIDTH = 1200, 1800, 980
_GROUND, _INK, _BAND, _BAND_INK = "#143d59", "#ffffff", "#f4b41a", "#1a1a1a"
# Widths of letters in ems of a plain sans, near enough to wrap by.
_NARROW, _WIDE = set("fijlrtI.,:;'()[]| "), set("mwMW@%")


def draw_cover(guide: Guide, publisher: str, draft: bool) -> bytes:
    """An SVG image of title, language and publisher, and, of a draft, a band that says so."""
    language = load(guide.lang)
    size = {"width": str(_WIDTH), "height": str(_HEIGHT)}
    view = f"0 0 {_WIDTH} {_HEIGHT}"
    root = create_root("http://www.w3.org/2000/svg", "svg", {}, viewBox=view, **size)
    add_element(root, "title", guide.title.text)
    add_element(root, "rect", x="0", y="0", **size, fill=_GROUND)
    lines = _wrap(guide.title.text, _TEXT_WIDTH / 112)
    top = 520 - 65 * len(lines)
    for number, line in enumerate(lines, 1):
        _draw_text(root, line, top + 130 * number, 112, _INK, "bold")
    _draw_text(root, language.own_name.capitalize(), 1240, 72, _INK)
    if draft:
        add_element(root, "rect", x="0", y="1360", width=str(_WIDTH), height="130", fill=_BAND)
        _draw_text(root, language.words["draft-mark"], 1446, 60, _BAND_INK, "bold")
    _draw_text(root, publisher, 1690, 56, _INK)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _draw_text(
    root: etree._Element, text: str, y: int, size: int, fill: str, weight: str = ""
) -> None:
    """A line in the middle, set smaller if it would not fit."""
    size = min(size, int(_TEXT_WIDTH / max(_measure(text), 1)))
    font = {"font_family": "sans-serif", "font_size": str(size), "font_weight": weight}
    middle = str(_WIDTH // 2)
    add_element(root, "text", text, x=middle, y=str(y), fill=fill, text_anchor="middle", **font)


def _wrap(text: str, ems: float) -> list[str]:
    """Break a title between words into lines of at most that many ems, where it can be."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _measure(longer) > ems:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _measure(text: str) -> float:
    """The width of a text, in ems; ideographs and kana, from U+2E80 on, are as wide as high."""
    return sum(
        0.34 if sign in _NARROW else 0.95 if sign in _WIDE or ord(sign) > 0x2E80 else 0.62
        for sign in text
    )
