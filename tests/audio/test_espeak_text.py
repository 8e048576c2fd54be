"""Text that is divided for espeak-ng: nothing of it is lost, and little is divided."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.audio.voices.espeak_text import divide_text


@given(st.text("a1가漢का .,[]\u0301", max_size=400))
def test_nothing_is_added_but_spaces_and_commas(text: str) -> None:
    assert re.sub("[ ,]", "", divide_text(text)) == re.sub("[ ,]", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Take 2 tablets at 9:30, not more.",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz.",
        "https://example.org/a/rather/long/address/of-a-page.html",
        "Call 1 800 555 0199.",
        "123456789012345678901234",
        "x " * 300,
        "가" * 40,
        "[[" + "m'aroU" * 16 + "]], twice",
        "漢" * 60 + "，" + "漢" * 60 + "。",
        "가나다 " * 20,
        ("가나다 " * 15 + ". ") * 3,
        "漢 " * 180,
    ],
)
def test_what_espeak_speaks_whole_stays_as_it_is(text: str) -> None:
    assert divide_text(text) == text


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("1" * 25, "1 " * 24 + "1"),
        ("a" * 81, "a" * 80 + " a"),
        ("का" * 45, "का" * 40 + " " + "का" * 5),
        ("x[[" + "a" * 90 + "]]" + "b" * 81, "x[[" + "a" * 90 + "]]" + "b" * 80 + " b"),
        ("가" * 41, "가" * 40 + " 가"),
        ("가나다 " * 21 + "가", "가나다 " * 20 + "가나다, 가"),
        ("漢 " * 181 + "漢", "漢 " * 180 + "漢, 漢"),
    ],
)
def test_what_is_longer_is_divided(text: str, divided: str) -> None:
    assert divide_text(text) == divided


@pytest.mark.parametrize("stop", ".,;:!?…。、，；：！？؟،؛।")
def test_a_stop_ends_a_clause_and_a_word(stop: str) -> None:
    clause = f"{'漢 ' * 170}{stop} {'漢 ' * 170}"
    assert divide_text(clause) == clause
    word = f"{'a' * 70}{stop}{'a' * 70}"
    assert divide_text(word) == word


@pytest.mark.parametrize("sign", ["\u3400", "\u9fff", "\U00020000", "\U0002ffff"])
def test_ideographs_of_every_kind_count(sign: str) -> None:
    assert divide_text(f"{sign} " * 181) == f"{f'{sign} ' * 180}{sign}, "


@pytest.mark.parametrize("sign", ["\u33ff", "\ua000", "a", "\U0001ffff"])
def test_other_letters_do_not(sign: str) -> None:
    assert "," not in divide_text(f"{sign} " * 400)


def test_a_syllable_of_hangul_counts_as_three_ideographs() -> None:
    for first, last in (("\uac00", "\ud7a3"), ("\ud7a3", "\uac00")):
        text = f"{first} " * 30 + f"{last} " * 30
        assert divide_text(text) == text
        assert divide_text(f"{text}漢 漢") == f"{text}漢, 漢"


def test_after_a_comma_that_is_added_the_count_begins_anew() -> None:
    assert divide_text("漢 " * 541).count(",") == 2
    assert divide_text("漢 " * 543).count(",") == 3
