"""What assistive technology is told of the shipped guide: all of it, in order and in its language,
and the words of its catalogs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import polib
import pytest
from tests.editions.epub.told import read_documents, tell_documents
from tests.guide.conftest import ROOT

from plainspoken.config.project import Project
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Guide
from plainspoken.narration import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGS = ("en", "es")


@pytest.fixture
def told(editions: Path, page: Page, tmp_path: Path, lang: str) -> dict[str, list[str]]:
    """All that is told of each document of an edition."""
    epub = editions / lang / f"leukemia-treatment.{lang}.epub"
    return read_documents(epub, tmp_path, page)


@pytest.mark.parametrize("lang", LANGS)
def test_all_that_is_told_is_what_the_guide_says(
    told: dict[str, list[str]], project: Project, texts: dict[str, Guide], lang: str
) -> None:
    locale, readers = project.find_locale(lang), [Reader("espeak-ng", "draft")]
    guide = add_front_matter(texts[lang], project, locale, readers)
    expected = tell_documents(guide)
    assert told.keys() == expected.keys()
    for name in expected.keys() - {"colophon"}:  # it counts signatures, which the text does not
        assert told[name] == expected[name]
    heading, *_ = guide.sections[-1].blocks
    assert told["colophon"][0] == f"RootWebArea {heading.text}"


def list_messages(lang: str) -> Iterator[tuple[str, str, bool]]:
    """The section and words of each message of the text, in the order of the catalogs, which is
    that of the source, and whether that is the order of its section. A message
    of two places is listed once, and the glossary has an order of its own.
    """
    name = "guide.pot" if lang == "en" else f"{lang}/LC_MESSAGES/guide.po"
    for entry in polib.pofile(str(ROOT / "locales" / name)):
        for file, _ in entry.occurrences:
            if found := re.match(r"source/(?:\d+-(.*)\.md|(glossary)\.toml)", file):
                words = entry.msgid if lang == "en" else entry.msgstr
                is_in_order = not found[2] and len(entry.occurrences) == 1
                yield found[1] or found[2], words, is_in_order


def split_words(message: str) -> list[str]:
    """The words of a message without its markup, apart where it has a value."""
    message = re.sub(r"!?\[((?:[^]\\]|\\.)*)\]\(?\[?[^])]*[])]", r"\1", message)
    message = re.sub(r"\\(.)", r"\1", message.replace("**", "").replace("*", ""))
    return [squash(part) for part in re.split(r"\{[\w-]+\}", message)]


def squash(text: str) -> str:
    return "".join(text.split())


def list_texts(lines: list[str], lang: str) -> Iterator[str]:
    """The texts and images of a document, without what links tell of their page."""
    for line in lines:
        kind, _, words = line.strip().partition(" ")
        if kind in (f"{lang}:", "image"):
            yield words.removesuffix("(página en inglés)")


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_of_all_messages_are_told_in_the_order_of_the_source(
    told: dict[str, list[str]], lang: str
) -> None:
    messages = list(list_messages(lang))
    assert len(messages) > 500
    ends: dict[str, int] = {}
    for section, message, is_in_order in messages:
        words = squash("".join(list_texts(told[section], lang)))
        place = ends.get(section, 0) if is_in_order else 0
        for part in split_words(message):
            found = words.find(part, place)
            assert found >= 0, message
            place = found + len(part)
        if is_in_order:
            ends[section] = place
