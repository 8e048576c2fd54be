"""Proves that white space is folded as HTML folds it, over spans and at the ends of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import Mark, Span
from plainspoken.parsing.inline import Names, parse_inline
from plainspoken.parsing.white_space import (
    LINE_END,
    find_line_starts,
    fold_white_space,
    slice_spans,
)

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


WIDE = "\u2e80\u5b57\u9fff\uf900\ufaff\uff00\uff60\U00020000\U0003ffff"
NARROW = "\u2e7f\ua000\uf8ff\ufb00\ufeff\uff61\U0001ffff\U00040000\uac00a1é"


def fold(*texts: str) -> str:
    return "".join(span.text for span in fold_white_space(map(Span, texts)))


@pytest.mark.parametrize("sign", WIDE)
def test_a_line_that_ends_between_ideographs_leaves_no_space(sign: str) -> None:
    assert fold(sign, LINE_END, sign) == sign * 2
    assert fold(sign, LINE_END, "a") == f"{sign} a"
    assert fold("a", LINE_END, sign) == f"a {sign}"
    assert fold(sign, LINE_END, LINE_END, sign) == f"{sign} {sign}"
    assert fold(sign, " ", sign) == f"{sign} {sign}"
    assert fold(sign, " \t", sign) == f"{sign} {sign}"


@pytest.mark.parametrize("sign", NARROW)
def test_a_line_that_ends_between_other_signs_is_a_space(sign: str) -> None:
    assert fold(sign, LINE_END, sign) == f"{sign} {sign}"


@pytest.mark.parametrize(
    ("texts", "folded"),
    [
        ((" a ",), "a"), (("a  b",), "a b"), (("a\tb",), "a b"), (("a\nb",), "a b"),
        (("a", "  ", "b"), "a b"), (("a ", " b"), "a b"), (("\t", "a", "\n"), "a"), ((" ",), ""),
        (("a\u00a0 b",), "a\u00a0 b"), (("a\u00a0",), "a"), (("a b",), "a b"), ((), ""),
    ],
)  # fmt: skip
def test_runs_of_white_space_are_one_space_and_the_ends_have_none(
    texts: tuple[str, ...], folded: str
) -> None:
    assert fold(*texts) == folded


def test_neighbours_of_the_same_marks_are_one_and_breaks_stay_alone() -> None:
    soft, hard = Mark("emphasis"), Mark("break")
    spans = [Span("a"), Span(" b", (soft,)), Span("  ", (soft,)), Span("c", (soft,)), Span(" "),
             Span("\n", (hard,)), Span("\n", (hard,)), Span("  d"), Span(" e")]  # fmt: skip
    assert fold_white_space(spans) == (
        Span("a"), Span(" b c", (soft,)), Span("\n", (hard,)), Span("\n", (hard,)), Span("d e"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "starts"),
    [
        (("a bc", LINE_END, "d"), (5,)),
        (("a", "\n", "b", LINE_END, "c"), (2, 4)),
        (("", LINE_END, "a"), (1,)),
        (("  a  b ", LINE_END, " c", LINE_END, LINE_END, "d"), (4, 6, 6)),
        (("a",), ()),
    ],
)
def test_lines_begin_at_places_of_the_folded_text(
    texts: tuple[str, ...], starts: tuple[int, ...]
) -> None:
    assert find_line_starts(map(Span, texts)) == starts


def test_a_slice_of_spans_has_what_stands_between_two_places() -> None:
    spans = [Span("ab"), Span("cd", (Mark("strong"),)), Span("ef")]
    cut = {
        (begin, end): "|".join(span.text for span in slice_spans(spans, begin, end))
        for begin, end in ((0, 6), (1, 5), (2, 4), (3, 3), (0, 2), (2, 2), (5, 9), (1, 3))
    }
    assert cut == {
        (0, 6): "ab|cd|ef", (1, 5): "b|cd|e", (2, 4): "cd", (3, 3): "", (0, 2): "ab", (2, 2): "",
        (5, 9): "f", (1, 3): "b|c",
    }  # fmt: skip
    assert next(slice_spans(spans, 2, 3)).marks == (Mark("strong"),)
