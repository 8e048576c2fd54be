"""Say of links out of the book that they lead out, and of what is there in which language."""

from __future__ import annotations

from lxml.etree import _Element as Element

from ..page_languages import note_page_language
from ..xml_elements import add_element
from .icons import append_icon, insert_icon

LANGUAGE_NOTE = "link-language"
"""The class of words that are no part of a sentence: `(page in English)`."""


def mark_link(element: Element, address: str, language: str, lang: str) -> None:
    """Complete a link in text of `lang`; `language` is that of the page at its address, if known.

    The note stands in the link, so that it is told along with the link's words (WCAG 2.2, 2.4.4).
    """
    if address.startswith("tel:"):
        insert_icon(element, "phone")
    if not address.startswith(("http:", "https:")):
        return
    if language:
        element.set("hreflang", language)
    if note := note_page_language(language, lang):
        # Within a box of its own, which can begin a line, the space before would be lost.
        add_element(add_element(element, "span", " ", class_=LANGUAGE_NOTE), "span", note)
    append_icon(element, "outside")
