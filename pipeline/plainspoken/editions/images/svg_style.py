"""Write the declarations of an SVG image anew from allowed properties and functions (CSS Syntax 3).

What is written comes from the tokens, never from the text: an escape, a comment or an error that
readers understand differently does not get through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import tinycss2
from tinycss2.ast import Declaration, Node

from ...svg.allowed import Allowed, load_allowed
from ...svg.image_errors import SIMPLER, ImageErrors

Refer = Callable[[str, str, int], None]
"""Told the property, the id and the line of each `url(#id)`."""
MAX_STYLE = 1_000_000
"""Characters of CSS to tokenize, at some 500,000 a second. What is plain does not count."""
_MAX_PLAIN = 10_000
UNCLEAR = "has a style that cannot be understood"
_UNFIT = re.compile(r"[<\x00-\x1f\x7f-\x9f\ufffe\uffff]")
"""What HTML could take for a tag, and what an escape of CSS may stand for but XML cannot hold."""
_MAX_DEPTH = 10
"""Of functions in one another."""
_TOKENS = {"whitespace", "ident", "hash", "number", "percentage", "dimension", "string"}
_SIGNS = set(",/+-*")
_PLAIN = r"[\w#.,%+\- \t\r\n]*"
_PLAIN_VALUE = re.compile(_PLAIN, re.ASCII)
_PLAIN_DECLARATION = re.compile(
    rf"(-?[A-Za-z][A-Za-z-]*)\s*:({_PLAIN}|\s*url\(#[A-Za-z_][\w.-]*\)\s*)(?:;[;\s]*|\Z)", re.ASCII
)
_CUSTOM_NAME = re.compile(r"--[\w-]+", re.ASCII)
_ID = re.compile(r"#[^\W\d][\w.-]*")


def is_plain(token: Node, types: set[str], signs: set[str]) -> bool:
    """Whether a token is of some types or signs, and its words could stand in any file."""
    if token.type == "literal":
        return token.value in signs
    words = f"{getattr(token, 'value', '')}{getattr(token, 'unit', '')}"
    return token.type in types and not (token.type != "whitespace" and _UNFIT.search(words))


def serialize_tokens(tokens: Sequence[Node]) -> str:
    """Write tokens without the white space around them; one that is escaped stays."""
    places = [place for place, token in enumerate(tokens) if token.type != "whitespace"]
    inner = tokens[places[0] : places[-1] + 1] if places else ()
    return str(tinycss2.serialize(inner))


@dataclass(slots=True)
class StyleWriter:
    """Writes the styles of one image; `errors` collects what is not allowed in them."""

    errors: ImageErrors
    allowed: Allowed = field(default_factory=load_allowed)
    tokenized: int = 0
    known: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=dict)
    """Of each `style` that stood before: what it became, and its references."""

    def write_value(self, name: str, text: str, line: int, refer: Refer) -> str:
        """Write the value of a presentation attribute (SVG 2 §6.6)."""
        if _PLAIN_VALUE.fullmatch(text):
            return text
        if not self.count(text, line):
            return ""
        tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
        return self._write_tokens(name, tokens, line, refer)

    def write_attribute(self, text: str, line: int, refer: Refer) -> str:
        """Write the value of a `style` attribute."""
        if text not in self.known:
            found: list[tuple[str, str]] = []
            count = len(self.errors.findings)
            written = self._write_text(text, line, lambda name, to, _: found.append((name, to)))
            if len(self.errors.findings) > count:
                return written
            self.known[text] = written, tuple(found)
        written, references = self.known[text]
        for name, target in references:
            refer(name, target, line)
        return written

    def count(self, text: str, line: int) -> bool:
        """Count a text that is about to be tokenized; whether there is not too much."""
        self.tokenized += len(text)
        if self.tokenized > MAX_STYLE:
            self.errors.add(line, f"has more than {MAX_STYLE:,} characters of styles", SIMPLER)
        return self.tokenized <= MAX_STYLE

    def _write_text(self, text: str, line: int, refer: Refer) -> str:
        is_short = len(text) <= _MAX_PLAIN
        plain = list(_split_plain(text.strip("; \t\r\n"))) if is_short else []
        if is_short and all(plain):
            pairs = [(found[1], found[2].strip()) for found in plain if found]
            return ";".join(filter(None, (self._write_plain(*pair, line, refer) for pair in pairs)))
        if not self.count(text, line):
            return ""
        items = tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True)
        return self.write_block(items, line, refer)

    def _write_plain(self, name: str, value: str, line: int, refer: Refer) -> str:
        if not self._is_known(name.lower(), line):
            return ""
        if value.startswith("url("):
            self._refer(name.lower(), value[4:-1], line, refer)
        return f"{name}:{value}" if value else ""

    def write_block(self, items: Iterable[Node], first: int, refer: Refer) -> str:
        """Write declarations, of a text that begins in the line `first`."""
        written = []
        for item in items:
            line = first - 1 + item.source_line
            if item.type == "declaration":
                written.append(self._write_declaration(item, first, refer))
            elif item.type == "at-rule":
                self.refuse_rule(item.lower_at_keyword, line)
            else:
                self.errors.add(line, UNCLEAR)
        return ";".join(filter(None, written))

    def refuse_rule(self, keyword: str, line: int) -> None:
        """Report a rule `@keyword`."""
        why = self.allowed.explain(f"@{keyword}", "rule")
        self.errors.add(line, f"has a style with @{keyword}, {why}")

    def _write_declaration(self, item: Declaration, first: int, refer: Refer) -> str:
        is_custom = bool(_CUSTOM_NAME.fullmatch(item.name))
        name = item.name if is_custom else item.lower_name
        if not is_custom and not self._is_known(name, first - 1 + item.source_line):
            return ""
        value = self._write_tokens(name, item.value, first, refer)
        return f"{name}:{value}{' !important' if item.important else ''}" if value else ""

    def _is_known(self, name: str, line: int) -> bool:
        """Whether a property is written; reports it where it is not allowed."""
        if name in self.allowed.properties:
            return True
        if not self.allowed.is_left_out(name):
            why = self.allowed.explain(name, "property")
            self.errors.add(line, f"has a style with {name}, {why}")
        return False

    def _write_tokens(self, name: str, tokens: Sequence[Node], first: int, refer: Refer) -> str:
        """Write a value, of a text that begins in the line `first`."""
        return serialize_tokens(list(self._copy(name, tokens, first, refer, 0)))

    def _copy(
        self, name: str, tokens: Sequence[Node], first: int, refer: Refer, depth: int
    ) -> Iterator[Node]:
        """The tokens that are allowed; reports the others."""
        for token in tokens:
            line = first - 1 + token.source_line
            if (url := _read_url(token)) is not None:
                if self._refer(name, url, line, refer):
                    yield from tinycss2.parse_component_value_list(f"url({url})")
            elif token.type in ("function", "() block") and depth < _MAX_DEPTH:
                if token.type == "function" and token.lower_name not in self.allowed.functions:
                    why = "which is no function that a picture may hold"
                    self.errors.add(line, f"has a style with {token.name}(…), {why}")
                inner = token.arguments if token.type == "function" else token.content
                inner[:] = list(self._copy(name, list(inner), first, refer, depth + 1))
                yield token
            elif is_plain(token, _TOKENS, _SIGNS):
                yield token
            else:
                self.errors.add(line, UNCLEAR)

    def _refer(self, name: str, url: str, line: int, refer: Refer) -> bool:
        """Note a reference, or report one that is not to an element of this file."""
        if not url.startswith("#"):
            self.errors.add(line, f"has a style that loads {url!r}")
        elif not _ID.fullmatch(url):
            self.errors.add(line, f"refers to {url!r}, an id that EPUB does not allow")
        elif name not in self.allowed.property_references:
            self.errors.add(line, f"refers to {url} with {name}, which takes no reference")
        else:
            refer(name, url[1:], line)
            return True
        return False


def _split_plain(text: str) -> Iterator[re.Match[str] | None]:
    """The declarations of a text of plain ones; None, last, where it is none."""
    at = 0
    while at < len(text):
        found = _PLAIN_DECLARATION.match(text, at)
        yield found
        if found is None:
            return
        at = found.end()


def _read_url(token: Node) -> str | None:
    """The address in `url(address)` or `url("address")`; None for another token."""
    if token.type == "url":
        return str(token.value)
    if token.type == "function" and token.lower_name == "url":
        inner = [argument for argument in token.arguments if argument.type != "whitespace"]
        return str(inner[0].value) if len(inner) == 1 and inner[0].type == "string" else ""
    return None
