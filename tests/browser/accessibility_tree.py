"""What a browser tells assistive technology of a page: one line each for roles and texts, in order.

A role is told with its level, number, target or name, and what is in it stands further in. A text
is told with its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Roles that say nothing of what is in them; what is said of a list's item stands at the item.
_SILENT = {"none", "generic", "ListMarker"}
_OWN_NAMES = {
    "RootWebArea", "region", "table", "image", "note",
    "doc-chapter", "doc-cover", "doc-colophon", "doc-glossary", "doc-notice", "doc-tip", "doc-toc",
}  # fmt: skip
"""Roles with a name that is not the text in them, or not that alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """A role, or a text, which has a language where it is not white space alone."""

    depth: int
    words: str
    is_text: bool = False
    lang: str = ""


def format_told(told: Iterable[Told]) -> list[str]:
    """Lines of all that is told. Texts beside each other in one language are one."""
    merged: list[Told] = []
    for each in told:
        last = merged[-1] if merged else None
        beside = last and last.is_text and each.is_text and last.depth == each.depth
        if last and beside and (each.lang in (last.lang, "") or not last.lang):
            lang = each.lang or last.lang
            merged[-1] = Told(last.depth, last.words + each.words, True, lang)
        else:
            merged.append(each)
    lines = (
        f"{'  ' * each.depth}{each.lang + ': ' if each.is_text else ''}{words}"
        for each in merged
        if (words := " ".join(each.words.split()))
    )
    return list(lines)


def read_tree(page: Page) -> list[str]:
    """All that the accessibility tree of a page tells."""
    session = page.context.new_cdp_session(page)
    document = session.send("DOM.getDocument", {"depth": -1})["root"]
    languages = dict(_find_languages(document, ""))
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    folder = page.url.rpartition("/")[0] + "/"
    return format_told(_Tree(nodes, languages, folder).tell(nodes[0], 0))


def _find_languages(node: Mapping[str, Any], lang: str) -> Iterator[tuple[int, str]]:
    """The language of each node of a document, texts of white space alone left out."""
    attributes = node.get("attributes", [])
    lang = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("lang", lang)
    yield node["backendNodeId"], lang
    for child in node.get("children", []):
        yield from _find_languages(child, lang)


class _Tree:
    """The nodes of an accessibility tree."""

    def __init__(
        self, nodes: Iterable[Mapping[str, Any]], languages: Mapping[int, str], folder: str
    ) -> None:
        self.nodes = {node["nodeId"]: node for node in nodes}
        self.languages = languages
        self.folder = folder

    def tell(self, node: Mapping[str, Any], depth: int) -> Iterator[Told]:
        """A node and all in it."""
        role, name = _value(node, "role"), _value(node, "name")
        if role in ("StaticText", "LineBreak"):
            lang = self.languages.get(node["backendDOMNodeId"], "") if name.strip() else ""
            yield Told(depth, name, True, lang)
            return
        children = [self.nodes[child] for child in node.get("childIds", [])]
        if not node["ignored"] and role not in _SILENT:
            yield Told(depth, " ".join(filter(None, (role, *self._describe(node, children)))))
            depth += 1
        for child in children:
            if _value(node, "role") != "ListMarker":
                yield from self.tell(child, depth)

    def _describe(
        self, node: Mapping[str, Any], children: Iterable[Mapping[str, Any]]
    ) -> Iterator[str]:
        """What is told of a node besides its role."""
        role = _value(node, "role")
        properties = {each["name"]: each["value"] for each in node.get("properties", [])}
        if role == "heading":
            yield str(properties["level"]["value"])
        for child in children:
            if _value(child, "role") == "ListMarker":
                yield "".join(filter(str.isdigit, _value(child, "name")))
        if role in ("link", "doc-glossref", "doc-backlink"):
            yield str(properties["url"]["value"]).removeprefix(self.folder)
        if role in _OWN_NAMES:
            yield _value(node, "name")
        if properties.get("details", {}).get("relatedNodes"):
            yield "(described)"


def _value(node: Mapping[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))
