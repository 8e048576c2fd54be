"""Words stand in the order of their language, as its glossary has them."""

from __future__ import annotations

import random
import unicodedata

import pytest

from plainspoken.languages import load
from plainspoken.languages.collation import make_sort_key
from plainspoken.languages.tags import available

ORDERED = {
    "ar": "أذن بنكرياس تورم ثدي دم ذراع قلب كبد مرض نخاع هرمون وريد يد",
    "de": "Aderlass Ähre Arzt Blut Öl Ort Straße Strasten übel Zelle",
    "en": "acute Allergy blood catheter cell DNA éclair edema zone",
    "es": "acné anemia ánimo naranja niño nódulo ñame oído oncólogo zumo",
    "fa": "آزمایش استخوان پوست تب چشم خون ژن سلول قلب کبد گلبول مغز نخاع ورم یاخته",
    "fr": "âge anémie cœur corps école eczéma moelle zona",
    "ko": "간 골수 구토 기침 나이 다리 머리 혈액",
    "pl": "badanie ból cera ćma lekarz lód łokieć mózg szpik świnka zastrzyk źrenica żyła",
    "pt": "ácido água anemia ção coração medula órgão",
    "ru": "анализ еда ёж игла йод кровь эритроцит яд",
    "tl": "bata dugo ñandu oras",
    "tr": "ağrı cilt çocuk göz ılık ilaç öksürük pıhtı sinir şeker ter uyku ürik zar",
    "vi": "an ăn ấm bạch dạ đau em ếch máu ôn ơn tim ung ưng",
}


@pytest.mark.parametrize("tag", ORDERED)
def test_words_stand_in_the_order_of_their_alphabet(tag: str) -> None:
    words = ORDERED[tag].split()
    shuffled = random.Random(1).sample(words, len(words))
    for form in ("NFC", "NFD"):
        given = [unicodedata.normalize(form, word) for word in shuffled]
        found = sorted(given, key=lambda word: make_sort_key(word, load(tag)))
        assert [unicodedata.normalize("NFC", word) for word in found] == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["2-DNA", "a b", "A-c", "ab", "AC", "Ácid", "b"]),
        ("es", ["2-DNA", "a b", "A-c", "ab", "AC", "Ácid", "b", "Zumo", "βeta"]),
        ("ru", ["2-й день", "анализ", "Яд", "MRI"]),
    ],
)
def test_signs_come_first_and_letters_of_other_alphabets_last(tag: str, words: list[str]) -> None:
    shuffled = random.Random(1).sample(words, len(words))
    assert sorted(shuffled, key=lambda word: make_sort_key(word, load(tag))) == words


def test_an_alphabet_has_small_composed_letters_each_once() -> None:
    tags = [tag for tag in available() if "alphabet" in load(tag).text]
    assert tags
    for tag in tags:
        letters = load(tag).text["alphabet"].split()
        assert len(set(letters)) == len(letters)
        assert all(unicodedata.normalize("NFC", letter.lower()) == letter for letter in letters)
