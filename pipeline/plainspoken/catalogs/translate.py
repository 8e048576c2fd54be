"""Translate a guide with a catalog; the result is a `Guide` whose blocks have the same ids.

What has no translation stays in the source's language and says so by its `lang`; a section that
holds such text says so once, before the first of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..config.project import LocaleSettings
from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..guide import Block, Guide, Picture, Place, Section, Sentence, Span
from ..languages import load
from ..parsing.blocks import find_labels, replace_text, write_message
from ..parsing.bounds import SECTION_MESSAGE, check_section, check_sentences
from ..parsing.ids import IdGenerator
from ..parsing.image_files import list_images
from ..parsing.inline import InlineContent, InlineError, Names, parse_inline
from ..parsing.segmentation import split_sentences
from ..parsing.values import format_values
from ..po.model import Catalog, Entry
from .extract import extract_messages

_VALUE = re.compile(r"\{([a-z][a-z0-9-]*)\}")


def translate_guide(guide: Guide, catalog: Catalog, locale: LocaleSettings) -> Guide:
    """Translate what has a usable translation. Raises CatalogError for Markdown with errors."""
    translator = _Translator(guide, catalog, locale)
    translated = replace(
        guide,
        lang=locale.lang,
        title=translator.translate_plain(guide.title),
        description=translator.translate_plain(guide.description),
        subjects=tuple(map(translator.translate_plain, guide.subjects)),
        pictures=translator.pictures,
        sections=tuple(map(translator.translate_section, guide.sections)),
        values=translator.values,
    )
    CatalogError.raise_if(translator.errors)
    return translated


def list_term_keys(guide: Guide) -> frozenset[str]:
    """List the keys of the glossary's entries."""
    return frozenset(
        block.id.partition(".")[2]
        for section in guide.sections
        for block in section.blocks
        if block.kind == "entry"
    )


