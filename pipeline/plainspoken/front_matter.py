"""Add to a guide what an edition says of itself: opening, glossary heading, labels of alerts.

They are blocks like any other, so that they are read aloud too.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .config.project import LocaleSettings, Project
from .guide import Block, BlockKind, Guide, Place, Section, Sentence, Span
from .languages import Language, load
from .languages.collation import SortKey, make_sort_key
from .narration import Reader
from .parsing.ids import IdGenerator
from .parsing.segmentation import split_sentences

_NARRATORS = ("person", "natural", "draft")
"""The kinds of readers, in the order in which editions name them."""


def add_front_matter(
    guide: Guide,
    project: Project,
    locale: LocaleSettings,
    readers: Sequence[Reader],
) -> Guide:
    """The guide with its front matter; `readers` are those who read it aloud, if any."""
    language = load(locale.lang)
    narrator = name_narrator(language, readers)
    sections = [_build_opening(guide, project, locale, narrator)]
    for section in guide.sections:
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
    return replace(guide, sections=tuple(sections))


def name_narrator(language: Language, readers: Sequence[Reader], short: bool = False) -> str:
    """Who reads an edition aloud, as it says so: in sentences, or in short for metadata. Of several
    each is named with the share. Empty: nobody reads it.
    """
    names: dict[str, list[str]] = {}
    for reader in sorted(readers, key=lambda reader: _NARRATORS.index(reader.kind)):
        share = f" ({_format_percent(reader.percent, language)})" if len(readers) > 1 else ""
        names.setdefault(reader.kind, []).append(reader.name + share)
    texts = [
        language.words[_name_narrator_words(kind, short)].format(voice=", ".join(names[kind]))
        for kind in names
    ]
    return ("; " if short else " ").join(texts)


def _name_narrator_words(kind: str, short: bool) -> str:
    return "narrator" + ("" if kind == "natural" else f"-{kind}") + "-short" * short


def describe_version(project: Project, locale: LocaleSettings) -> str:
    """Which version an edition is, and of which day, in a sentence."""
    published = _format_date(project.published, locale)
    words = load(locale.lang).words
    return words["published"].format(version=project.version, date=published)


def describe_signed(guide: Guide) -> str:
    """How much of a translation a second person has signed; empty in the guide's own language."""
    if not guide.review.messages:
        return ""
    from babel.numbers import format_decimal

    language = load(guide.lang)
    signed, total = (
        format_decimal(number, locale=language.cldr_locale())
        for number in (guide.review.signed, guide.review.messages)
    )
    return language.words["signed"].format(signed=signed, total=total)


def _format_percent(percent: int, language: Language) -> str:
    from babel.numbers import format_percent

    return format_percent(percent / 100, locale=language.cldr_locale())


def _build_opening(
    guide: Guide, project: Project, locale: LocaleSettings, narrator: str
) -> Section:
    words = load(locale.lang).words
    ids = IdGenerator("opening")
    title = replace(_give_id(guide.title, "opening.title", ids), kind="heading", level=1)
    drafts = [
        make_notice("draft", words[name], locale.lang, ids)
        for name in _list_draft_notices(guide, project, locale)
    ]
    about = [
        make_notice(variety, text, locale.lang, ids)
        for variety, text in _list_about_lines(guide, project, locale, narrator)
    ]
    if any(block.lang != locale.lang for block in (guide.title, guide.description)):
        drafts.append(make_notice("untranslated", words["untranslated"], locale.lang, ids))
    description = _give_id(guide.description, "opening.description", ids)
    heading = replace(make_notice("", words["about"], locale.lang, ids), kind="heading", level=2)
    return Section("opening", "opening", (title, *drafts, description, heading, *about), Place(""))


def _list_draft_notices(guide: Guide, project: Project, locale: LocaleSettings) -> Iterator[str]:
    """Yield the names, in words.toml, of the notices that nobody has reviewed the text."""
    if not project.reviewed_by:
        yield "draft"
    if guide.lang != guide.source_lang and not locale.reviewed_by:
        yield "draft-translation"


def _list_about_lines(
    guide: Guide, project: Project, locale: LocaleSettings, narrator: str
) -> Iterator[tuple[str, str]]:
    """Yield the lines below "About this edition": the variety of each notice, and its text."""
    words = load(locale.lang).words
    if narrator:
        yield "about", narrator
    else:
        yield "text-only", words["text-only"]
    yield "about", words["authors"].format(names=", ".join(project.authors))
    if locale.translators and guide.lang != guide.source_lang:
        yield "about", words["translated-by"].format(names=", ".join(locale.translators))
    if locale.reviewed_by and guide.lang != guide.source_lang:
        yield "about", words["reviewed-translation"].format(name=locale.reviewed_by)
    if signed := describe_signed(guide):
        yield "about", signed
    yield "about", words["publisher"].format(name=project.publisher)
    yield "about", describe_version(project, locale)
    if project.reviewed:
        reviewed = _format_date(project.reviewed, locale)
        yield "about", words["reviewed"].format(name=project.reviewed_by, date=reviewed)
    if guide.review.until:
        yield "about", words["review-due"].format(date=_format_date(guide.review.until, locale))
    yield "about", words["licence"].format(licence=project.licence)


def _format_date(date: datetime.date, locale: LocaleSettings) -> str:
    from babel.dates import format_date

    return format_date(date, "long", locale=load(locale.lang).cldr_locale(locale.region))


def make_notice(variety: str, text: str, lang: str, ids: IdGenerator) -> Block:
    """A line that an edition says of itself."""
    name = ids.block_id("notice", text)
    return Block(name, "notice", lang, split_sentences((Span(text),), lang, ids), variety=variety)


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
