"""Turn inline Markdown (CommonMark 0.31 §6) into spans, and spans into its canonical form.

Translators see that form: parsed again, it gives the same spans, with no needless escapes (§2.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, count, takewhile

from markdown_it.token import Token

from ..config.text_files import HIDDEN_CHARACTER, describe_hidden
from ..diagnostics.suggestions import suggest_nearest
from ..diagnostics.suppressions import Suppression
from ..diagnostics.visible_text import show_hidden
from ..guide import CriticalMark, Mark, Span
from . import markdown
from .bounds import MOST_NESTING, has_deep_brackets, has_deep_emphasis
from .comments import read_comment
from .white_space import LINE_END, find_line_starts, fold_white_space

_PLAIN = re.compile(r"[^\\`*_\[<&{\n\r\x00]*")
"""Nothing in it is Markdown: true of most texts, and found faster than by the parser."""
_VALUE = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_BROKEN = re.compile(r"\[[^\[\]]*\] ?[\[(][^\[\]()]*[\])]?")
_SPECIAL = re.compile(
    r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\{(?=[a-z][a-z0-9-]*\})"
)
NESTING = ("emphasis", "strong", "link", "term")
"""The kinds of marks that may hold others, and that sentences may share."""
_DELIMITERS = {"emphasis": "*", "strong": "**"}
TERM_PREFIX = "term:"


@dataclass(frozen=True, slots=True)
class Names:
    """What inline Markdown may name."""

    links: Mapping[str, str] = field(default_factory=dict)
    """Label and target, of links and of images."""
    terms: frozenset[str] = frozenset()
    values: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Name, and the text and target to show for it."""
    has_own_addresses: bool = True
    """Whether links may have addresses of their own; a translation names those of the source."""
    unsure: frozenset[str] = frozenset()
    """Those whose table has errors: a name that is missing there is no further error."""

    def labels(self) -> list[str]:
        """List all that may stand in the second brackets of a link."""
        return [*self.links, *list_term_labels(self.terms)]


@lru_cache(16)
def list_term_labels(terms: frozenset[str]) -> tuple[str, ...]:
    """List what may stand in the second brackets for each term, in order."""
    return tuple(TERM_PREFIX + term for term in sorted(terms))


@dataclass(frozen=True, slots=True)
class InlineError:
    """Something wrong in inline Markdown."""

    line: int
    """Lines after the first of the block."""
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class InlineContent:
    """The content of a block, and what is wrong with it."""

    spans: tuple[Span, ...]
    errors: tuple[InlineError, ...]
    suppressions: tuple[Suppression, ...] = ()
    """What comments `<!-- allow NAME: REASON -->` allow."""
    critical_mark: CriticalMark | None = None
    """What a comment says of it."""
    lines: tuple[int, ...] = ()
    """Where each line after the first begins, in characters of the text."""


def parse_inline(text: str, names: Names) -> InlineContent:
    """Parse one block's inline Markdown."""
    if _PLAIN.fullmatch(text):
        return InlineContent(fold_white_space([Span(text)]) if text else (), ())
    if has_deep_brackets(text):
        return _refuse_depth(text, "brackets stand")
    if has_deep_emphasis(text):
        return _refuse_depth(text, "emphasis stands")
    labels = (tuple(names.links), list_term_labels(names.terms))
    return convert_tokens(markdown.parse_inline_tokens(text, *labels), names)


def convert_tokens(tokens: Sequence[Token], names: Names) -> InlineContent:
    """Convert inline tokens to spans: white space folded, links and values resolved."""
    if max(accumulate(token.nesting for token in tokens), default=0) > MOST_NESTING:
        return _refuse_depth("".join(token.content for token in tokens), "emphasis and links stand")
    converter = _TokenConverter(names)
    for token in tokens:
        converter.convert(token)
    return InlineContent(
        fold_white_space(converter.spans),
        tuple(converter.errors),
        tuple(converter.suppressions),
        converter.critical_mark,
        find_line_starts(converter.spans) if converter.line else (),
    )


def _refuse_depth(text: str, subject: str) -> InlineContent:
    hint = "Take the needless ones away; write \\[ or \\* for a plain sign."
    error = InlineError(0, f"{subject} more than {MOST_NESTING} deep in one another", hint)
    return InlineContent((Span(text),), (error,))


