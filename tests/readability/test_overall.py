"""The grade of a whole guide is that of its scorecard, whatever is kept of earlier runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readability.test_rich_texts import EVERY_LANGUAGE, write_text

from plainspoken.cache_files import read_sealed, write_sealed
from plainspoken.config.project import load_project
from plainspoken.guide import Guide, Picture, Pronunciation, Section
from plainspoken.localized_guides import read_guides, read_source
from plainspoken.readability import overall, score
from plainspoken.readability.overall import OverallGrade, grade_overall
from plainspoken.readability.score import make_syllable_counter
from plainspoken.readability.tokens import KnownTerms
from plainspoken.readability.units import SectionUnits, split_units

from .conftest import glossary, make_guide, plain_block

ROOT = Path(__file__).parents[2]
LINES = (
    "Take the medicine every evening.",
    "Call your nurse at 38.3 degrees about the follow-up information:",
    "- rest\n- a stem cell and more stem cells",
    "## Hospital",
    "Don't wait for your haematologist. Come in.",
)


def read_score(guide: Guide) -> OverallGrade:
    """What the grade is to be."""
    card = score(guide)
    value = card.whole.terms_aside.value if card.whole.terms_aside else None
    return OverallGrade(card.formula.title if card.formula else "", value)


def read_own(root: Path) -> Guide:
    """A guide in its own language."""
    guide, errors = read_source(load_project(root))
    assert guide, errors
    return guide


def check(guide: Guide, cache: Path) -> None:
    assert grade_overall(guide, cache) == read_score(guide)


def make_sections(*texts: str, lang: str = "en", terms: tuple[str, ...] = ()) -> Guide:
    """A guide of some sections."""
    guides = [make_guide(text, lang, terms) for text in texts or ("Rest.",)]
    bodies = [replace(guide.sections[0], id=f"s{place}") for place, guide in enumerate(guides)]
    return replace(guides[0], sections=(*bodies, *guides[0].sections[1:]))


def test_the_guide_is_graded_as_its_scorecard_is(tmp_path: Path) -> None:
    project = load_project(ROOT)
    for guide in read_guides(project, project.locales).values():
        for _ in range(2):
            check(guide, tmp_path)


@EVERY_LANGUAGE
def test_each_language_is_graded_as_its_scorecard_is(
    rich_guide: Path, tmp_path: Path, lang: str
) -> None:
    guide = read_own(write_text(rich_guide, lang))
    for _ in range(2):
        check(guide, tmp_path / "cache")


def test_the_rich_guide_is_graded_as_its_scorecard_is(rich_guide: Path, tmp_path: Path) -> None:
    guide = read_own(rich_guide)
    for _ in range(2):
        check(guide, tmp_path / "cache")


def test_a_language_without_a_scale_and_a_guide_without_text_have_no_value(tmp_path: Path) -> None:
    assert grade_overall(make_guide("你好。", "zh"), tmp_path) == OverallGrade("", None)
    empty = replace(make_guide("Rest."), sections=())
    assert grade_overall(empty, tmp_path) == OverallGrade("Flesch-Kincaid grade", None)


@settings(max_examples=40, deadline=None)
@given(
    rounds=st.lists(
        st.tuples(
            st.lists(st.lists(st.sampled_from(LINES), max_size=4).map("\n\n".join), max_size=3),
            st.sampled_from(["en", "es"]),
            st.sampled_from([(), ("stem cell",), ("medicine", "stem cell")]),
        ),
        min_size=2,
        max_size=5,
    )
)
def test_a_grade_is_the_same_whatever_was_counted_before(
    tmp_path_factory: pytest.TempPathFactory,
    rounds: list[tuple[list[str], str, tuple[str, ...]]],
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    for texts, lang, terms in rounds:
        check(make_sections(*texts, lang=lang, terms=terms), cache)


def add_label(guide: Guide) -> Guide:
    label = replace(plain_block("A clinic. ", "en"), id="s0.label")
    return replace(guide, pictures=(Picture("a.svg", (label,)),))


CHANGES: dict[str, Callable[[Guide], Guide]] = {
    "a term": lambda guide: replace(
        guide, sections=(*guide.sections, glossary(("haematologist",), guide.lang))
    ),
    "syllables of the lexicon": lambda guide: replace(
        guide, lexicon=(Pronunciation("haematologist", syllables=2),)
    ),
    "a translation": lambda guide: replace(guide, source_lang="es"),
    "a glossary": lambda guide: replace(
        guide, sections=tuple(replace(each, role="glossary") for each in guide.sections)
    ),
    "a section less": lambda guide: replace(guide, sections=guide.sections[1:]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_all_that_counts_makes_a_section_counted_anew(tmp_path: Path, change: str) -> None:
    guide = make_sections(LINES[0], LINES[4])
    guide = replace(guide, lexicon=(Pronunciation("evening", syllables=7),))
    changed = CHANGES[change](guide)
    assert read_score(changed) != read_score(guide)
    for each in (guide, changed, guide):
        check(each, tmp_path)


def test_the_labels_of_pictures_belong_to_what_is_counted(tmp_path: Path) -> None:
    guide = make_sections(LINES[0], LINES[4])
    grade_overall(guide, tmp_path)
    before = read_sealed(tmp_path / "readability/en.json")
    grade_overall(add_label(guide), tmp_path)
    after = read_sealed(tmp_path / "readability/en.json")
    assert len(before.keys() & after.keys()) == len(before.keys() - after.keys()) == 1


def test_only_sections_that_changed_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []

    def split_and_note(section: Section, guide: Guide, known: KnownTerms) -> SectionUnits:
        counted.append(section.id)
        return split_units(section, guide, known)

    monkeypatch.setattr(overall, "split_units", split_and_note)
    grade_overall(make_sections(LINES[0], LINES[1], LINES[2]), tmp_path)
    assert counted == ["s0", "s1", "s2"]
    grade_overall(make_sections(LINES[0], LINES[3], LINES[2]), tmp_path)
    assert counted[3:] == ["s1"]
    assert len(read_sealed(tmp_path / "readability/en.json")) == 3
    monkeypatch.setattr(overall, "name_program", lambda: "another")
    grade_overall(make_sections(LINES[0], LINES[3], LINES[2]), tmp_path)
    assert counted[4:] == ["s0", "s1", "s2"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"record": {}, "sha256": "0"}'])
def test_a_damaged_file_of_the_cache_is_made_anew(tmp_path: Path, content: bytes) -> None:
    guide, path = make_sections(*LINES), tmp_path / "readability/en.json"
    grade_overall(guide, tmp_path)
    whole = path.read_bytes()
    path.write_bytes(content)
    check(guide, tmp_path)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("value", [None, 3, "9 numbers", [1] * 8, [1] * 10, [True] * 9, ["1"] * 9])
def test_what_are_no_counts_is_made_anew(tmp_path: Path, value: object) -> None:
    guide, path = make_sections(*LINES), tmp_path / "readability/en.json"
    grade_overall(guide, tmp_path)
    whole = path.read_bytes()
    write_sealed(path, dict.fromkeys(json.loads(whole)["record"], value), tmp_path)
    check(guide, tmp_path)
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    check(make_sections(*LINES), tmp_path / "file" / "cache")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_lexicon_gives_syllables_in_its_own_language_only() -> None:
    guide = replace(make_guide("Rest."), lexicon=(Pronunciation("nurse", syllables=9),))
    assert make_syllable_counter(guide).count("nurse").syllables == 9
    translated = replace(guide, source_lang="es")
    assert make_syllable_counter(translated).count("nurse").syllables == 1
