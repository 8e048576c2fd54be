"""What an edition says of itself, and the order of its glossary."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.config.project import LocaleSettings, load_project
from plainspoken.diagnostics.errors import ProjectError
from plainspoken.front_matter import add_front_matter, describe_signed
from plainspoken.guide import Block, Guide, ReviewSummary, Sentence, Span
from plainspoken.languages import available, load
from plainspoken.narration import Reader
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
    glossary = add_front_matter(given, project, LocaleSettings(lang), ()).sections[-2]
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
        names = [entry.id for entry in made.sections[-2].blocks[1:]]
        assert names == ["glossary.t0", "glossary.t1", "glossary.t2"]


@pytest.mark.parametrize("lang", [lang for lang in available() if lang != "en"])
def test_a_translation_says_how_much_of_it_is_signed_and_when_reviews_are_due(
    small_guide: Path, lang: str
) -> None:
    project = load_project(small_guide)
    summary = ReviewSummary(6, 37, datetime.date(2027, 1, 31))
    guide = replace(parse(project), lang=lang, review=summary)
    colophon = add_front_matter(guide, project, LocaleSettings(lang), ()).sections[-1]
    texts = [block.text for block in colophon.blocks if block.variety == "about"]
    (signed,) = [text for text in texts if "37" in text]
    assert "6" in signed
    (due,) = [text for text in texts if "2027" in text]
    assert "31" in due
    assert all(block.lang == lang for block in colophon.blocks)


def test_a_guide_in_its_own_language_says_when_its_review_is_due_and_counts_nothing(
    small_guide: Path,
) -> None:
    project = load_project(small_guide)
    guide = replace(parse(project), review=ReviewSummary(until=datetime.date(2027, 1, 31)))
    colophon = add_front_matter(guide, project, LocaleSettings("en"), ()).sections[-1]
    texts = [block.text for block in colophon.blocks]
    assert "The text must be reviewed again by January 31, 2027." in texts
    assert not any("second person" in text for text in texts)


READERS = (Reader("Ana Ruiz", "person", 60), Reader("espeak-ng", "draft", 40))


@pytest.mark.parametrize("lang", available())
def test_an_edition_begins_with_a_welcome_and_ends_with_what_it_is(
    small_guide: Path, lang: str
) -> None:
    project = load_project(small_guide)
    guide = replace(parse(project), lang=lang)
    words = load(lang).words
    made = add_front_matter(guide, project, LocaleSettings(lang), READERS)
    opening, *others, colophon = made.sections
    assert [section.role for section in others] == ["body", "body", "glossary"]
    title, draft, *_, welcome, listen = opening.blocks
    blank = "" if lang == "zh-Hans" else " "
    drafts = [words["draft"], *([words["draft-translation"]] if lang != "en" else [])]
    assert (title.text, title.level, draft.text) == ("How to make tea", 1, blank.join(drafts))
    assert welcome.text == "Tea, step by step."
    assert listen.text == words["listen"]
    assert (colophon.role, colophon.title) == ("colophon", words["about"])
    assert colophon.blocks[0].level == 1
    texts = [block.text for block in colophon.blocks]
    assert words["draft"] in texts
    (voices,) = [text for text in texts if "espeak-ng" in text]
    assert "60" in voices
    for name in ("1.0.0", "Ada Leaf", "The Tea House", "CC BY 4.0", "espeak-ng"):
        assert not any(name in block.text for block in opening.blocks), name
        assert len([text for text in texts if name in text]) == 1, name


def test_without_a_voice_the_first_page_says_so_and_not_how_to_listen(small_guide: Path) -> None:
    project = load_project(small_guide)
    opening = add_front_matter(parse(project), project, LocaleSettings("en"), ()).sections[0]
    assert opening.blocks[-1].variety == "text-only"
    assert "listen" not in {block.variety for block in opening.blocks}


def test_the_licence_and_the_contact_are_links(small_guide: Path) -> None:
    path = small_guide / "source/guide.toml"
    text = path.read_text("utf-8").replace(
        "[dates]", 'contact = "mailto:ada@example.org"\n\n[dates]'
    )
    path.write_text(text, "utf-8")
    project = load_project(small_guide)
    colophon = add_front_matter(parse(project), project, LocaleSettings("en"), ()).sections[-1]
    links = {
        span.text: mark.target
        for sentence in colophon.sentences()
        for span in sentence.spans
        for mark in span.marks
    }
    assert links == {
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
        "ada@example.org": "mailto:ada@example.org",
    }


@pytest.mark.parametrize("lang", available())
def test_without_a_contact_readers_are_sent_to_those_who_gave_them_the_guide(
    small_guide: Path, lang: str
) -> None:
    project, words = load_project(small_guide), load(lang).words
    for contact, line in (
        ("", words["contact-none"]),
        ("https://example.org", words["contact"].format(address="https://example.org")),
    ):
        given = replace(project, contact=contact)
        colophon = add_front_matter(parse(given), given, LocaleSettings(lang), ()).sections[-1]
        texts = [block.text for block in colophon.blocks]
        assert line in texts
        assert (words["contact-none"] in texts) is (not contact)


def test_a_licence_without_an_address_is_no_link(small_guide: Path) -> None:
    project = replace(load_project(small_guide), licence_url="", licence="{licence} *a*")
    colophon = add_front_matter(parse(project), project, LocaleSettings("en"), ()).sections[-1]
    assert colophon.blocks[-1].text == "You may share this guide. Its license is {licence} *a*."
    assert not any(span.marks for sentence in colophon.sentences() for span in sentence.spans)


@pytest.mark.parametrize("contact", ["ada@example.org", "ftp://example.org", "mailto:ada"])
def test_a_contact_that_nobody_can_follow_is_an_error(small_guide: Path, contact: str) -> None:
    path = small_guide / "source/guide.toml"
    text = path.read_text("utf-8").replace("[dates]", f'contact = "{contact}"\n\n[dates]')
    path.write_text(text, "utf-8")
    with pytest.raises(ProjectError, match=r"source/guide.toml:12: "):
        load_project(small_guide)


@pytest.mark.parametrize("lang", [lang for lang in available() if lang != "en"])
def test_a_translation_says_how_many_critical_messages_are_signed(
    small_guide: Path, lang: str
) -> None:
    project = load_project(small_guide)
    summary = ReviewSummary(8, 90, critical_signed=6, critical=37)
    guide = replace(parse(project), lang=lang, review=summary)
    colophon = add_front_matter(guide, project, LocaleSettings(lang), ()).sections[-1]
    (critical,) = [block.text for block in colophon.blocks if "37" in block.text]
    assert critical == load(lang).words["signed-critical"].format(signed=6, total=37)


@pytest.mark.parametrize(
    ("lang", "named"),
    [
        ("en", "Written by Анна Лист, 王小明, ليلى حداد."),
        ("ar", "كتبه Анна Лист، 王小明، ليلى حداد."),
        ("fa", "Анна Лист، 王小明، ليلى حداد"),
        ("zh-Hans", "Анна Лист、王小明、ليلى حداد"),
    ],
)
def test_people_are_named_one_after_another_as_their_language_writes(
    small_guide: Path, lang: str, named: str
) -> None:
    project = load_project(small_guide)
    project = replace(project, authors=("Анна Лист", "王小明", "ليلى حداد"))
    guide = replace(parse(project), lang=lang)
    made = add_front_matter(guide, project, LocaleSettings(lang), ())
    assert any(named in block.text for block in made.sections[-1].blocks)


@pytest.mark.parametrize("lang", [lang for lang in available() if lang != "en"])
def test_a_translation_that_nobody_has_signed_says_so_in_one_sentence_without_numbers(
    small_guide: Path, lang: str
) -> None:
    project = load_project(small_guide)
    guide = replace(parse(project), lang=lang, review=ReviewSummary(0, 90, critical=37))
    colophon = add_front_matter(guide, project, LocaleSettings(lang), ()).sections[-1]
    texts = [block.text for block in colophon.blocks]
    assert load(lang).words["signed-none"] in texts
    assert not any("90" in text or "37" in text for text in texts)
    assert describe_signed(guide) == load(lang).words["signed-none"]
