"""Inline Markdown goes in and spans come out, with every fault; and back again.

`write_inline` gives the canonical form: what translators see, and what reads back the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, count

from markdown_it.token import Token

from ..diagnostics.suggestions import suggest_nearest
from ..guide import Mark, Span
from . import markdown
from .white_space import LINE_END, find_line_starts, fold_white_space

_PLAIN = re.compile(r"[^\\`*_\[<&{\n\r\x00]*")
"""No sign in it is Markdown: most texts are so, and the parser would take its time to say it."""
_VALUE = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_BROKEN = re.compile(r"\[[^\[\]]*\] ?[\[(][^\[\]()]*[\])]?")
_SPECIAL = re.compile(
    r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\{(?=[a-z][a-z0-9-]*\})"
)
_DELIMITERS = {"emphasis": "*", "strong": "**"}
_ALLOW = re.compile(r"<!--\s*allow\b\s*([\w-]*)\s*:?(.*?)-->", re.DOTALL)
ALLOW_SYNTAX = "`<!-- allow NAME: REASON -->`"
TERM_PREFIX = "term:"
MAX_DEPTH = 100
"""So deep brackets and marks may stand in one another: deeper, no person meant them."""


@dataclass(frozen=True, slots=True)
class Names:
    """What inline Markdown may name."""

    links: Mapping[str, str] = field(default_factory=dict)
    """Label and target, of links and of images."""
    terms: frozenset[str] = frozenset()
    values: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Name, and the text and target to show for it."""
    unsure: frozenset[str] = frozenset()
    """Of `links`, `terms` and `values` those whose table has faults: a name that is missing there
    is no further fault."""

    def labels(self) -> list[str]:
        """All that may stand in the second brackets of a link."""
        return [*self.links, *(TERM_PREFIX + term for term in sorted(self.terms))]


@dataclass(frozen=True, slots=True)
class InlineError:
    """Something wrong in inline Markdown."""

    line: int
    """Lines after the first of the block."""
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class InlineContent:
    """What was read, and what was wrong with it."""

    spans: tuple[Span, ...]
    errors: tuple[InlineError, ...]
    allowed: tuple[tuple[str, str], ...] = ()
    """What comments `<!-- allow NAME: REASON -->` say."""
    lines: tuple[int, ...] = ()
    """Where each line after the first begins, in characters of the text."""


def parse_inline(text: str, names: Names) -> InlineContent:
    """Read one block's inline Markdown."""
    if _PLAIN.fullmatch(text):
        return InlineContent(fold_white_space([Span(text)]) if text else (), ())
    if has_deep_brackets(text):
        return _too_deep(text, "brackets stand")
    return convert_tokens(markdown.parse_inline_tokens(text, names.labels()), names)


def convert_tokens(tokens: Sequence[Token], names: Names) -> InlineContent:
    """Read inline tokens: white space folded, links and values resolved."""
    if max(accumulate(token.nesting for token in tokens), default=0) > MAX_DEPTH:
        return _too_deep("".join(token.content for token in tokens), "emphasis and links stand")
    reader = _TokenConverter(names)
    for token in tokens:
        reader.read(token)
    return InlineContent(
        fold_white_space(reader.spans),
        tuple(reader.errors),
        tuple(reader.allowed),
        find_line_starts(reader.spans) if reader.line else (),
    )


def has_deep_brackets(text: str) -> bool:
    """Whether the brackets of a block would keep the parser busy for minutes."""
    return text.count("[") > MAX_DEPTH and _depth(text) > MAX_DEPTH


def _depth(text: str) -> int:
    """How deep brackets stand in one another."""
    steps = (1 if sign == "[" else -1 for sign in re.findall(r"[\[\]]", text))
    return max(accumulate(steps, lambda depth, step: max(0, depth + step)), default=0)


def _too_deep(text: str, what: str) -> InlineContent:
    hint = "Take the needless ones away; write \\[ or \\* for a plain sign."
    return InlineContent(
        (Span(text),), (InlineError(0, f"{what} more than {MAX_DEPTH} deep", hint),)
    )


