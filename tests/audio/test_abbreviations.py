"""Abbreviations that the glossary explains."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.audio.abbreviations import find_abbreviations
from plainspoken.audio.casting import Reading
from plainspoken.audio.script import write_scripts
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.config.project import load_project
from plainspoken.guide import Guide
from plainspoken.localized_guides import read_source

GLOSSARY = """
[cns]
term = "central nervous system (CNS)"
definition = "The brain and the spine. CNS (central nervous system) tests take long."

[iv]
term = "IV (into a vein)"
definition = "Some medicine goes in by IV, and not by mouth."

[tea]
term = "TEA (leaf water)"
definition = "TEA helps."

[ready]
term = "ready (done)"
definition = "It is done when it is READY."

[pt]
term = "physical therapy (PT)"
definition = "Exercises. The PT shows you."

[pt-time]
term = "prothrombin time (PT)"
definition = "A test. Stage IV. Take 5 MG now."

[mg]
term = "muscle weakness (MG)"
definition = "MG makes you tired."

[mrd-test]
term = "MRD (PCR)"
definition = "Two short forms say nothing: MRD."
"""


@pytest.fixture
def explained(small_guide: Path) -> Guide:
    path = small_guide / "source" / "glossary.toml"
    path.write_text(path.read_text("utf-8") + GLOSSARY, "utf-8")
    guide, errors = read_source(load_project(small_guide))
    assert guide, errors
    return guide


def list_words(guide: Guide, cache: Path) -> dict[str, str]:
    """By what is written, what is said."""
    (script,) = write_scripts([Reading(guide, (EspeakVoice(),))], 1, cache)
    return {
        "".join(text for part in entry.spoken.parts for text, _ in part.stretches): "".join(
            words for part in entry.spoken.parts for _, words in part.stretches
        )
        for entry in script.values()
    }


def test_an_abbreviation_is_said_in_full_but_not_beside_its_long_form(
    explained: Guide, tmp_path: Path
) -> None:
    words = list_words(explained, tmp_path)
    assert words["central nervous system (CNS)"] == "central nervous system (CNS)"
    assert words["CNS (central nervous system) tests take long."] == (
        "CNS (central nervous system) tests take long."
    )
    assert words["Some medicine goes in by IV, and not by mouth."] == (
        "Some medicine goes in by into a vein, and not by mouth."
    )


def test_the_lexicon_says_it_otherwise(explained: Guide, tmp_path: Path) -> None:
    assert list_words(explained, tmp_path)["TEA helps."] == "T E A helps."


def test_only_a_word_in_capitals_with_a_long_form_is_an_abbreviation(explained: Guide) -> None:
    assert {entry.word for entry in find_abbreviations(explained)} == {"CNS", "IV", "TEA", "MG"}


def test_a_numeral_or_a_unit_is_none_and_two_explanations_are_none(
    explained: Guide, tmp_path: Path
) -> None:
    words = list_words(explained, tmp_path)
    assert words["MG makes you tired."] == "muscle weakness makes you tired."
    assert words["Stage IV."] == "Stage four."
    assert words["Take 5 MG now."] == "Take five MG now."
    assert words["The PT shows you."] == "The PT shows you."


def test_a_guide_without_a_glossary_explains_nothing(explained: Guide) -> None:
    sections = tuple(part for part in explained.sections if part.role != "glossary")
    assert not list(find_abbreviations(replace(explained, sections=sections)))
