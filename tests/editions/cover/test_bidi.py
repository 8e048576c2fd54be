"""In which order characters of mixed directions stand (UAX #9)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.editions.cover.bidi import order_runs, remove_explicit, resolve_levels


def show(text: str, is_rtl: bool) -> str:
    """The characters from left to right; brackets are not turned round yet."""
    levels = resolve_levels(text, is_rtl)
    places = order_runs(range(len(text)), lambda place: levels[place])
    return "".join(text[place] for place in places)


@pytest.mark.parametrize(
    ("text", "is_rtl", "shown"),
    [
        ("abc", False, "abc"),
        ("אבג", True, "גבא"),
        ("abc אבג def", False, "abc גבא def"),
        ("אבג abc דהו", True, "והד abc גבא"),
        # Numbers run from left to right within Arabic, with the signs between and beside them.
        ("אב 12.5 ג", True, "ג 12.5 בא"),
        ("שש 50% גג", True, "גג 50% שש"),
        ("سس ٥٠ جج", True, "جج ٥٠ سس"),
        # A number after Latin words belongs to them.
        ("אב abc 12 גד", True, "דג abc 12 בא"),
        ("א - ב", True, "ב - א"),
        ("abc (אב) def", False, "abc (בא) def"),
        ("אב (ALL)", True, ")ALL( בא"),
        ("abc (אב", False, "abc (בא"),
        ("אב: abc!", True, "!abc :בא"),
    ],
)
def test_characters_stand_in_the_order_of_the_standard(text: str, is_rtl: bool, shown: str) -> None:
    assert show(text, is_rtl) == shown


@given(st.text("aא1٥ .,%+-()\u0300\u200f\u200e", max_size=30), st.booleans())
def test_every_character_stands_once(text: str, is_rtl: bool) -> None:
    assert sorted(show(text, is_rtl)) == sorted(text)


def test_marks_that_would_turn_the_rest_of_a_line_are_left_out() -> None:
    assert remove_explicit("a\u202eb\u2066c\u2069 d\u200de\u200ff") == "abc d\u200de\u200ff"
