"""Write the style sheets of an SVG image anew: rules of allowed selectors (Selectors 4), and what
stands in `@media` (Media Queries 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import tinycss2
from tinycss2.ast import Node

from .svg_style import UNCLEAR, StyleWriter, is_plain, serialize_tokens

_MAX_DEPTH = 3
"""Of selectors, and of rules, in one another."""
_SELECTOR_TOKENS = {"whitespace", "ident", "hash"}
_SELECTOR_SIGNS = set(".,>+~*:")
_ATTRIBUTE_SIGNS = {"=", "~=", "^=", "$=", "*=", "|="}
_NTH_TOKENS = {"whitespace", "ident", "number", "dimension"}
_MEDIA_TOKENS = {"whitespace", "ident", "number", "dimension"}


@dataclass(frozen=True, slots=True)
class StyleReference:
    """A reference that a rule makes for the elements that it is about."""

    subjects: tuple[str, ...]
    """What its selectors end in: `.class`, `#id`, the name of an element, or `*`."""
    property: str
    target: str
    line: int


@dataclass(slots=True)
class SheetWriter:
    """Writes the style sheets of one image."""

    style: StyleWriter
    references: list[StyleReference] = field(default_factory=list)
    selected_ids: set[str] = field(default_factory=set)

    def write(self, text: str, line: int) -> str:
        """Write the content of a `style` element, which begins in a line."""
        if not self.style.count(text, line):
            return ""
        items = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        return "\n".join(self._write_rules(items, line, 0))

    def _write_rules(self, items: Iterable[Node], first: int, depth: int) -> Iterator[str]:
        for item in items:
            line = first - 1 + item.source_line
            if item.type == "qualified-rule":
                yield self._write_rule(item, first)
            elif item.type != "at-rule":
                self.style.errors.add(line, UNCLEAR)
            elif item.lower_at_keyword != "media":
                self.style.refuse_rule(item.lower_at_keyword, line)
            elif item.content is None or depth == _MAX_DEPTH or not _is_query(item.prelude):
                self.style.errors.add(line, UNCLEAR)
            else:
                inner = tinycss2.parse_rule_list(
                    item.content, skip_comments=True, skip_whitespace=True
                )
                rules = "\n".join(self._write_rules(inner, first, depth + 1))
                yield f"@media {serialize_tokens(item.prelude)} {{\n{rules}\n}}"

    def _write_rule(self, rule: Node, first: int) -> str:
        found: list[tuple[str, str, int]] = []
        items = tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        )
        block = self.style.write_block(items, first, lambda *reference: found.append(reference))
        subjects = tuple(_list_subjects(rule.prelude))
        self.references += [StyleReference(subjects, *reference) for reference in found]
        if unknown := self._find_unknown(rule.prelude, 0):
            message = f"has a style for {unknown}, which is no selector that a picture may hold"
            self.style.errors.add(first - 1 + rule.source_line, message)
            return ""
        return f"{serialize_tokens(rule.prelude)}{{{block}}}"

    def _find_unknown(self, tokens: Sequence[Node], depth: int) -> str:
        """What is not allowed in selectors; empty where all is. Notes the ids in them."""
        pseudo_classes = self.style.allowed.pseudo_classes
        is_pseudo = False
        if all(token.type == "whitespace" for token in tokens):
            return "nothing"
        for token in tokens:
            if token.type == "hash":
                self.selected_ids.add(token.value)
            if is_pseudo and token.type in ("ident", "function"):
                name = token.lower_value if token.type == "ident" else token.lower_name
                inner = token.arguments if token.type == "function" else ()
                if name not in pseudo_classes or depth == _MAX_DEPTH:
                    return f":{name}"
                if name.startswith("nth-"):
                    if not all(is_plain(part, _NTH_TOKENS, {"+", "-"}) for part in inner):
                        return f":{name}"
                elif token.type == "function" and (unknown := self._find_unknown(inner, depth + 1)):
                    return unknown
            elif token.type == "[] block":
                if not self._is_attribute(token.content):
                    return "an attribute"
            elif not is_plain(token, _SELECTOR_TOKENS, _SELECTOR_SIGNS):
                return str(getattr(token, "value", None) or f"a {token.type}")
            is_pseudo = token.type == "literal" and token.value == ":"
        return ""

    def _is_attribute(self, tokens: Sequence[Node]) -> bool:
        """Whether a selector is about an attribute that is written."""
        name, *rest = [token for token in tokens if token.type != "whitespace"] or [None]
        return (
            name is not None
            and name.type == "ident"
            and self.style.allowed.find_kind(name.value) not in ("", "left out")
            and all(is_plain(token, {"ident", "string"}, _ATTRIBUTE_SIGNS) for token in rest)
        )


def _is_query(tokens: Sequence[Node]) -> bool:
    """Whether the condition of `@media` can be understood."""
    inner = [part for token in tokens if token.type == "() block" for part in token.content]
    outer = [token for token in tokens if token.type != "() block"]
    return all(is_plain(token, _MEDIA_TOKENS, set(":,/")) for token in (*outer, *inner))


def _list_subjects(tokens: Sequence[Node]) -> Iterator[str]:
    """What each of some selectors, between commas, ends in; `*` where that may be anything."""
    subject, before = "*", ""
    for token in tokens:
        sign = token.value if token.type == "literal" else ""
        if sign == ",":
            yield subject
        if token.type == "whitespace" or sign in (",", ">", "+", "~"):
            subject, before = "*", ""
            continue
        if token.type == "hash":
            subject = f"#{token.value}"
        elif token.type == "ident" and before == "." and not subject.startswith("#"):
            subject = f".{token.value}"
        elif token.type == "ident" and not before and subject == "*":
            subject = token.value
        before = sign or " "
    yield subject
