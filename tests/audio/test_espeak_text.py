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
