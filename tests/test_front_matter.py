"""What an edition says of itself, and the order of its glossary."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.config.project import LocaleSettings, load_project
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Block, Guide, ReviewSummary, Sentence, Span
from plainspoken.languages import available
from plainspoken.parsing import parse


def with_terms(guide: Guide, terms: Sequence[str], lang: str) -> Guide:
    """The guide in a language, with a glossary of these terms."""
    *sections, glossary = guide.sections
    entries = []
    for number, term in enumerate(terms):
        name = f"glossary.t{number}"
        sentence = Sentence(f"{name}.s", lang, (Span(term),))
        leaf = Block(f"{name}.term", "term", lang, (sentence,))
        entries.append(Block(name, "entry", lang, children=(leaf,)))
    return replace(guide, lang=lang, sections=(*sections, replace(glossary, blocks=tuple(entries))))


@pytest.mark.parametrize(
    ("lang", "terms", "title"),
    [
        ("en", ["acid", "Éclair", "kettle", "Tea leaf", "teapot", "zinc"], "Glossary"),
        ("es", ["ácido", "nuez", "ñame", "oído", "Té"], "Glosario"),
        ("pl", ["lek", "łyżka", "miód"], "Słowniczek"),
    ],
)
def test_the_glossary_stands_in_the_order_of_its_language_below_its_title(
    small_guide: Path, lang: str, terms: list[str], title: str
) -> None:
    project = load_project(small_guide)
    given = with_terms(parse(project), terms[::-1], lang)
    glossary = add_front_matter(given, project, LocaleSettings(lang), ()).sections[-1]
    heading, *entries = glossary.blocks
    assert (heading.kind, heading.level, heading.lang) == ("heading", 1, lang)
    assert [entry.children[0].text for entry in entries] == terms
    assert glossary.title == title


def test_terms_that_are_the_same_word_stand_by_their_names(small_guide: Path) -> None:
    project = load_project(small_guide)
    given = with_terms(parse(project), ["Té", "te", "té"], "es")
    *sections, glossary = given.sections
    backwards = replace(glossary, blocks=glossary.blocks[::-1])
    for last in (glossary, backwards):
        guide = replace(given, sections=(*sections, last))
        made = add_front_matter(guide, project, LocaleSettings("es"), ())
        names = [entry.id for entry in made.sections[-1].blocks[1:]]
        assert names == ["glossary.t0", "glossary.t1", "glossary.t2"]


@pytest.mark.parametrize("lang", [lang for lang in available() if lang != "en"])
def test_a_translation_says_how_much_of_it_is_signed_and_when_reviews_are_due(
    small_guide: Path, lang: str
) -> None:
    project = load_project(small_guide)
    summary = ReviewSummary(6, 37, datetime.date(2027, 1, 31))
    guide = replace(parse(project), lang=lang, review=summary)
    opening = add_front_matter(guide, project, LocaleSettings(lang), ()).sections[0]
    texts = [block.text for block in opening.blocks if block.variety == "about"]
    (signed,) = [text for text in texts if "37" in text]
    assert "6" in signed
    (due,) = [text for text in texts if "2027" in text]
    assert "31" in due
    assert all(block.lang == lang for block in opening.blocks if block.variety == "about")


def test_a_guide_in_its_own_language_says_when_its_review_is_due_and_counts_nothing(
    small_guide: Path,
) -> None:
    project = load_project(small_guide)
    guide = replace(parse(project), review=ReviewSummary(until=datetime.date(2027, 1, 31)))
    opening = add_front_matter(guide, project, LocaleSettings("en"), ()).sections[0]
    texts = [block.text for block in opening.blocks]
    assert "The text must be reviewed again by January 31, 2027." in texts
    assert not any("second person" in text for text in texts)
