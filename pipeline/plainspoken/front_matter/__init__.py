"""Add to a guide what an edition says of itself: an opening, labels of alerts, the heading of the
glossary, and "About this edition" at the end.

They are blocks like any other, so that they are read aloud too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..config.project import LocaleSettings, Project
from ..guide import Block, BlockKind, Guide, Place, Section, Sentence, Span
from ..languages import Language, load
from ..languages.collation import SortKey, make_sort_key
from ..narration import Reader
from ..parsing.ids import IdGenerator
from ..parsing.segmentation import split_sentences
from .colophon import build_colophon, describe_signed, describe_version
from .narrators import name_narrator
from .notices import join_sentences, make_notice

__all__ = ["add_front_matter", "describe_signed", "describe_version", "name_narrator"]


def add_front_matter(
    guide: Guide,
    project: Project,
    locale: LocaleSettings,
    readers: Sequence[Reader],
) -> Guide:
    """The guide with its front matter; `readers` are those who read it aloud, if any."""
    language = load(locale.lang)
    sections = [_build_opening(guide, project, locale, has_readers=bool(readers))]
    for section in guide.sections:
        if section.role == "colophon":
            continue
        blocks = tuple(_label_alerts(block, language) for block in section.blocks)
        if section.role == "glossary":
            # A notice is about all of them: not all are translated.
            notices = (block for block in blocks if block.kind == "notice")
            entries = [block for block in blocks if block.kind == "entry"]
            entries.sort(key=lambda entry: _make_entry_key(entry, language))
            ids = IdGenerator(section.id, taken=(block.id for block in blocks))
            name = ids.heading_id("title")
            heading = _make_block(name, "heading", language, "glossary")
            blocks = (replace(heading, level=1), *notices, *entries)
        sections.append(replace(section, blocks=blocks))
    narrator = name_narrator(language, readers)
    sections.append(build_colophon(guide, project, locale, narrator))
    return replace(guide, sections=tuple(sections))


def _build_opening(
    guide: Guide, project: Project, locale: LocaleSettings, has_readers: bool
) -> Section:
    """The first page: what the guide is, that it is a draft, and how to use it."""
    language = load(locale.lang)
    words = language.words
    ids = IdGenerator("opening")
    title = replace(_give_id(guide.title, "opening.title", ids), kind="heading", level=1)
    draft = [words[name] for name in _list_draft_words(guide, project, locale)]
    drafts = [make_notice("draft", join_sentences(draft), locale.lang, ids)] if draft else []
    if any(block.lang != locale.lang for block in (guide.title, guide.description)):
        drafts.append(make_notice("untranslated", words["untranslated"], locale.lang, ids))
    description = _give_id(guide.description, "opening.description", ids)
    sound = "listen" if has_readers else "text-only"
    use = make_notice(sound, words[sound], locale.lang, ids)
    return Section("opening", "opening", (title, *drafts, description, use), Place(""))


def _list_draft_words(guide: Guide, project: Project, locale: LocaleSettings) -> Iterator[str]:
    """Yield the names, in words.toml, of what says that nobody has reviewed the text."""
    if not project.reviewed_by:
        yield "draft"
    if guide.lang != guide.source_lang and not locale.reviewed_by:
        yield "draft-translation"


def _give_id(block: Block, name: str, ids: IdGenerator) -> Block:
    spans = tuple(
        span for sentence in block.sentences for span in (*sentence.spans, Span(sentence.tail))
    )
    return replace(block, id=name, sentences=split_sentences(spans, block.lang, ids))


def _make_entry_key(entry: Block, language: Language) -> tuple[SortKey, str]:
    return make_sort_key(entry.children[0].text, language), entry.id


def _label_alerts(block: Block, language: Language) -> Block:
    children = tuple(_label_alerts(child, language) for child in block.children)
    if block.kind == "alert":
        label = _make_block(f"{block.id}.label", "notice", language, f"alert-{block.variety}")
        children = (replace(label, variety="label"), *children)
    return replace(block, children=children)


def _make_block(id: str, kind: BlockKind, language: Language, name: str) -> Block:
    sentence = Sentence(f"{id}.s", language.tag, (Span(language.words[name]),))
    return Block(id, kind, language.tag, (sentence,))
