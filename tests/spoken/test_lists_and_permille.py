"""Numbers in circles and parts of a thousand are said and heard in every language."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard

PERMILLE = {
    "en": "five permille", "es": "cinco por mil", "fr": "cinq pour mille", "de": "fünf Promille",
    "it": "cinque per mille", "pt": "cinco por mil", "ru": "пять промилле", "pl": "pięć promili",
    "tr": "binde beş", "ar": "خمسة في الألف", "fa": "پنج در هزار", "hi": "पाँच प्रति हज़ार",
    "zh-Hans": "千分之五", "ko": "오 퍼밀", "vi": "năm phần nghìn", "tl": "limang permille",
    "ht": "senk pou mil",
}  # fmt: skip
FIRST = {
    "en": "one", "es": "uno", "fr": "un", "de": "eins", "it": "uno", "pt": "um", "ru": "один",
    "pl": "jeden", "tr": "bir", "ar": "واحد", "fa": "یک", "hi": "एक", "zh-Hans": "一", "ko": "일",
    "vi": "một", "tl": "isa", "ht": "en",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "words"), PERMILLE.items())
def test_parts_of_a_thousand_are_said(lang: str, words: str) -> None:
    check_said_and_heard("5‰", lang, words)


@pytest.mark.parametrize(("lang", "word"), FIRST.items())
def test_a_number_in_a_circle_begins_an_item_of_a_list(lang: str, word: str) -> None:
    spoken = say_text("① Abc", load(lang))
    assert spoken.words in (f"{word}. Abc", f"{word}.Abc")
    assert not spoken.unsaid
    assert not list(find_misreadings(spoken))


def test_numbers_in_circles_are_said_within_a_sentence_too() -> None:
    text = "See ① and ②, steps ③–④, ⑳. ⑴ Wash. ❷ Dry."
    words = "See one and two, steps three to four, twenty. one. Wash. two. Dry."
    assert say_text(text, load("en")).words == words
