"""Patterns for words find the same in every text, however they are compiled for it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.languages import load
from plainspoken.spoken.text import say_text
from plainspoken.spoken.word_pattern import (
    LETTER,
    MARK,
    SIGN,
    UNSPACED,
    WordPattern,
    compile_words,
)

EXPRESSIONS = (
    rf"(?<!{SIGN})(?:mg|5)(?!{SIGN})",
    rf"{LETTER}+[.:]?",
    rf"(?:(?<=[^\W\d_]|{MARK})|\d)(?={LETTER}|{UNSPACED})",
    rf"(?:[^\W\d_]|{MARK})+(?:{UNSPACED}{{1,2}}|$)",
)
SIGNS = "mgK5 ._-؟é½ßſ\u0301\u200c\u0943म日글ア％"


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(text=st.text(SIGNS, max_size=12))
def test_a_pattern_finds_the_same_in_text_with_and_without_rare_signs(
    expression: str, flags: re.RegexFlag, text: str
) -> None:
    pattern, whole = WordPattern(expression, flags), re.compile(expression, flags)
    assert [found.span() for found in pattern.finditer(text)] == [
        found.span() for found in whole.finditer(text)
    ]
    for find, other in ((pattern.match, whole.match), (pattern.fullmatch, whole.fullmatch)):
        ours, theirs = find(text, 1), other(text, 1)
        assert (ours and ours.span()) == (theirs and theirs.span())


@pytest.mark.parametrize("stop", ["؟", "؛", "٪"])
def test_an_arabic_stop_is_no_letter(stop: str) -> None:
    assert compile_words(rf"(?<!{SIGN})ملغ(?!{SIGN})").search(f"5 ملغ{stop}")


@pytest.mark.parametrize("stop", ["", ".", "؟", "؛"])
def test_an_arabic_noun_after_a_number_is_said_right_before_every_stop(stop: str) -> None:
    assert say_text(f"ثم 1 قرص{stop}", load("ar")).words == f"ثم قرص واحد{stop}"
