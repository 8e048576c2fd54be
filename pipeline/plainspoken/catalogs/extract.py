"""A guide goes in; its messages come out: what translators see, each once.

A message is a block that holds sentences. Equal texts share one message. A glossary's term
that reads like another text gets a message of its own: the two may need other words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..guide import Block, Guide
from ..parsing.blocks import write_message as text_of
from ..po.model import Entry, Key

TERM = "term"
_VALUE = re.compile(r"\{[a-z][a-z0-9-]*\}")
_KINDS = {
    "heading": "heading",
    "paragraph": "paragraph",
    "code": "code, not Markdown",
    "cell": "table cell",
    "term": "term of the glossary",
    "definition": "definition in the glossary",
    "item": "list item",
    "quote": "quotation",
}


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate, and where it stands."""

    key: Key
    blocks: tuple[Block, ...]
    """All that read so."""
    about: tuple[str, ...]
    """What translators are told of it, a line each."""
    references: tuple[str, ...]

    @property
    def text(self) -> str:
        """The msgid."""
        return self.key[1]

    @property
    def code(self) -> bool:
        """Whether it is code, in which no Markdown is read."""
        return any(block.kind == "code" for block in self.blocks)

    def entry(self) -> Entry:
        """The message as it stands in a template."""
        context, msgid = self.key
        return Entry(msgid, msgctxt=context, extracted=self.about, references=self.references)


def extract_messages(guide: Guide) -> tuple[Message, ...]:
    """Every message of a guide in its own language, in reading order."""
    found = [(text_of(block), block, what) for block, what in _leaves(guide)]
    needed = [(text, block, what) for text, block, what in found if needs_translation(text)]
    shared: defaultdict[Key, list[tuple[Block, str]]] = defaultdict(list)
    others = {text for text, block, _ in needed if block.kind != TERM}
    for text, block, what in needed:
        context = TERM if block.kind == TERM and text in others else None
        shared[context, text].append((block, what))
    return tuple(_message(key, uses) for key, uses in shared.items())


def needs_translation(text: str) -> bool:
    """Whether a message has more than values and signs: only then a person translates it."""
    return any(map(str.isalnum, _VALUE.sub("", text)))


def list_placeholders(block: Block) -> Iterator[str]:
    """What a block's markup names, as it stands in its message: `{name}`, `[..][label]`."""
    for sentence in block.sentences:
        for span in sentence.spans:
            for mark in span.marks:
                if mark.kind == "value":
                    yield f"{{{mark.label}}}"
                elif mark.kind in ("link", "term"):
                    yield f"[..][{mark.label}]"
                elif mark.kind == "image":
                    yield f"![..][{mark.label}]"


def _message(key: Key, uses: list[tuple[Block, str]]) -> Message:
    blocks = tuple(block for block, _ in uses)
    about = list(dict.fromkeys(what for _, what in uses))
    if keep := dict.fromkeys(name for block in blocks for name in list_placeholders(block)):
        about.append("Keep: " + " ".join(keep))
    references = dict.fromkeys(f"{block.place.file}:{block.id}" for block in blocks)
    return Message(key, blocks, tuple(about), tuple(references))


def _leaves(guide: Guide) -> Iterator[tuple[Block, str]]:
    """Each block that holds words, and what to tell translators of it."""
    yield guide.title, "title of the guide"
    yield guide.description, "description of the guide"
    for subject in guide.subjects:
        yield subject, "subject of the guide, for catalogues of libraries"
    for value in guide.values:
        if value.unset is not None:
            yield value.unset, f"stands for {{{value.name}}} until a clinic sets it"
    for section in guide.sections:
        path: list[Block] = []
        for block in section.blocks:
            if block.kind == "heading":
                path = [each for each in path if each.level < block.level]
            place = " > ".join(" ".join(each.text.split()) for each in path)
            for leaf, kind in _within(block, ""):
                yield leaf, f"{kind}, in: {place}" if place else kind
            if block.kind == "heading":
                path.append(block)


def _within(block: Block, around: str) -> Iterator[tuple[Block, str]]:
    if block.sentences:
        kind = _KINDS[block.kind]
        if block.kind == "heading":
            kind = f"heading {block.level}"
        elif block.kind == "cell" and block.variety == "header":
            kind = "header of a table"
        elif block.kind == "paragraph" and around:
            kind = around
        yield block, kind
    if block.kind == "alert":
        around = f"alert ({block.variety})"
    elif block.kind in ("item", "quote"):
        around = _KINDS[block.kind]
    for child in block.children:
        yield from _within(child, around)
