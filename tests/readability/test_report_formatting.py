"""Figures of the report in words that people read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspoken.languages import load
from plainspoken.readability.formulas import load_formulas
from plainspoken.readability.report.formatting import (
    format_band,
    format_count,
    format_decimal,
    format_distance,
    format_grade,
    format_percent,
    format_plural,
    format_sentence,
    format_target,
    name_language,
    write_formula,
)
from plainspoken.readability.report.sentences import find_step
from plainspoken.readability.score import Grade

GRADE = Grade(value=4.0, easiest=3.81, hardest=4.14, fits=True)
FORMULA = load_formulas(load("en"))[0]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (format_count(1234567), "1,234,567"),
        (format_count(999), "999"),
        (format_decimal(None), "–"),
        (format_decimal(-1.25), "−1.2"),
        (format_decimal(-0.04), "0.0"),
        (format_decimal(-0.06), "−0.1"),
        (format_decimal(0.06), "0.1"),
        (format_grade(None), "–"),
        (format_grade(GRADE), "4.0"),
        (format_grade(replace(GRADE, fits=False)), "4.0, short"),
        (format_band(None), "–"),
        (format_band(GRADE), "3.8 to 4.1"),
        (format_band(replace(GRADE, easiest=62, hardest=55)), "55.0 to 62.0"),
        (format_band(replace(GRADE, easiest=3.96, hardest=4.04)), "4.0"),
        (format_percent(1, 3), "33.3 %"),
        (format_percent(0, 3), "0.0 %"),
        (format_percent(3, 0), "–"),
        (format_plural(0, "sentence"), "0 sentences"),
        (format_plural(1, "sentences"), "1 sentence"),
        (format_plural(1001, "sentences"), "1,001 sentences"),
        (format_distance(None), "–"),
        (format_distance(0.04), "on target"),
        (format_distance(0.06), "0.1 easier"),
        (format_distance(-0.06), "0.1 harder"),
        (format_target(FORMULA), "at most 6"),
        (format_target(replace(FORMULA, lower_is_easier=False, target=55.5)), "at least 55.5"),
        (name_language("pt-BR"), "Portuguese (Brazil)"),
        (format_sentence("no words"), "No words."),
        (format_sentence("No words!"), "No words!"),
        (format_sentence("any words?"), "Any words?"),
        (format_sentence("Done."), "Done."),
    ],
)
def test_a_figure_is_written_as_people_read_it(written: str, expected: str) -> None:
    assert written == expected


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((("constant", -15.59), ("words-per-sentence", 0.39), ("syllables-per-word", 11.8)),
         "0.39 × words per sentence + 11.8 × syllables per word − 15.59"),
        ((("constant", 3.1291), ("smog-root", 1)),
         "√(30 × words with three or more syllables ÷ sentences) + 3.1291"),
        ((("syllables-per-word", -1.0), ("words-per-sentence", 2.0)),
         "2 × words per sentence − syllables per word"),
        ((("syllables-per-word", -2.0),), "−2 × syllables per word"),
        ((("constant", 1.0), ("percent-over-6-letters", 0.1), ("percent-1-syllable", -0.2)),
         "0.1 × percent of words with more than six letters + 1"
         " − 0.2 × percent of words with one syllable"),
        ((("percent-3-syllables-or-more", 1.0), ("percent-4-syllables-or-more", 1.0)),
         "percent of words with three or more syllables"
         " + percent of words with four or more syllables"),
    ],
)  # fmt: skip
def test_a_formula_has_what_is_added_first(
    terms: tuple[tuple[str, float], ...], expected: str
) -> None:
    assert write_formula(replace(FORMULA, terms=terms)) == expected


@pytest.mark.parametrize(
    ("words", "step"),
    [(1, 1), (10, 1), (11, 2), (15, 2), (16, 3), (20, 3), (21, 4), (30, 4), (31, 5)],
)
def test_a_sentence_is_on_a_step_by_its_share_of_the_limit(words: int, step: int) -> None:
    assert find_step(words, 20) == step
