"""Extract the messages of a guide: what translators see, each text once.

Blocks of equal text share a message, but a glossary's term that reads like another text has one of
its own, with a msgctxt: the two may need different translations.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..guide import Block, Guide, Picture
from ..parsing.blocks import write_message
from ..parsing.image_files import list_images
from ..po.model import Entry, Key

TERM = "term"
"""The msgctxt of a term that reads like another text, and the kind of its block."""
LABEL = "label"
"""The kind of the block of a label: one that reads like a term is that term."""
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
    "figure": "what a picture shows",
}
_CHANGE = "what changed in a version of the guide"


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate, and the blocks that have it."""

    entry: Entry
    blocks: tuple[Block, ...]

    @property
    def key(self) -> Key:
        """What identifies it in a catalog."""
        return self.entry.key

    @property
    def text(self) -> str:
        """The msgid."""
        return self.entry.msgid

    @property
    def is_code(self) -> bool:
        """Whether it is code, in which Markdown means nothing."""
        return any(block.kind == "code" for block in self.blocks)


def extract_messages(guide: Guide) -> tuple[Message, ...]:
    """Extract every message of a guide in its own language, in reading order."""
    all_uses = [(write_message(block), block, note) for block, note in _iter_leaves(guide)]
    uses = [(text, block, note) for text, block, note in all_uses if needs_translation(text)]
    other_texts = {text for text, block, _ in uses if block.kind not in (TERM, LABEL)}
    by_key: defaultdict[Key, list[tuple[Block, str]]] = defaultdict(list)
    for text, block, note in uses:
        msgctxt = TERM if block.kind == TERM and text in other_texts else None
        by_key[msgctxt, text].append((block, note))
    return tuple(_make_message(key, key_uses) for key, key_uses in by_key.items())


def needs_translation(text: str) -> bool:
    """Whether a text holds letters or digits besides the names of values."""
    return any(map(str.isalnum, _VALUE.sub("", text)))


def iter_placeholders(block: Block) -> Iterator[str]:
    """Yield the placeholders of a block in the form of its message: `{name}`, `[..][label]`."""
    for sentence in block.sentences:
        for span in sentence.spans:
            for mark in span.marks:
                if mark.kind == "value":
                    yield f"{{{mark.label}}}"
                elif mark.kind in ("link", "term"):
                    yield f"[..][{mark.label}]"
                elif mark.kind == "image":
                    yield f"![..][{mark.label}]"


def _make_message(key: Key, uses: list[tuple[Block, str]]) -> Message:
    blocks = tuple(block for block, _ in uses)
    notes = list(dict.fromkeys(note for _, note in uses))
    if keep := dict.fromkeys(name for block in blocks for name in iter_placeholders(block)):
        notes.append("Keep: " + " ".join(keep))
    references = dict.fromkeys(f"{block.place.file}:{block.id}" for block in blocks)
    msgctxt, msgid = key
    entry = Entry(msgid, msgctxt=msgctxt, extracted=tuple(notes), references=tuple(references))
    return Message(entry, blocks)


def _iter_leaves(guide: Guide) -> Iterator[tuple[Block, str]]:
    yield guide.title, "title of the guide"
    yield guide.description, "description of the guide"
    for subject in guide.subjects:
        yield subject, "subject of the guide, for catalogues of libraries"
    for value in guide.values:
        if value.unset is not None:
            yield value.unset, f"stands for {{{value.name}}} until a clinic sets it"
    pictures = {picture.path: picture for picture in guide.pictures}
    for section in guide.sections:
        path: list[Block] = []
        for block in section.blocks:
            if block.kind == "heading":
                path = [heading for heading in path if heading.level < block.level]
            headings = " > ".join(" ".join(heading.text.split()) for heading in path)
            for leaf, described in _iter_described(block, ""):
                kind = _CHANGE if section.role == "colophon" else described
                yield leaf, f"{kind}, in: {headings}" if headings else kind
                for label, note in _iter_labels(leaf, pictures):
                    yield label, f"{note}, in: {headings}" if headings else note
            if block.kind == "heading":
                path.append(block)


def _iter_labels(leaf: Block, pictures: dict[str, Picture]) -> Iterator[tuple[Block, str]]:
    """The labels of the pictures that a text shows, where it is the first to show them."""
    for path in list_images(leaf.sentences):
        if picture := pictures.pop(path, None):
            for label in picture.labels:
                room = f" with room for {label.room} letters" if label.room else ""
                yield label, f"label{room} in the picture {path}"


def _iter_described(block: Block, container: str) -> Iterator[tuple[Block, str]]:
    if block.sentences:
        kind = _KINDS[block.kind]
        if block.kind == "heading":
            kind = f"heading {block.level}"
        elif block.kind == "cell" and block.variety == "header":
            kind = "header of a table"
        elif block.kind == "paragraph" and container:
            kind = container
        yield block, kind
    if block.kind == "alert":
        container = f"alert ({block.variety})"
    elif block.kind in ("item", "quote", "figure"):
        container = _KINDS[block.kind]
    for child in block.children:
        yield from _iter_described(child, container)
