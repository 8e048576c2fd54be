"""A guide and a catalog go in; the guide in the catalog's language comes out, of the same type.

What has no translation stays in the source's language, says so by its `lang`, and has a
notice at it. Ids of blocks are the same in all languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..config.project import LocaleSettings
from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..guide import Block, Guide, Place, Section, Sentence, Span, Value
from ..languages import load
from ..parsing.blocks import find_labels, replace_text
from ..parsing.blocks import write_message as text_of
from ..parsing.ids import IdGenerator
from ..parsing.inline import InlineContent, InlineError, Names, parse_inline
from ..parsing.segmentation import split_sentences
from ..parsing.values import format_values
from ..po.model import Catalog, Entry
from .extract import Message, extract_messages

_VALUE = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def translate_guide(guide: Guide, catalog: Catalog, locale: LocaleSettings) -> Guide:
    """The guide in another language; fuzzy and missing translations leave the source's words.

    Raises:
        CatalogError: with every translation whose Markdown cannot be read.
    """
    work = _Translation(guide, catalog, locale)
    values = tuple(work.value(value) for value in guide.values)
    work.names = replace(work.names, values=format_values(values, locale.lang, locale.region))
    translated = replace(
        guide,
        lang=locale.lang,
        title=work.plain(guide.title),
        description=work.plain(guide.description),
        subjects=tuple(work.plain(subject) for subject in guide.subjects),
        sections=tuple(work.section(section) for section in guide.sections),
        values=values,
    )
    if work.errors:
        raise CatalogError(sorted(set(work.errors)))
    return translated


def list_term_keys(guide: Guide) -> frozenset[str]:
    """The keys of the glossary's entries."""
    return frozenset(
        block.id.partition(".")[2]
        for section in guide.sections
        for block in section.blocks
        if block.kind == "entry"
    )


@dataclass(slots=True)
class _Run:
    """Untranslated blocks that follow one another share one notice."""

    noticed: bool = False


class _Translation:
    """One guide on its way into one language; keeps the faults found."""

    def __init__(self, guide: Guide, catalog: Catalog, locale: LocaleSettings) -> None:
        self.lang = locale.lang
        self.notice = load(locale.lang).words["untranslated"]
        self.links = {link.name: link.address(locale.lang) for link in guide.links}
        self.value_names = frozenset(value.name for value in guide.values)
        self.names = Names(terms=list_term_keys(guide))
        self.file = catalog.file
        messages = extract_messages(guide)
        self.texts = {block.id: each.text for each in messages for block in each.blocks}
        self.entries = _usable(messages, catalog)
        self.errors: list[Finding] = []
        self.ids = IdGenerator("")

    def value(self, value: Value) -> Value:
        """A value with the words that stand in for it."""
        return value if value.unset is None else replace(value, unset=self.plain(value.unset))

    def plain(self, block: Block) -> Block:
        """A block without markup, or the block as it is where it has no translation."""
        entry = self.entries.get(block.id)
        if entry is None:
            return block
        inline = parse_inline(entry.msgstr, Names())
        self._note(entry, inline)
        words = "".join(span.text for span in inline.spans)
        sentence = Sentence(block.id + ".s", self.lang, (Span(words),))
        return replace(block, lang=self.lang, sentences=(sentence,))

    def section(self, section: Section) -> Section:
        """A section with all its blocks."""
        self.ids = IdGenerator(section.id)
        return replace(section, blocks=self._siblings(section.blocks, _Run()))

    def _siblings(self, blocks: tuple[Block, ...], run: _Run) -> tuple[Block, ...]:
        return tuple(made for block in blocks for made in self._block(block, run))

    def _block(self, block: Block, run: _Run) -> tuple[Block, ...]:
        if block.sentences:
            return self._leaf(block, run)
        if block.kind == "table":
            return self._table(block, run)
        # An alert or an entry of the glossary may be read alone: it has its own notice.
        alone = block.kind in ("alert", "entry")
        children = self._siblings(block.children, _Run() if alone else run)
        run.noticed = run.noticed and not alone
        return (replace(block, lang=self.lang, children=children),)

    def _leaf(self, block: Block, run: _Run) -> tuple[Block, ...]:
        made = self._words(block)
        is_first = made.lang != self.lang and not run.noticed
        run.noticed = made.lang != self.lang
        if not is_first:
            return (made,)
        # A section begins with its heading, and an entry with its term.
        after = block.kind in ("heading", "term")
        return (made, self._notice(block)) if after else (self._notice(block), made)

    def _table(self, table: Block, run: _Run) -> tuple[Block, ...]:
        quiet = _Run(noticed=True)
        rows = []
        partly = False
        for row in table.children:
            cells: list[Block] = []
            for cell in row.children:
                quiet.noticed = True
                cells += self._block(cell, quiet)
            partly = partly or any(
                leaf.lang != self.lang for cell in cells for leaf in cell.leaves()
            )
            rows.append(replace(row, lang=self.lang, children=tuple(cells)))
        made = replace(table, lang=self.lang, children=tuple(rows))
        is_first = partly and not run.noticed
        run.noticed = partly
        return (self._notice(table), made) if is_first else (made,)

    def _notice(self, block: Block) -> Block:
        name = f"{block.id}.untranslated"
        sentences = split_sentences((Span(self.notice),), self.lang, IdGenerator(name))
        return Block(name, "notice", self.lang, sentences, variety="untranslated")

    def _words(self, block: Block) -> Block:
        """A block with the words of its translation, else with its own."""
        entry = self.entries.get(block.id)
        if entry is None and block.id in self.texts:
            return self._as_it_is(block)
        text = self.texts.get(block.id) or text_of(block)
        msgstr = entry.msgstr if entry else text
        if self._lacks_value(text + msgstr, block):
            return self._as_it_is(block)
        links = self._targets(block)
        names = replace(self.names, links=links) if links else self.names
        place = Place(self.file, entry.line) if entry else block.place
        made, inline = replace_text(block, msgstr, self.lang, names, self.ids, place)
        if entry and block.kind != "code":
            self._note(entry, inline)
        return made

    def _as_it_is(self, block: Block) -> Block:
        """Ids of sentences are given anew: two languages may share a sentence."""
        sentences = tuple(
            replace(each, id=self.ids.sentence_id(each.text)) for each in block.sentences
        )
        return replace(block, sentences=sentences)

    def _lacks_value(self, text: str, block: Block) -> bool:
        """Whether a value is named whose own words are not translated yet."""
        if block.kind == "code":
            return False
        named = {found[1] for found in _VALUE.finditer(text)}
        return bool((named & self.value_names) - set(self.names.values))

    def _targets(self, block: Block) -> Mapping[str, str]:
        return {label: self.links.get(label, to) for label, to in find_labels(block).items()}

    def _note(self, entry: Entry, inline: InlineContent) -> None:
        errors = list(inline.errors)
        if not inline.spans and not errors:
            errors = [
                InlineError(0, "the translation has no words", "Write it, or leave it empty.")
            ]
        detail = (f"msgstr {entry.msgstr!r}",)
        self.errors += [
            Finding(self.file, entry.line, each.message, each.hint, detail=detail)
            for each in errors
        ]


def _usable(messages: Sequence[Message], catalog: Catalog) -> dict[str, Entry]:
    """By id of a block, the entry whose translation it takes."""
    entries = {entry.key: entry for entry in catalog.iter_messages() if entry.is_usable}
    return {
        block.id: entries[message.key]
        for message in messages
        for block in message.blocks
        if message.key in entries
    }
