"""Rebuild an SVG image (SVG 2) from what `plainspoken.svg` allows, or report all that it does not.

What is published is a new file, written from the allowed parts: what nobody thought of is not in
it. What draws nothing, such as an editor's notes, is left out. All else that is not allowed is an
error: nothing that readers would see or do is lost in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ...svg.allowed import SVG, XLINK, XML, Allowed, load_allowed
from ...svg.image_errors import ImageErrors
from ...svg.tree import Element, Name, Text, parse_svg
from ...svg.xml_encoding import decode_xml
from .data_url import rebuild_data_url
from .raster import PixelBudget
from .svg_localized import Localization, localize_svg
from .svg_mirror import check_mirror
from .svg_references import Reference, check_references
from .svg_style import StyleWriter
from .svg_style_sheet import SheetWriter

_PLAIN = re.compile(r"[^()\\:;@<>\"'{}\[\]]*")
_NUMBERS = r"[\s\d.,+\-eE]*"
_TRANSFORM = re.compile(
    rf"\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\({_NUMBERS}\)[\s,]*|\s*none\s*\Z"
)


def rebuild_svg(
    content: bytes, errors: ImageErrors, localization: Localization | None = None
) -> bytes:
    """The image as it is published; nothing, with errors, where it holds what is not allowed."""
    text = decode_xml(content, errors)
    root = None if text is None else parse_svg(text, errors)
    if root is None:
        return b""
    if (root.name.namespace, root.name.local) != (SVG, "svg"):
        hint = f'Begin it with <svg xmlns="{SVG}">, or save it as plain SVG.'
        errors.add(root.line, f"is not SVG: its first element is <{root.name}>", hint)
        return b""
    check_mirror(root, errors)
    if localization and not errors:
        localize_svg(root, localization)
    rebuilder = _Rebuilder(errors)
    copy = rebuilder.copy(root)
    check_references(
        copy, rebuilder.references, rebuilder.sheets.references, rebuilder.sheets.selected_ids,
        errors,
    )  # fmt: skip
    return b"" if errors else _serialize(copy)


@dataclass(slots=True)
class _Rebuilder:
    """Copies elements of one image; collects its errors and its references."""

    errors: ImageErrors
    allowed: Allowed = field(default_factory=load_allowed)
    references: list[Reference] = field(default_factory=list)
    pixels: PixelBudget = field(default_factory=PixelBudget)
    style: StyleWriter = field(init=False)
    sheets: SheetWriter = field(init=False)

    def __post_init__(self) -> None:
        self.style = StyleWriter(self.errors)
        self.sheets = SheetWriter(self.style)

    def copy(self, element: Element, holds_words: bool = False) -> Element:
        """Copy an element of SVG with what is allowed of it; `holds_words` as that around it."""
        name = element.name.local
        copy = Element(element.name, {}, element.line)
        if name not in self.allowed.elements:
            why = self.allowed.explain(name, "element")
            self.errors.add(element.line, f"holds <{element.name}>, {why}")
            return copy
        for key, value in element.attributes.items():
            self._copy_attribute(copy, key, value)
        if name == "style":
            self._copy_style_sheet(element, copy)
            return copy
        holds_words = holds_words or name in self.allowed.text_elements
        for child in element.children:
            if isinstance(child, Element):
                self._copy_child(child, copy, holds_words)
            elif holds_words:
                copy.children.append(child)
            elif child.content.strip():
                message = f"holds text in <{element.name}>, where readers do not show it"
                self.errors.add(child.line, message)
        return copy

    def _copy_child(self, child: Element, parent: Element, holds_words: bool) -> None:
        namespace = child.name.namespace
        if namespace in self.allowed.left_out_namespaces or (
            namespace == SVG and child.name.local in self.allowed.left_out_elements
        ):
            self._check_left_out(child, is_metadata=namespace == SVG)
        elif namespace != SVG:
            why = "which is not of SVG" + (f" but of {namespace}" if namespace else "")
            self.errors.add(child.line, f"holds <{child.name}>, {why}")
        elif parent.name.local in ("title", "desc"):
            message = f"holds <{child.name}> in <{parent.name}>, which holds words alone"
            self.errors.add(child.line, message)
        else:
            parent.children.append(self.copy(child, holds_words))

    def _check_left_out(self, element: Element, is_metadata: bool) -> None:
        """Report what would show or run something although it stands in what is left out."""
        for inner in element.iter_elements():
            namespace = inner.name.namespace
            is_active = namespace in self.allowed.active_namespaces
            is_known = is_metadata or namespace in self.allowed.left_out_namespaces
            if inner is not element and (is_active or not is_known):
                message = f"holds <{inner.name}> in <{element.name}>, which is not published"
                self.errors.add(inner.line, message)

    def _copy_attribute(self, copy: Element, key: Name, value: str) -> None:
        namespace = key.namespace
        kind = self.allowed.find_kind(f"xml:{key.local}" if namespace == XML else key.local)
        if key.local.lower().startswith("on"):
            why = self.allowed.explain("handler", "")
            self.errors.add(copy.line, f"holds the attribute {key}, {why}")
        elif key.local == "href" and namespace in ("", XLINK):
            self._copy_href(copy, key, value)
        elif self._is_left_out(key, kind):
            return
        elif namespace not in ("", XML) or not kind:
            why = self.allowed.explain(key.local, "attribute")
            self.errors.add(copy.line, f"holds the attribute {key}, {why}")
        else:
            self._copy_value(copy, key, value, kind)

    def _is_left_out(self, key: Name, kind: str) -> bool:
        if key.namespace == XLINK:
            return key.local in self.allowed.left_out_xlink
        if key.namespace in ("", XML):
            return kind == "left out"
        return key.namespace in self.allowed.left_out_namespaces

    def _copy_value(self, copy: Element, key: Name, value: str, kind: str) -> None:
        def refer(name: str, target: str, line: int) -> None:
            self.references.append(Reference(copy, name, target, line))

        is_clear = True
        match kind:
            case "style":
                value = self.style.write_attribute(value, copy.line, refer)
            case "property":
                value = self.style.write_value(key.local, value, copy.line, refer)
            case "plain":
                is_clear = bool(_PLAIN.fullmatch(value))
            case "transform":
                is_clear = _is_transform(value)
        if not is_clear:
            shown = value if len(value) <= 40 else f"{value[:40]}…"
            message = f"holds the attribute {key}={shown!r}, which cannot be understood"
            self.errors.add(copy.line, message)
        if value or kind != "style":
            copy.attributes[key] = value

    def _copy_href(self, copy: Element, key: Name, value: str) -> None:
        """Copy a reference to an element of this file, or to data where it may stand."""
        name = copy.name.local
        targets = self.allowed.references.get(name, frozenset())
        address = value.strip()
        if "data" in targets and address[:5].lower() == "data:":
            copy.attributes[key] = rebuild_data_url(address, copy.line, self.errors, self.pixels)
        elif not targets and address.startswith("#"):
            return  # this element refers to nothing: it draws the same without
        elif not address.startswith("#") or targets == {"data"}:
            shown = address if len(address) <= 80 else f"{address[:80]}…"
            message = f"refers to {shown!r}, which is outside the picture"
            self.errors.add(copy.line, message)
        else:
            copy.attributes[key] = address
            self.references.append(Reference(copy, "href", address[1:], copy.line))

    def _copy_style_sheet(self, element: Element, copy: Element) -> None:
        media_type = element.attributes.get(Name("", "type"), "text/css")
        if media_type.strip().lower() not in ("", "text/css"):
            message = f"holds a style sheet of the type {media_type!r}"
            self.errors.add(element.line, message)
        words = [child for child in element.children if isinstance(child, Text)]
        for child in element.children:
            if isinstance(child, Element):
                self.errors.add(child.line, f"holds <{child.name}> in <style>")
        if words:
            content = "".join(text.content for text in words)
            if written := self.sheets.write(content, words[0].line):
                copy.children.append(Text(written, element.line))


def _is_transform(value: str) -> bool:
    """Whether a value is a list of transformations (CSS Transforms 1 §8), one by one."""
    at, end = 0, len(value.rstrip())
    while at < end:
        found = _TRANSFORM.match(value, at)
        if found is None:
            return False
        at = found.end()
    return True


def _serialize(root: Element) -> bytes:
    return etree.tostring(_to_lxml(root, None), encoding="utf-8", xml_declaration=True)


def _to_lxml(element: Element, parent: etree._Element | None) -> etree._Element:
    name = f"{{{SVG}}}{element.name.local}"
    attributes = {
        f"{{{key.namespace}}}{key.local}" if key.namespace else key.local: value
        for key, value in element.attributes.items()
    }
    if parent is None:
        uses_xlink = any(
            key.namespace == XLINK for inner in element.iter_elements() for key in inner.attributes
        )
        nsmap: dict[Any, str] = {None: SVG, **({"xlink": XLINK} if uses_xlink else {})}
        made = etree.Element(name, attributes, nsmap)
    else:
        made = etree.SubElement(parent, name, attributes)
    for child in element.children:
        if isinstance(child, Element):
            _to_lxml(child, made)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child.content
        else:
            made.text = (made.text or "") + child.content
    return made
