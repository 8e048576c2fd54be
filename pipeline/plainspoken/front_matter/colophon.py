"""Build "About this edition", the last part of an edition: version, people, reviews, licence, and
what changed in each release.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ..config.addresses import normalize_address
from ..config.project import LocaleSettings, Project
from ..guide import Block, Guide, Place, Section, Span
from ..languages import Language, load
from ..parsing.ids import IdGenerator
from .notices import fill_link, make_notice

SECTION_ID = "colophon"
_UNSHOWN_SCHEMES = ("mailto:", "tel:")


def build_colophon(
    guide: Guide, project: Project, locale: LocaleSettings, narrator: str
) -> Section:
    """The last section of a guide; `narrator` says who reads it aloud, if anybody does."""
    own = [
        block
        for section in guide.sections
        for block in section.blocks
        if section.role == "colophon"
    ]
    ids = IdGenerator(SECTION_ID, taken=_list_ids(own))
    language = load(locale.lang)
    heading = make_notice("", language.words["about"], locale.lang, ids, level=1)
    lines = [
        *_list_people(guide, project, locale),
        *_list_reviews(guide, project, locale),
        narrator,
        _word_licence(project, language),
    ]
    notices = [make_notice("about", line, locale.lang, ids) for line in lines if line]
    changes = _head_changes(own, project, locale, ids)
    return Section(SECTION_ID, "colophon", (heading, *notices, *changes), Place(""))


def _list_ids(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the ids of blocks and of all within them."""
    for outer in blocks:
        for block in outer.iter_blocks():
            yield block.id
            yield from (sentence.id for sentence in block.sentences)


def _head_changes(
    blocks: Sequence[Block], project: Project, locale: LocaleSettings, ids: IdGenerator
) -> Iterator[Block]:
    """Yield the lists of what changed below a heading, each below its version and day."""
    words, releases = load(locale.lang).words, iter(project.changes)
    if blocks:
        yield make_notice("", words["changes"], locale.lang, ids, level=2)
    for block in blocks:
        if block.kind == "list":
            release = next(releases)
            date = _format_date(release.published, locale)
            name = words["release"].format(version=release.version, date=date)
            yield make_notice("", name, locale.lang, ids, level=3)
        yield block


def describe_version(project: Project, locale: LocaleSettings) -> str:
    """Which version an edition is, and of which day, in a sentence."""
    published = _format_date(project.published, locale)
    words = load(locale.lang).words
    return words["published"].format(version=project.version, date=published)


def describe_signed(guide: Guide) -> str:
    """How much of a translation a second person has signed; empty in the guide's own language."""
    return _count_signed("signed", guide.review.signed, guide.review.messages, load(guide.lang))


def _count_signed(name: str, signed: int, total: int, language: Language) -> str:
    """The words of a name for a number of a total; empty where there is nothing to sign. That
    nothing at all is signed is said without numbers, which would frighten more than they tell.
    """
    if not total:
        return ""
    if name == "signed" and not signed:
        return language.words["signed-none"]
    from babel.numbers import format_decimal

    shown = (format_decimal(number, locale=language.cldr_locale()) for number in (signed, total))
    return language.words[name].format(**dict(zip(("signed", "total"), shown, strict=True)))


def _list_people(
    guide: Guide, project: Project, locale: LocaleSettings
) -> Iterator[str | Sequence[Span]]:
    """Yield the version, who made the guide, and whom to ask."""
    language = load(locale.lang)
    words = language.words
    yield describe_version(project, locale)
    yield words["authors"].format(names=language.join_names(project.authors))
    if locale.translators and guide.lang != guide.source_lang:
        yield words["translated-by"].format(names=language.join_names(locale.translators))
    yield words["publisher"].format(name=project.publisher)
    if project.contact:
        shown = project.contact
        for scheme in _UNSHOWN_SCHEMES:
            shown = shown.removeprefix(scheme)
        yield fill_link(words["contact"], "address", shown, normalize_address(project.contact))
    else:
        yield words["contact-none"]


def _list_reviews(guide: Guide, project: Project, locale: LocaleSettings) -> Iterator[str]:
    """Yield who has reviewed what, and how much is still to be."""
    language, review = load(locale.lang), guide.review
    words = language.words
    if project.reviewed:
        reviewed = _format_date(project.reviewed, locale)
        yield words["reviewed"].format(name=project.reviewed_by, date=reviewed)
    else:
        yield words["draft"]
    if locale.reviewed_by and guide.lang != guide.source_lang:
        yield words["reviewed-translation"].format(name=locale.reviewed_by)
    if review.signed:
        critical = review.critical_signed, review.critical
        yield _count_signed("signed-critical", *critical, language)
    yield _count_signed("signed", review.signed, review.messages, language)
    if review.until:
        yield words["review-due"].format(date=_format_date(review.until, locale))


def _word_licence(project: Project, language: Language) -> Sequence[Span]:
    address = normalize_address(project.licence_url) if project.licence_url else ""
    return fill_link(language.words["licence"], "licence", project.licence, address)


def _format_date(date: datetime.date, locale: LocaleSettings) -> str:
    from babel.dates import format_date

    return format_date(date, "long", locale=load(locale.lang).cldr_locale(locale.region))
