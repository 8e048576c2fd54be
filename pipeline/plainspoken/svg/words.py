"""Find the words of an SVG image: runs of text in `<text>`, `<tspan>`, `<title>` and `<desc>`, in
the order of the file (SVG 2 §11.2, §5.8). Each run is a message for translators.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .allowed import SVG, Allowed, load_allowed
from .tree import Element, Name, Text

_ROOM = Name("", "data-room")
_BLANK = " \t\r\n\f"
"""White space that readers fold (CSS Text 3 §4.1.1): a no-break space is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words that stand together in one element."""

    element: Element
    """That holds them."""
    parts: tuple[int, ...]
    """The places of their character data among its children: what is left out may part them."""
    text: str
    """Without the white space that is not shown."""
    line: int
    """Where they begin."""
    room: str
    """`data-room` of the element, or of the nearest around it; empty where there is none."""

    def replace(self, text: str) -> None:
        """Put other words in their place; the white space around them stays."""
        children = self.element.children
        texts = [child for at in self.parts if isinstance(child := children[at], Text)]
        whole = "".join(part.content for part in texts)
        before = whole[: len(whole) - len(whole.lstrip(_BLANK))]
        after = whole[len(whole.rstrip(_BLANK)) :]
        for at, part in zip(self.parts, texts, strict=True):
            children[at] = Text("", part.line)
        children[self.parts[0]] = Text(f"{before}{text}{after}", texts[0].line)


def find_words(root: Element) -> Iterator[Words]:
    """Find the words of an image, in the order of the file."""
    yield from _find(root, load_allowed(), holds_words=False, room="")


def is_left_out(element: Element, allowed: Allowed) -> bool:
    """Whether an element is no part of the drawing: of another language, or `<metadata>`."""
    return element.name.namespace != SVG or element.name.local in allowed.left_out_elements


def _find(element: Element, allowed: Allowed, holds_words: bool, room: str) -> Iterator[Words]:
    holds_words = holds_words or element.name.local in allowed.text_elements
    room = element.attributes.get(_ROOM, room)
    parts: list[int] = []
    for at, child in enumerate(element.children):
        if isinstance(child, Text):
            parts += [at] if holds_words else []
        elif not is_left_out(child, allowed):
            yield from _join(element, parts, room)
            parts = []
            yield from _find(child, allowed, holds_words, room)
    yield from _join(element, parts, room)


def _join(element: Element, parts: list[int], room: str) -> Iterator[Words]:
    """The words of neighbouring character data, if there are any."""
    texts = [child for at in parts if isinstance(child := element.children[at], Text)]
    whole = "".join(part.content for part in texts)
    if words := re.sub(f"[{_BLANK}]+", " ", whole).strip(" "):
        start = len(whole) - len(whole.lstrip(_BLANK))
        line = texts[0].line + whole.count("\n", 0, start)
        yield Words(element, tuple(parts), words, line, room)
