"""A guide goes in; its cover comes out: a picture, and the page that shows it."""

from __future__ import annotations

from lxml import etree

from ..guide import Guide
from ..languages import load
from .epub.content_documents import OPS, XHTML, page, to_bytes

_SVG = "http://www.w3.org/2000/svg"
_WIDTH, _HEIGHT, _MARGIN = 1200, 1800, 110
_GROUND, _INK, _BAND, _BAND_INK = "#143d59", "#ffffff", "#f4b41a", "#1a1a1a"
# Widths of letters in ems of a plain sans, near enough to wrap by.
_NARROW, _WIDE = set("fijlrtI.,:;'()[]| "), set("mwMW@%")


def cover_page(guide: Guide) -> bytes:
    """The page that shows the cover."""
    words = load(guide.lang).words
    alt = words["cover"].format(title=guide.title.text)
    root, body = page(guide.lang, alt, guide.lang, "cover")
    section = etree.SubElement(body, f"{{{XHTML}}}section")
    section.set(f"{{{OPS}}}type", "cover")
    picture = etree.SubElement(section, f"{{{XHTML}}}img", src="cover.svg", alt=alt)
    picture.set("role", "doc-cover")
    picture.set("class", "cover")
    return to_bytes(root)


def cover_picture(guide: Guide, publisher: str, draft: bool) -> bytes:
    """The picture: title, language, publisher, and whether it is a draft."""
    language = load(guide.lang)
    root = etree.Element(f"{{{_SVG}}}svg", viewBox=f"0 0 {_WIDTH} {_HEIGHT}", nsmap={None: _SVG})  # type: ignore[dict-item]
    root.set("width", str(_WIDTH))
    root.set("height", str(_HEIGHT))
    etree.SubElement(root, f"{{{_SVG}}}title").text = guide.title.text
    _box(root, 0, _HEIGHT, _GROUND)
    lines = _wrapped(guide.title.text, (_WIDTH - 2 * _MARGIN) / 112)
    top = 520 - 65 * len(lines)
    for number, line in enumerate(lines):
        _text(root, line, top + 130 * (number + 1), 112, _INK, bold=True)
    _text(root, language.own_name.capitalize(), 1240, 72, _INK)
    if draft:
        _box(root, 1360, 130, _BAND)
        _text(root, language.words["draft-mark"], 1446, 60, _BAND_INK, bold=True)
    _text(root, publisher, 1690, 56, _INK)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _box(root: etree._Element, top: int, height: int, fill: str) -> None:
    etree.SubElement(
        root, f"{{{_SVG}}}rect", x="0", y=str(top), width=str(_WIDTH), height=str(height), fill=fill
    )


def _text(
    root: etree._Element, text: str, y: int, size: int, fill: str, bold: bool = False
) -> None:
    """A line in the middle, set smaller if it would not fit."""
    room = (_WIDTH - 2 * _MARGIN) / max(_ems(text), 1)
    made = etree.SubElement(root, f"{{{_SVG}}}text", x=str(_WIDTH // 2), y=str(y), fill=fill)
    made.set("text-anchor", "middle")
    made.set("font-family", "sans-serif")
    made.set("font-size", str(min(size, int(room))))
    if bold:
        made.set("font-weight", "bold")
    made.text = text


def _wrapped(text: str, ems: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _ems(longer) > ems:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _ems(text: str) -> float:
    return sum(
        0.34 if each in _NARROW else 0.95 if each in _WIDE or ord(each) > 0x2E80 else 0.62
        for each in text
    )
