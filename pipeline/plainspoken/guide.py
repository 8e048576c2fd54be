"""The type that all stages share, also translated: `Guide > Section > Block > Sentence > Span`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .diagnostics.suppressions import Suppression

MarkKind = Literal["emphasis", "strong", "code", "link", "term", "value", "image", "break"]
BlockKind = Literal[
    "heading", "paragraph", "code", "cell", "term", "definition", "notice", "label",  # sentences
    "list", "item", "quote", "alert", "figure", "table", "row", "entry",  # these hold blocks
    "rule",  # this holds nothing
    "review-note",  # a text that nobody speaks
]  # fmt: skip
SectionRole = Literal["opening", "body", "glossary", "colophon"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source: file and line."""

    file: str
    """Path below the guide's folder, with forward slashes: `source/03-team.md`."""
    line: int = 0
    """From 1; 0 where only the file is known."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One property of a run of text, as inline Markdown gives it."""

    kind: MarkKind
    target: str = ""
    """link: an address, or `#` and the id of a section or heading; term: the key of its entry,
    whose block has the id `glossary.<key>`; image: a path below `source/`; value: `tel:…` for a
    telephone number that is set; else empty."""
    label: str = ""
    """The name of the target in a message: `[text][label]`, `![alt][label]`, `{label}`."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with the same marks, outermost first. A hard break is the text "\\n"."""

    text: str
    marks: tuple[Mark, ...] = ()

    def mark(self, kind: MarkKind) -> Mark | None:
        """The first mark of a kind, if the span has one."""
        return next((mark for mark in self.marks if mark.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the unit that is spoken, highlighted and scored."""

    id: str
    """Unique in the guide; made from its section and its own words."""
    lang: str
    spans: tuple[Span, ...]
    tail: str = ""
    """The white space before the next sentence of its block. A "\\n" in it is a line break."""
    line: int = 0
    """Lines below the first of its block."""

    @property
    def text(self) -> str:
        """The words as read, without markup. An image gives its alternative text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class CriticalMark:
    """What the source says of a block: that it is critical, or that it is not."""

    is_critical: bool
    reason: str = ""
    """Why it is not."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list, table…: it holds sentences or other blocks."""

    id: str
    """Unique in the guide; the same in every language."""
    kind: BlockKind
    lang: str
    sentences: tuple[Sentence, ...] = ()
    children: tuple[Block, ...] = ()
    level: int = 0
    """heading: 1 to 6."""
    variety: str = ""
    """list: bullet, ordered; cell: header, data; alert: note, tip, important, warning, caution,
    question; notice: draft, about, listen, text-only, untranslated, review-copy, label (of an
    alert)."""
    start: int = 1
    """list: the number of its first item."""
    align: str = ""
    """cell: left, center, right or nothing."""
    tight: bool = True
    """list: no blank lines between its items."""
    note: str = ""
    """review-note: its text, which is no sentence: it is neither spoken, translated nor scored."""
    room: int = 0
    """label: how many letters its picture has room for; 0 where it does not say."""
    suppressions: tuple[Suppression, ...] = ()
    critical_mark: CriticalMark | None = None
    place: Place = Place("")

    @property
    def text(self) -> str:
        """The block's own words, without markup."""
        return "".join(sentence.text + sentence.tail for sentence in self.sentences)

    def iter_blocks(self) -> Iterator[Block]:
        """This block and all within it, in reading order."""
        yield self
        for child in self.children:
            yield from child.iter_blocks()

    def leaves(self) -> Iterator[Block]:
        """This block, or those in it, that hold sentences, in reading order."""
        return (block for block in self.iter_blocks() if block.sentences)


@dataclass(frozen=True, slots=True)
class Section:
    """One file of the source; one document, and one track, of an edition."""

    id: str
    role: SectionRole
    blocks: tuple[Block, ...]
    """The first is the heading of level 1 that gives the section its title."""
    place: Place

    @property
    def title(self) -> str:
        """The words of the section's heading."""
        return self.blocks[0].text

    def iter_blocks(self) -> Iterator[Block]:
        """Every block, those within others included, in reading order."""
        for block in self.blocks:
            yield from block.iter_blocks()

    def leaves(self) -> Iterator[Block]:
        """Every block that holds sentences, in reading order."""
        return (block for block in self.iter_blocks() if block.sentences)

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, in reading order."""
        for block in self.leaves():
            yield from block.sentences


@dataclass(frozen=True, slots=True)
class Picture:
    """The words that an SVG image of a guide shows. They are read, but not read aloud."""

    path: str
    """Below `source/`, as the marks of images have it."""
    labels: tuple[Block, ...]
    """Blocks of the kind label, in the order of the file; their place is in it."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address with a name, kept apart from the text."""

    name: str
    title: str
    url: str
    localized: tuple[tuple[str, str], ...] = ()
    """Pairs of language and address, where a language has a page of its own."""

    def address(self, lang: str) -> str:
        """The address of the page in `lang`, else of the one in the source language."""
        return dict(self.localized).get(lang, self.url)


@dataclass(frozen=True, slots=True)
class Value:
    """What a clinic sets and nobody translates: a telephone number, a threshold, a time to wait."""

    name: str
    kind: Literal["phone", "temperature", "duration"]
    number: str = ""
    """phone: as people write it; empty until a clinic sets it."""
    celsius: float = 0.0
    show: tuple[Literal["celsius", "fahrenheit"], ...] = ()
    minutes: int = 0
    """duration: each language writes it in its own words."""
    unset: Block | None = None
    """phone: the words that stand in until a number is set. A message for translators."""


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a word is spoken and counted."""

    word: str
    """With a capital letter, it matches only as it is written; else in any case."""
    syllables: int = 0
    """In the guide's own language; 0 where not given."""
    phonemes: tuple[tuple[str, str, str], ...] = ()
    """(engine, language, phonemes in that engine's notation)."""
    respelling: tuple[tuple[str, str], ...] = ()
    """(language, plain letters for any voice)."""
    ipa: tuple[tuple[str, str, Place], ...] = ()
    """(language, phonemes of the International Phonetic Alphabet, where they stand)."""
    place: Place = Place("")


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """A comment `<!-- review: TEXT -->` of the source: for who reviews it, in no edition."""

    text: str
    """On one line."""
    place: Place
    section: str
    """The id of the section that it stands in."""
    heading: str = ""
    """The words of the heading that it stands under; of the glossary, those of the term."""
    before: str = ""
    """The words of the block before it, or of the one that it stands in; empty: it is the first."""
    anchor: str = ""
    """The id of the block beside which an edition for reviewers shows it."""
    is_above: bool = False
    """Whether it is shown before that block, not after it."""

    def to_json(self) -> dict[str, str | int]:
        """The note as programs are given it."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "text": self.text,
            "section": self.section,
            "heading": self.heading,
            "before": self.before,
        }


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """What people have reviewed of a guide in one language."""

    signed: int = 0
    """Messages of its translation that a second person has signed."""
    messages: int = 0
    """All messages of its translation; 0 in the guide's own language."""
    until: datetime.date | None = None
    """The last day on which every review holds; None where none lapses."""
    critical_signed: int = 0
    """Critical messages of its translation that a second person has signed."""
    critical: int = 0
    """All critical messages of its translation."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A whole guide in one language."""

    id: str
    lang: str
    """BCP 47; what is not in this language says so itself."""
    source_lang: str
    title: Block
    description: Block
    subjects: tuple[Block, ...]
    sections: tuple[Section, ...]
    links: tuple[Link, ...] = ()
    values: tuple[Value, ...] = ()
    lexicon: tuple[Pronunciation, ...] = ()
    plain_words: tuple[tuple[str, str, str], ...] = ()
    """The guide's own plainer words: language, hard word or phrase, what to write instead."""
    pictures: tuple[Picture, ...] = ()
    """Those that hold words, in the order in which the text first shows them."""
    review: ReviewSummary = ReviewSummary()
    review_notes: tuple[ReviewNote, ...] = ()
    """In the order of the source, apart from the text."""

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of every section, in reading order."""
        for section in self.sections:
            yield from section.sentences()

    def labels(self) -> Iterator[Block]:
        """Every label of every picture."""
        for picture in self.pictures:
            yield from picture.labels
