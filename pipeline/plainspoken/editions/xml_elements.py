"""Build XML elements, each with its text and its attributes in one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from ..languages import load

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OPS = "http://www.idpf.org/2007/ops"
"""The namespace of `epub:type` and `epub:textref`."""


def create_root(
    namespace: str, name: str, prefixes: Mapping[str, str], **attributes: str
) -> Element:
    """The root of a document whose default namespace is `namespace`."""
    nsmap: dict[Any, str] = {None: namespace, **prefixes}
    return etree.Element(f"{{{namespace}}}{name}", attributes, nsmap)


def add_element(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element without its empty attributes: `class_` is `class`, `epub_type` `epub:type`."""
    named = {_name_attribute(key): value for key, value in attributes.items() if value}
    element = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", named)
    element.text = text or None
    return element


def set_language(element: Element, lang: str, outer: str = "") -> None:
    """Say the language of an element, unless it is `outer`, and its direction: in HTML and XML."""
    if lang == outer:
        return
    element.set("lang", lang)
    element.set(XML_LANG, lang)
    element.set("dir", load(lang).direction)


def _name_attribute(name: str) -> str:
    if name.startswith("epub_"):
        return f"{{{OPS}}}{name.removeprefix('epub_')}"
    return name.rstrip("_").replace("_", "-")
