"""Split a section into units: what may count as a sentence, and of what kind. Code, glossary
terms, notices and blocks in another language are never counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..guide import Block, Guide, Place, Section, SectionRole, Sentence
from .tokens import KnownTerms, Word, normalize, tokenize_sentence

UnitKind = Literal[
    "sentence",
    "fragment",  # a list item that is no sentence, below a line that ends with a colon
    "loose fragment",  # the same without such a line
    "heading",
    "table cell",
    "label",  # words in a picture
]
_SENTENCE_END = re.compile(r"[.!?…。！？؟।](?:['\"”’»)\]]|\s)*$")


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
    """The units of one section."""

    section: Section
    units: tuple[Unit, ...]
    left_out: tuple[tuple[str, int], ...]
    """What no policy counts, and how many words of it."""


def counts_in_whole(section: Section) -> bool:
    """Whether a section is scored as a part of the guide, and not by itself alone: its text is, and
    neither the glossary nor what has changed in releases, which grows with each.
    """
    return section.role == "body"


def name_whole(roles: Iterable[SectionRole]) -> str:
    """What tables call the whole of a guide whose sections have these roles: what is not in it."""
    return "Whole, without the glossary" + " and what has changed" * ("colophon" in [*roles])


def split_units(section: Section, guide: Guide, known: KnownTerms) -> SectionUnits:
    """The units of one section, in reading order."""
    splitter = _Splitter(guide.lang, known)
    splitter.add_blocks(section.blocks)
    splitter.add_labels(find_labels(section, guide))
    return SectionUnits(section, tuple(splitter.units), tuple(sorted(splitter.left_out.items())))


def find_labels(section: Section, guide: Guide) -> list[Block]:
    """The labels of the pictures that a section is the first to show: their ids begin with its."""
    return [label for label in guide.labels() if label.id.partition(".")[0] == section.id]


def join_fragments(units: Iterable[Unit]) -> list[list[Unit]]:
    """Units as sentences are counted: fragments of a list with the line that leads in to it."""
    groups: dict[int, list[Unit]] = {}
    for place, unit in enumerate(units):
        if unit.kind == "fragment" and unit.lead in groups:
            groups[unit.lead].append(unit)
        else:
            groups[place] = [unit]
    return list(groups.values())


class _Splitter:
    """Walks over blocks and keeps their units, and the line that leads in to a list."""

    def __init__(self, lang: str, known: KnownTerms) -> None:
        self.lang = lang
        self.known = known
        self.units: list[Unit] = []
        self.left_out: dict[str, int] = {}

    def add_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Add the units of all blocks, and of those in them."""
        for block in blocks:
            if block.kind == "notice":
                continue
            if block.sentences and block.lang != self.lang:
                self._leave_out("in another language", block)
            elif block.kind in ("code", "term"):
                self._leave_out("code" if block.kind == "code" else "glossary terms", block)
            elif block.kind == "list":
                self._add_list(block)
            else:
                self.units += self._split_leaf(block)
                self.add_blocks(block.children)

    def add_labels(self, labels: Iterable[Block]) -> None:
        """Add the words of pictures: none of them is a sentence, and all are to be easy words."""
        for label in labels:
            if label.lang != self.lang:
                self._leave_out("in another language", label)
                continue
            for sentence in label.sentences:
                self.units += self._make_unit("label", sentence, label)

    def _leave_out(self, kind: str, block: Block) -> None:
        words = sum(len(tokenize_sentence(sentence, {})) for sentence in block.sentences)
        self.left_out[kind] = self.left_out.get(kind, 0) + words

    def _split_leaf(self, block: Block) -> Iterator[Unit]:
        for sentence in block.sentences:
            kind: UnitKind = "heading" if block.kind == "heading" else "sentence"
            if block.kind == "cell" and not is_full_sentence(sentence.text):
                kind = "table cell"
            yield from self._make_unit(kind, sentence, block)

    def _add_list(self, block: Block) -> None:
        lead = len(self.units) - 1
        has_lead = lead >= 0 and _is_lead(self.units[lead])
        for item in block.children:
            first, *rest = item.children or (item,)
            sentences = first.sentences if first.kind == "paragraph" else ()
            if not sentences or is_full_sentence(sentences[-1].text) or first.lang != self.lang:
                self.add_blocks(item.children)
                continue
            for sentence in sentences:
                kind: UnitKind = "fragment" if has_lead else "loose fragment"
                self.units += self._make_unit(kind, sentence, first, lead if has_lead else -1)
            self.add_blocks(tuple(rest))

    def _make_unit(
        self, kind: UnitKind, sentence: Sentence, block: Block, lead: int = -1
    ) -> Iterator[Unit]:
        words = tokenize_sentence(sentence, self.known)
        if words:
            yield Unit(kind, sentence, block, words, lead)


def _is_lead(unit: Unit) -> bool:
    """Whether a list's items may join a line."""
    return unit.kind == "sentence" and unit.sentence.text.rstrip().endswith((":", "："))


def is_full_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_SENTENCE_END.search(normalize(text)))
