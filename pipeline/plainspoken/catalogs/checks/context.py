"""What rules check: a text and its translation, both read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...config.project import LocaleSettings
from ...diagnostics.suppressions import Suppression
from ...guide import Span
from ...languages import Language, find_language
from ...parsing.blocks import find_labels
from ...parsing.inline import InlineError, Names, parse_inline
from ...po.model import Entry
from ...quantities import phone_numbers
from ...quantities.align import Alignment, align
from ...quantities.normalize import FoldedText, fold, split_sentences
from ...quantities.quantity import Quantity
from ...quantities.quantity import Span as QuantitySpan
from ...quantities.reading import LocalizedText, Reading, read_text_pair
from ...quantities.section_numbers import find_section_numbers
from ..extract import Message
from ..termbase import Rendering
from .suppressions import read_suppressions

_ANY = "\N{OBJECT REPLACEMENT CHARACTER}"
_HARD = "\N{NO-BREAK SPACE}"
MAX_CHARACTERS = 20_000
MAX_NUMBERS = 400


# Compared by identity, so that what a rule prepares for a catalog can be cached by it.
@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What rules know of the whole catalog."""

    file: str
    source_lang: str
    locale: LocaleSettings
    terms: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    renderings: Sequence[Rendering] = ()
    names: frozenset[str] = frozenset()
    """Words of the guide that are the names of drugs and the like, in small letters."""

    @property
    def source_language(self) -> Language:
        """The guide's own language."""
        return find_language(self.source_lang)


@dataclass(frozen=True)
class Pair:
    """A text and the translation that may stand for it."""

    facts: Facts
    entry: Entry
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]
    errors: tuple[InlineError, ...] = ()
    room: int = 0
    """How many letters fit, if it is a label of a picture that says so; else 0."""

    @property
    def language(self) -> Language:
        """The translation's language."""
        return find_language(self.facts.locale.lang)

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        """What the entry's comments allow."""
        return read_suppressions(self.entry)

    @property
    def is_too_long(self) -> bool:
        """Whether it is too long to be checked, or has too many numbers."""
        if max(len(self.entry.msgid), len(self.entry.msgstr)) > MAX_CHARACTERS:
            return True
        return max(len(reading.quantities) for reading in self.readings) > MAX_NUMBERS

    @cached_property
    def source(self) -> FoldedText:
        """The words of the text, values left out."""
        return fold(_join_words(self.source_spans))

    @cached_property
    def target(self) -> FoldedText:
        """The words of the translation, values left out."""
        return fold(_join_words(self.target_spans))

    @cached_property
    def sentences(self) -> tuple[tuple[tuple[str, str], tuple[int, int]], ...]:
        """Each sentence of the text with that of the translation, and where they stand in both; one
        pair where there are not as many. A space that holds two words together, as Polish has one
        after a word of one letter, is a space as any other.
        """
        texts = self.source.text.replace(_HARD, " "), self.target.text.replace(_HARD, " ")
        sources, targets = map(split_sentences, texts)
        if len(sources) != len(targets):
            return ((texts, (0, 0)),)
        found, start, begin = [], 0, 0
        for source, target in zip(sources, targets, strict=True):
            start, begin = (
                max(texts[0].find(source, start), 0),
                max(texts[1].find(target, begin), 0),
            )
            found.append(((source, target), (start, begin)))
        return tuple(found)

    @cached_property
    def phones(self) -> tuple[phone_numbers.PhoneMatch, ...]:
        """The telephone numbers of both."""
        return phone_numbers.match_phone_numbers(
            self.source.text, self.target.text, self.facts.source_language
        )

    @cached_property
    def sections(self) -> tuple[list[QuantitySpan], list[QuantitySpan]]:
        """The numbers of sections and versions of both, such as 3.9.2."""
        return find_section_numbers(self.source.text), find_section_numbers(self.target.text)

    @cached_property
    def readings(self) -> tuple[Reading, Reading]:
        """What both say of numbers."""
        spans = (*(phone.source for phone in self.phones), *self.sections[0])
        source = LocalizedText(self.source, self.facts.source_language, excluded=spans)
        found = (phone.target for phone in self.phones if phone.target)
        spans = (*found, *self.sections[1])
        target = LocalizedText(self.target, self.language, self.facts.locale.region, spans)
        return read_text_pair(source, target)

    @property
    def matches(self) -> list[tuple[Quantity, Quantity]]:
        """Each number of the text, and the one that stands for it."""
        source, target = (reading.quantities for reading in self.readings)
        return [(source[at], target[to]) for at, to in self.alignment.pairs]

    @cached_property
    def alignment(self) -> Alignment:
        """Which numbers of both are the same."""
        source, target = self.readings
        return align(source.quantities, target.quantities)


def make_pair(facts: Facts, message: Message, entry: Entry) -> Pair:
    """Read both sides of a message."""
    if message.is_code:
        return Pair(facts, entry, (Span(entry.msgid),), (Span(entry.msgstr),))
    links = {label: to for block in message.blocks for label, to in find_labels(block).items()}
    room = min((block.room for block in message.blocks if block.room), default=0)
    return replace(read_pair(facts, entry, links), room=room)


def read_pair(facts: Facts, entry: Entry, links: dict[str, str]) -> Pair:
    """Read both sides of an entry whose text names these links."""
    if max(len(entry.msgid), len(entry.msgstr)) > MAX_CHARACTERS:
        return Pair(facts, entry, (Span(entry.msgid),), (Span(entry.msgstr),))
    values = dict.fromkeys(facts.values, (_ANY, ""))
    names = Names(links, facts.terms, values, has_own_addresses=False)
    read = parse_inline(entry.msgstr, names)
    source = parse_inline(entry.msgid, names).spans
    return Pair(facts, entry, source, read.spans, read.errors)


def _join_words(spans: Iterable[Span]) -> str:
    return "".join(" " if span.mark("value") else span.text for span in spans)