@dataclass(slots=True)
class _TokenConverter:
    """Keeps track of open marks and of the line."""

    names: Names
    open: list[Mark] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    errors: list[InlineError] = field(default_factory=list)
    suppressions: list[Suppression] = field(default_factory=list)
    critical_mark: CriticalMark | None = None
    line: int = 0
    unnamed: Iterator[int] = field(default_factory=lambda: count(1))

    def convert(self, token: Token) -> None:
        match token.type:
            case "text":
                self._convert_text(token.content)
            case "text_special":
                self._check_reference(token)
                self._add(token.content)
            case "softbreak":
                self.line += 1
                self._add(LINE_END)
            case "hardbreak":
                self.line += 1
                self._add("\n", Mark("break"))
            case "code_inline":
                self._add(token.content, Mark("code"))
            case "em_open" | "strong_open":
                self.open.append(Mark("emphasis" if token.type == "em_open" else "strong"))
            case "link_open":
                self.open.append(self._make_mark(token, str(token.attrs["href"]), "link"))
            case "em_close" | "strong_close" | "link_close":
                self.open.pop()
            case "image":
                self._add_image(token)
            case _:
                self._convert_html(token)

    def _add(self, text: str, *marks: Mark) -> None:
        if text:
            self.spans.append(Span(text, (*self.open, *marks)))

    def _report(self, message: str, hint: str) -> None:
        self.errors.append(InlineError(self.line, message, hint))

    def _check_reference(self, token: Token) -> None:
        """Report what a character reference hides (CommonMark §2.5): the file's own are known."""
        if hidden := HIDDEN_CHARACTER.search(token.content):
            self._report(f"there is {describe_hidden(hidden[0])}", "Remove it.")

    def _convert_text(self, text: str) -> None:
        for broken in _BROKEN.finditer(text):
            label = re.split(r"\] ?[\[(]", broken[0])[-1].rstrip("])")
            hint = "Add it to the links or the glossary, or write \\[ for a plain bracket."
            hint = suggest_nearest(label, self.names.labels()) or hint
            if ("terms" if label.startswith(TERM_PREFIX) else "links") not in self.names.unsure:
                self._report(f"`{broken[0]}` leads nowhere", hint)
        at = 0
        for found in _VALUE.finditer(text):
            self._add(text[at : found.start()])
            self._add_value(found[1])
            at = found.end()
        self._add(text[at:])

    def _add_value(self, name: str) -> None:
        if name in self.names.values:
            text, target = self.names.values[name]
            self._add(text, Mark("value", target, name))
        elif "values" not in self.names.unsure:
            hint = "Add it to source/values.toml, or write \\{ for a plain brace."
            hint = suggest_nearest(name, self.names.values) or hint
            self._report(f"there is no value `{name}`", hint)

    def _make_mark(self, token: Token, address: str, kind: str) -> Mark:
        if token.attrs.get("title"):
            message = "a title of a link or image is not read aloud"
            self._report(message, "Write it into the text.")
        label = markdown.find_label(token, address)
        if label.startswith(TERM_PREFIX):
            return Mark("term", label.removeprefix(TERM_PREFIX), label)
        if not label and not self.names.has_own_addresses:
            hint = "Write [words][name] with a name that stands in the text."
            self._report(f"`{show_hidden(address)}` is an address of the translation's own", hint)
        target = self.names.links.get(label, address)
        if not target:
            self._report("a link has no address", "Name where it leads.")
        name = label or f"{kind}-{next(self.unnamed)}"
        return Mark("image" if kind == "image" else "link", target, name)

    def _add_image(self, token: Token) -> None:
        for child in token.children or []:
            if child.type == "text_special":
                self._check_reference(child)
            elif child.type == "html_inline":
                self._convert_html(child)
        shown = (child for child in token.children or [] if child.type != "html_inline")
        alt = "".join(child.content or " " for child in shown)
        mark = self._make_mark(token, str(token.attrs["src"]), "image")
        if not alt.strip():
            hint = "Write what it shows: ![what it shows](file)."
            self._report(f"the image `{mark.target}` has no alternative text", hint)
        if any(found[1] in self.names.values for found in _VALUE.finditer(alt)):
            self._report("an alternative text names a value", "Name it in the text around it.")
        self._add(alt, mark)

    def _convert_html(self, token: Token) -> None:
        if not (token.content.startswith("<!--") and token.content.endswith("-->")):
            hint = "Use Markdown, or write \\< for a plain sign."
            self._report(f"raw HTML `{token.content}` cannot be carried", hint)
        else:
            self._add_comment(token.content)

    def _add_comment(self, text: str) -> None:
        comment = read_comment(text, is_translation=not self.names.has_own_addresses)
        if comment.error:
            self._report(*comment.error)
        if comment.suppression:
            self.suppressions.append(comment.suppression)
        if comment.mark and self.critical_mark:
            self._report(f"`{text}` is a second mark", "Leave one for each text.")
        self.critical_mark = self.critical_mark or comment.mark


def write_inline(spans: Sequence[Span]) -> str:
    """Write spans as canonical inline Markdown, from which `parse_inline` gives them again."""
    out: list[str] = []
    open_marks: list[Mark] = []
    for span in spans:
        nesting = [mark for mark in span.marks if mark.kind in NESTING]
        shared = len(find_shared(nesting, open_marks))
        out += [_close(mark) for mark in reversed(open_marks[shared:])]
        for mark in nesting[shared:]:
            if mark.kind in ("link", "term"):
                _escape_bang(out)
            out.append(_DELIMITERS.get(mark.kind, "["))
        open_marks = nesting
        out.append(_write_text(span))
    out += [_close(mark) for mark in reversed(open_marks)]
    return "".join(out)


def find_shared(first: Sequence[Mark], second: Sequence[Mark]) -> list[Mark]:
    """The marks that go across from one span to the next."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return [mark for mark, _ in pairs if mark.kind in NESTING]


def _escape_bang(out: list[str]) -> None:
    """Escape a plain `!` before a link: it would make it an image (§6.4)."""
    if out and out[-1].endswith("!") and not out[-1].endswith("\\!"):
        out[-1] = out[-1][:-1] + "\\!"


def _close(mark: Mark) -> str:
    return _DELIMITERS.get(mark.kind) or f"][{mark.label}]"


def _write_text(span: Span) -> str:
    if mark := span.mark("value"):
        return f"{{{mark.label}}}"
    if mark := span.mark("image"):
        return f"![{_escape(span.text)}][{mark.label}]"
    if span.mark("break"):
        return "\\\n"
    if span.mark("code"):
        return _write_code(span.text)
    return _escape(span.text)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _write_code(text: str) -> str:
    runs = {*re.findall("`+", text)}
    fence = next(fence for fence in map("`".__mul__, count(1)) if fence not in runs)
    pad = " " if text.startswith("`") or text.endswith("`") or text.strip(" ") != text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