class _TokenConverter:
    """Walks over tokens; keeps the marks that are open and the line it is in."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.open: list[Mark] = []
        self.spans: list[Span] = []
        self.errors: list[InlineError] = []
        self.allowed: list[tuple[str, str]] = []
        self.line = 0
        self.unnamed = count(1)

    def read(self, token: Token) -> None:
        match token.type:
            case "text":
                self._text(token.content)
            case "text_special":
                self._add(token.content)
            case "softbreak":
                self.line += 1
                self._add(LINE_END)
            case "hardbreak":
                self.line += 1
                self._add("\n", Mark("break"))
            case "code_inline":
                self._add(token.content, Mark("code"))
            case "em_open":
                self.open.append(Mark("emphasis"))
            case "strong_open":
                self.open.append(Mark("strong"))
            case "link_open":
                self.open.append(self._link(token, str(token.attrs["href"]), "link"))
            case "em_close" | "strong_close" | "link_close":
                self.open.pop()
            case "image":
                self._image(token)
            case _:
                self._html(token)

    def _add(self, text: str, *marks: Mark) -> None:
        if text:
            self.spans.append(Span(text, (*self.open, *marks)))

    def _fault(self, message: str, hint: str) -> None:
        self.errors.append(InlineError(self.line, message, hint))

    def _text(self, text: str) -> None:
        for broken in _BROKEN.finditer(text):
            label = re.split(r"\] ?[\[(]", broken[0])[-1].rstrip("])")
            if ("terms" if label.startswith(TERM_PREFIX) else "links") in self.names.unsure:
                continue
            near = suggest_nearest(label, self.names.labels())
            hint = near or "Add it to the links or the glossary, or write \\[ for a plain bracket."
            self._fault(f"`{broken[0]}` leads nowhere", hint)
        at = 0
        for found in _VALUE.finditer(text):
            self._add(text[at : found.start()])
            self._value(found[1])
            at = found.end()
        self._add(text[at:])

    def _value(self, name: str) -> None:
        if name not in self.names.values:
            if "values" in self.names.unsure:
                return
            near = suggest_nearest(name, self.names.values)
            hint = near or "Add it to source/values.toml, or write \\{ for a plain brace."
            self._fault(f"there is no value `{name}`", hint)
            return
        text, target = self.names.values[name]
        self._add(text, Mark("value", target, name))

    def _link(self, token: Token, address: str, kind: str) -> Mark:
        if token.attrs.get("title"):
            self._fault("a title of a link or image is not read aloud", "Write it into the text.")
        label = markdown.find_label(token, address)
        if label.startswith(TERM_PREFIX):
            return Mark("term", label.removeprefix(TERM_PREFIX), label)
        target = self.names.links.get(label, address)
        if not target:
            self._fault("a link has no address", "Name where it leads.")
        name = label or f"{kind}-{next(self.unnamed)}"
        return Mark("image" if kind == "image" else "link", target, name)

    def _image(self, token: Token) -> None:
        alt = "".join(child.content or " " for child in token.children or [])
        mark = self._link(token, str(token.attrs["src"]), "image")
        if not alt.strip():
            self._fault(
                f"the image `{mark.target}` has no alternative text",
                "Write what it shows: ![what it shows](file).",
            )
        self._add(alt, mark)

    def _html(self, token: Token) -> None:
        if not (token.content.startswith("<!--") and token.content.endswith("-->")):
            self._fault(
                f"raw HTML `{token.content}` cannot be carried",
                "Use Markdown, or write \\< for a plain sign.",
            )
        elif found := _ALLOW.match(token.content):
            name, reason = found[1], (found[2] or "").strip()
            if not reason:
                self._fault(f"`{token.content}` gives no reason", f"Write {ALLOW_SYNTAX}.")
            self.allowed.append((name, " ".join(reason.split())))


def write_inline(spans: Sequence[Span]) -> str:
    """The canonical inline Markdown of spans; `read_inline` gives the same spans again."""
    out: list[str] = []
    open_marks: list[Mark] = []
    for span in spans:
        nesting = [
            mark for mark in span.marks if mark.kind in ("emphasis", "strong", "link", "term")
        ]
        shared = 0
        while shared < min(len(nesting), len(open_marks)) and nesting[shared] == open_marks[shared]:
            shared += 1
        out += [_close(mark) for mark in reversed(open_marks[shared:])]
        for mark in nesting[shared:]:
            if mark.kind in ("link", "term"):
                _guard_bang(out)
            out.append(_DELIMITERS.get(mark.kind, "["))
        open_marks = nesting
        out.append(_write_text(span))
    out += [_close(mark) for mark in reversed(open_marks)]
    return "".join(out)


def _guard_bang(out: list[str]) -> None:
    """Keep a plain `!` before a link from making it an image."""
    if out and out[-1].endswith("!") and not out[-1].endswith("\\!"):
        out[-1] = out[-1][:-1] + "\\!"


def _close(mark: Mark) -> str:
    return _DELIMITERS.get(mark.kind) or f"][{mark.label}]"


def _write_text(span: Span) -> str:
    if mark := span.mark("value"):
        return f"{{{mark.label}}}"
    if mark := span.mark("image"):
        return f"![{_SPECIAL.sub(_escaped, span.text)}][{mark.label}]"
    if span.mark("break"):
        return "\\\n"
    if span.mark("code"):
        return _write_code(span.text)
    return _SPECIAL.sub(_escaped, span.text)


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _write_code(text: str) -> str:
    fence = "`"
    while re.search(rf"(?<!`){fence}(?!`)", text):
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") or text.strip(" ") != text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
