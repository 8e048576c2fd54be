"""Affine transformations of SVG."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.editions.images.matrix import (
    IDENTITY,
    Matrix,
    format_matrix,
    invert,
    multiply,
    parse_transform,
)

NUMBERS = st.floats(-100, 100).map(lambda number: round(number, 3))
FUNCTIONS = st.one_of(
    st.tuples(NUMBERS, NUMBERS).map(lambda xy: f"translate({xy[0]}, {xy[1]})"),
    st.floats(0.25, 4).map(lambda by: f"scale({by:.3f})"),
    st.tuples(NUMBERS, NUMBERS, NUMBERS).map(lambda n: f"rotate({n[0]} {n[1]} {n[2]})"),
    st.floats(-60, 60).map(lambda by: f"skewX({by:.3f})"),
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", IDENTITY),
        ("none", IDENTITY),
        ("translate(3)", (1, 0, 0, 1, 3, 0)),
        ("translate(3,-.5)", (1, 0, 0, 1, 3, -0.5)),
        ("scale(2)", (2, 0, 0, 2, 0, 0)),
        ("scale(2 3)translate(1.5.5)", (2, 0, 0, 3, 3, 1.5)),
        ("rotate(90)", (0, 1, -1, 0, 0, 0)),
        ("rotate(180 5 5)", (-1, 0, 0, -1, 10, 10)),
        ("skewX(45)", (1, 0, 1, 1, 0, 0)),
        ("skewY(45)", (1, 1, 0, 1, 0, 0)),
        ("matrix(1 2 3 4 5e0 6)", (1, 2, 3, 4, 5, 6)),
        ("rotate(1 2)", IDENTITY),
    ],
)
def test_transformations_are_read_as_readers_do(text: str, numbers: Matrix) -> None:
    assert parse_transform(text) == pytest.approx(numbers)


@given(st.lists(FUNCTIONS, max_size=4).map(" ".join))
def test_a_transformation_and_the_one_back_change_nothing(text: str) -> None:
    there = parse_transform(text)
    back = invert(there)
    assert back is not None
    assert multiply(back, there) == pytest.approx(IDENTITY, abs=1e-6)


@given(st.lists(FUNCTIONS, max_size=3).map(" ".join))
def test_what_is_written_is_read_again(text: str) -> None:
    matrix = parse_transform(text)
    assert parse_transform(format_matrix(matrix)) == pytest.approx(matrix, abs=1e-5)


def test_what_is_drawn_onto_a_line_cannot_be_undone() -> None:
    assert invert(parse_transform("scale(0 1)")) is None


def test_numbers_are_written_short() -> None:
    assert format_matrix(Matrix(-1, 0, -0.0, 1, 640.0, 1 / 3)) == "matrix(-1 0 0 1 640 0.333333)"
