"""A section goes in; its units come out: what may count as a sentence, and of what kind.

Code, glossary terms, notices and blocks in another language are never counted; whether the
rest counts is a matter of `policy`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..guide import Block, Guide, Place, Section, Sentence
from .tokens import KnownTerms, Word, normalize, tokenize_sentence

UnitKind = Literal[
    "sentence",
    "fragment",  # a list item that is no sentence, below a line that ends with a colon
    "loose fragment",  # the same without such a line
    "heading",
    "table cell",
]
_FULL = re.compile(r"[.!?…。！？؟।](?:['\"”’»)\]]|\s)*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of the guide, and how it stands in the text."""

    kind: UnitKind
    sentence: Sentence
    block: Block
    words: tuple[Word, ...]
    lead: int = -1
    """fragment: the place of the sentence that leads in, among the section's units."""

    @property
    def place(self) -> Place:
        """Where it begins."""
        place = self.block.place
        return Place(place.file, place.line + self.sentence.line) if place.line else place


@dataclass(frozen=True, slots=True)
class SectionUnits:
    """What a section gives."""

    section: Section
    units: tuple[Unit, ...]
    left_out: tuple[tuple[str, int], ...]
    """What no policy counts, and how many words of it."""


def split_units(section: Section, guide: Guide, known: KnownTerms) -> SectionUnits:
    """The units of one section, in reading order."""
    reader = _Reader(guide.lang, known)
    reader.blocks(section.blocks)
    return SectionUnits(section, tuple(reader.units), tuple(sorted(reader.left_out.items())))


class _Reader:
    """Walks over blocks; keeps units, and the line that leads in to a list."""

    def __init__(self, lang: str, known: KnownTerms) -> None:
        self.lang = lang
        self.known = known
        self.units: list[Unit] = []
        self.left_out: dict[str, int] = {}

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """All blocks, and those in them."""
        for block in blocks:
            if block.kind == "notice":
                continue
            if block.sentences and block.lang != self.lang:
                self._leave("in another language", block)
            elif block.kind in ("code", "term"):
                self._leave("code" if block.kind == "code" else "glossary terms", block)
            elif block.kind == "list":
                self._list(block)
            else:
                self.units += self._leaf(block)
                self.blocks(block.children)

    def _leave(self, kind: str, block: Block) -> None:
        words = sum(len(tokenize_sentence(each, {})) for each in block.sentences)
        self.left_out[kind] = self.left_out.get(kind, 0) + words

    def _leaf(self, block: Block) -> Iterator[Unit]:
        for sentence in block.sentences:
            kind: UnitKind = "heading" if block.kind == "heading" else "sentence"
            if block.kind == "cell" and not is_full_sentence(sentence.text):
                kind = "table cell"
            yield from self._unit(kind, sentence, block)

    def _list(self, block: Block) -> None:
        lead = len(self.units) - 1
        leads = lead >= 0 and _leads(self.units[lead])
        for item in block.children:
            first, *rest = item.children or (item,)
            texts = first.sentences if first.kind == "paragraph" else ()
            if not texts or is_full_sentence(texts[-1].text) or first.lang != self.lang:
                self.blocks(item.children)
                continue
            for sentence in texts:
                kind: UnitKind = "fragment" if leads else "loose fragment"
                self.units += self._unit(kind, sentence, first, lead if leads else -1)
            self.blocks(tuple(rest))

    def _unit(
        self, kind: UnitKind, sentence: Sentence, block: Block, lead: int = -1
    ) -> Iterator[Unit]:
        words = tokenize_sentence(sentence, self.known)
        if words:
            yield Unit(kind, sentence, block, words, lead)


def _leads(unit: Unit) -> bool:
    """Whether a list's items may join a line."""
    return unit.kind == "sentence" and unit.sentence.text.rstrip().endswith((":", "："))


def is_full_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_FULL.search(normalize(text)))
