"""What a clinic sets, as each language writes it."""

from __future__ import annotations

import pytest

from plainspoken.guide import Value
from plainspoken.languages import available
from plainspoken.parsing.values import format_values

WAIT = Value("wait", "duration", minutes=30)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "30 minutes"), ("es", "30 minutos"), ("ko", "30분"), ("vi", "30 phút")],
)
def test_a_time_to_wait_is_written_in_the_words_of_the_language(lang: str, text: str) -> None:
    assert format_values((WAIT,), lang, "") == {"wait": (text, "")}


@pytest.mark.parametrize("lang", available())
def test_no_language_shows_the_name_of_a_unit_instead_of_a_word(lang: str) -> None:
    ((text, _),) = format_values((WAIT,), lang, "").values()
    assert "duration" not in text
