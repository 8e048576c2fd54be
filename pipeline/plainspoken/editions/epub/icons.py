"""Small drawings beside words: they repeat what the words say, so assistive technology skips them.

Each stands in the document (SVG 2) within 24 × 24 units, as one line in the colour of the text, so
that night modes and forced colours change it along with the text.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from ..xml_elements import add_element, create_root

_SVG = "http://www.w3.org/2000/svg"
_PATHS = {
    "caution": "M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z M12 7v6.5 M12 16.9v.1",
    "warning": "M12 3 22 20.5H2z M12 9.5v5 M12 17.4v.1",
    "important": "M5 22V3h14l-3.5 4.75L19 12.5H5",
    "tip": "M9 18.5h6 M10 22h4 M9 15.5c0-1.6-3.5-2.6-3.5-6.5a6.5 6.5 0 0 1 13 0c0 4-3.5 5-3.5 6.5z",
    "note": "M5 2.5h10l4 4v15H5z M9 10h6 M9 14h6 M9 18h3",
    "question": "M3 3.5h18V17h-9l-5 4.5V17H3z M9.6 8.2a2.4 2.4 0 1 1 2.4 2.6v.9 M12 14v.1",
    "draft": "M4 20l1-4.5L16 4.5 19.5 8l-11 11z M13.2 7.2l3.5 3.5",
    "text-only": "M4 9.5v5h3.5l4.5 4v-13l-4.5 4z M16 9.5l5 5 M21 9.5l-5 5",
    "untranslated": "M12 2.5a9.5 9.5 0 1 0 .1 0z M2.5 12h19 M12 2.5c-5 5-5 14 0 19 5-5 5-14 0-19z",
    "phone": "M5 3h4l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v4c0 1-1 2-2 2A17 17 0 0 1 3 5c0-1 1-2 2-2z",
    "outside": "M10 4.5H4V20h15.5v-6 M14 3h7v7 M21 3 11 13",
    "back": "M9 5 3 11l6 6 M3 11h12a6 6 0 0 1 6 6v3",
}  # fmt: skip


def insert_icon(element: Element, name: str) -> None:
    """Put a drawing, if there is one of this name, before all that is in an element."""
    if name in _PATHS:
        icon = append_icon(element, name)
        icon.tail, element.text = element.text, None
        element.insert(0, icon)


def append_icon(element: Element, name: str) -> Element:
    """Put a drawing after all that is in an element."""
    icon = create_root(_SVG, "svg", {}, viewBox="0 0 24 24", **{"aria-hidden": "true"})
    icon.set("class", f"icon {name}")
    add_element(icon, "path", d=_PATHS[name])
    element.append(icon)
    return icon
