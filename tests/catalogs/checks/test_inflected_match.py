"""Phrases are found in their forms, and of many only those are looked for that can be there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspoken.catalogs.checks.inflected_match import (
    find_phrase,
    index_phrases,
    select_phrases,
)
from plainspoken.languages import find_language

LANGUAGES = ("en", "es", "de", "ru", "tr", "ar", "ko", "hi", "zh-Hans")
WORDS = st.text("aáefisyийя", min_size=1, max_size=4)
ENDINGS = st.sampled_from(("", "s", "es", "a", "o", "en", "ий"))
PHRASES = st.lists(WORDS, min_size=1, max_size=2).map(" ".join)
TEXTS = st.lists(st.tuples(WORDS, ENDINGS).map("".join), max_size=6).map(" ".join)


@given(st.lists(PHRASES, max_size=6), TEXTS, st.sampled_from(LANGUAGES))
def test_every_phrase_that_a_text_has_is_selected(phrases: list[str], text: str, lang: str) -> None:
    language = find_language(lang)
    selected = select_phrases(index_phrases(phrases, language), text)
    found = {
        place
        for place, phrase in enumerate(phrases)
        if find_phrase(phrase, text, language, strict=True)
    }
    assert found <= {*selected}
    assert selected == sorted(selected)


def test_of_many_phrases_few_are_selected() -> None:
    phrases = [f"{first}{second}lin {number}" for number, (first, second) in enumerate(
        (first, second) for first in "abcdefghijklmnop" for second in "aeiou"
    )]  # fmt: skip
    index = index_phrases(phrases, find_language("en"))
    assert select_phrases(index, "see balins there") == [phrases.index("balin 5")]


def test_a_short_word_is_found_with_an_ending_of_two_letters_and_no_more() -> None:
    spanish = find_language("es")
    assert find_phrase("gel", "los geles", spanish) == (4, 9)
    assert find_phrase("gel", "el gelado", spanish) is None
