"""Proves that white space is folded as HTML folds it, over spans and at the ends of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import Mark, Span
from plainspoken.parsing.inline import Names, parse_inline
from plainspoken.parsing.white_space import LINE_END, fold_white_space

MARKS = st.sampled_from(((), (Mark("strong"),), (Mark("emphasis"),)))
PIECES = st.lists(st.builds(Span, st.text(f"ab药 \t\n{LINE_END}", min_size=1), MARKS), max_size=6)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("one\ntwo", "one two"),
        ("one  \ttwo", "one two"),
        ("每天\n服药", "每天服药"),
        ("服药。\n请", "服药。请"),
        ("each day 服\ntake", "each day 服 take"),
        ("매일\n약을", "매일 약을"),
        ("one two.&nbsp;", "one two."),
        ("&#x2003;one two\u00a0", "one two"),
        ("38&nbsp;°C", "38\u00a0°C"),
    ],
)
def test_a_lines_end_is_a_space_but_between_ideographs(written: str, read: str) -> None:
    assert "".join(span.text for span in parse_inline(written, Names()).spans) == read


def test_space_at_both_sides_of_a_mark_is_one_space() -> None:
    strong = (Mark("strong"),)
    spans = (Span(" one "), Span(" two ", strong), Span(f"{LINE_END}three "))
    assert fold_white_space(spans) == (Span("one "), Span("two ", strong), Span("three"))


@given(PIECES)
def test_folding_keeps_every_letter_and_leaves_no_space_at_an_end_or_beside_another(
    pieces: list[Span],
) -> None:
    spans = fold_white_space(pieces)
    text = "".join(span.text for span in spans)
    before = "".join(span.text for span in pieces)
    assert text.replace(" ", "") == "".join(before.replace(LINE_END, " ").split())
    assert text == text.strip() and "  " not in text
    assert fold_white_space(spans) == spans