class _Translator:
    def __init__(self, guide: Guide, catalog: Catalog, locale: LocaleSettings) -> None:
        self.lang = locale.lang
        self.notice = load(locale.lang).words["untranslated"]
        self.links = {link.name: link.address(locale.lang) for link in guide.links}
        self.value_names = frozenset(value.name for value in guide.values)
        self.file = catalog.file
        messages = extract_messages(guide)
        self.texts = {block.id: message.text for message in messages for block in message.blocks}
        usable = {entry.key: entry for entry in catalog.iter_messages() if entry.is_usable}
        self.entries = {
            block.id: usable[message.key]
            for message in messages
            for block in message.blocks
            if message.key in usable
        }
        self.errors: list[Finding] = []
        self.ids = IdGenerator("")
        # Other blocks name values, and the words for those that are not set.
        self.values = tuple(
            replace(value, unset=value.unset and self.translate_plain(value.unset))
            for value in guide.values
        )
        values = format_values(self.values, locale.lang, locale.region)
        self.names = Names(values=values, terms=list_term_keys(guide), has_own_addresses=False)
        # Sections say where their pictures hold words that are not translated.
        self.pictures = tuple(map(self._translate_picture, guide.pictures))
        self.open_pictures = frozenset(
            picture.path
            for picture in self.pictures
            if any(label.lang != self.lang for label in picture.labels)
        )

    def translate_plain(self, block: Block) -> Block:
        entry = self.entries.get(block.id)
        if entry is None:
            return block
        inline = parse_inline(entry.msgstr, Names(has_own_addresses=False))
        words = "".join(span.text for span in inline.spans)
        sentence = Sentence(block.id + ".s", self.lang, (Span(words),))
        if excess := check_sentences([sentence]):
            inline = replace(inline, errors=(InlineError(*excess),))
        self._report_errors(entry, inline)
        return replace(block, lang=self.lang, sentences=(sentence,))

    def translate_section(self, section: Section) -> Section:
        taken = (block.id for block in section.iter_blocks())
        self.ids = IdGenerator(section.id, taken=taken)
        blocks = tuple(map(self._translate_block, section.blocks))
        section = replace(section, blocks=tuple(self._add_notice(blocks)))
        if block := check_section(section):
            place, hint = block.place, "Divide the section's file, and its translation."
            self.errors.append(Finding(place.file, place.line, SECTION_MESSAGE, hint))
        return section

    def _add_notice(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        """Say once in a section where its first text stands that is not translated."""
        needs_notice = True
        for block in blocks:
            is_open = needs_notice and any(map(self._is_open, block.leaves()))
            needs_notice = needs_notice and not is_open
            # A section begins with its heading.
            is_first = block.kind == "heading"
            if is_open and not is_first:
                yield self._make_notice(block)
            yield block
            if is_open and is_first:
                yield self._make_notice(block)

    def _is_open(self, leaf: Block) -> bool:
        """Whether a text, or a picture that it shows, has words that are not translated."""
        return leaf.lang != self.lang or not self.open_pictures.isdisjoint(
            list_images(leaf.sentences)
        )

    def _translate_picture(self, picture: Picture) -> Picture:
        return replace(picture, labels=tuple(map(self._translate_label, picture.labels)))

    def _translate_label(self, label: Block) -> Block:
        self.ids = IdGenerator(label.id)
        translated = self._translate_sentences(label)
        spans = (span for sentence in translated.sentences for span in sentence.spans)
        if any(mark.kind != "value" for span in spans for mark in span.marks):
            message, hint = "a label of a picture has markup", "Write its words alone."
            self.errors.append(Finding(translated.place.file, translated.place.line, message, hint))
        return translated

    def _translate_block(self, block: Block) -> Block:
        if block.sentences:
            return self._translate_sentences(block)
        children = tuple(map(self._translate_block, block.children))
        return replace(block, lang=self.lang, children=children)

    def _make_notice(self, block: Block) -> Block:
        notice_id = f"{block.id}.untranslated"
        sentences = split_sentences((Span(self.notice),), self.lang, IdGenerator(notice_id))
        return Block(notice_id, "notice", self.lang, sentences, variety="untranslated")

    def _translate_sentences(self, block: Block) -> Block:
        entry = self.entries.get(block.id)
        if entry is None and block.id in self.texts:
            return self._renew_ids(block)
        text = self.texts.get(block.id) or write_message(block)
        msgstr = entry.msgstr if entry else text
        if block.kind != "code" and self._lacks_value(text + msgstr):
            return self._renew_ids(block)
        links = {label: self.links.get(label, to) for label, to in find_labels(block).items()}
        names = replace(self.names, links=links) if links else self.names
        place = Place(self.file, entry.line) if entry else block.place
        translated, inline = replace_text(block, msgstr, self.lang, names, self.ids, place)
        if entry and (inline.errors or block.kind != "code"):
            self._report_errors(entry, inline)
        return translated

    def _renew_ids(self, block: Block) -> Block:
        """Give the sentences new ids: a sentence of the source may occur in a translation, too."""
        sentences = tuple(
            replace(sentence, id=self.ids.sentence_id(sentence.text))
            for sentence in block.sentences
        )
        return replace(block, sentences=sentences)

    def _lacks_value(self, text: str) -> bool:
        """Whether a text names a value whose own words are not translated yet."""
        named = {placeholder[1] for placeholder in _VALUE.finditer(text)}
        return bool((named & self.value_names) - set(self.names.values))

    def _report_errors(self, entry: Entry, inline: InlineContent) -> None:
        errors = [(error.message, error.hint) for error in inline.errors]
        if not inline.spans and not errors:
            errors = [("the translation has no words", "Write it, or leave it empty.")]
        detail = (f"msgstr {entry.msgstr!r}",)
        self.errors += [
            Finding(self.file, entry.line, message, hint, detail=detail) for message, hint in errors
        ]
