"""What is a word, and which words are known terms."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import Guide
from plainspoken.readability import score
from plainspoken.readability.tokens import collect_known_terms, split_words, tokenize_sentence


def words(text: str) -> list[str]:
    return [word.text for word in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chemotherapy—or chemo", ["chemotherapy", "or", "chemo"]),
        ("A fever of 38.3 °C (100.9 °F)", ["A", "fever", "of", "38.3", "C", "100.9", "F"]),
        ("a follow-up T-cell test", ["a", "follow-up", "T-cell", "test"]),
        ("don't, don’t", ["don't", "don’t"]),
        ("More than 95% of 1,000", ["More", "than", "95", "of", "1,000"]),
        ("and/or", ["and", "or"]),
        ("dose - or two", ["dose", "or", "two"]),
        ("¿Qué es l’eau?", ["Qué", "es", "l’eau"]),
        ("2-3 weeks", ["2", "3", "weeks"]),
        ("癌症治疗。", ["癌", "症", "治", "疗"]),
        ("مسودة لم تراجع", ["مسودة", "لم", "تراجع"]),
        ("…", []),
        ("", []),
    ],
)
def test_words_end_where_unicode_says_and_a_hyphen_joins(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=60))
def test_words_stand_where_they_say_in_any_text(text: str) -> None:
    at = 0
    for word in split_words(text):
        assert text[word.begin : word.end] == word.text
        assert word.begin >= at
        assert any(map(str.isalnum, word.text))
        at = word.end


@given(st.text(alphabet="aé ñü-’.5", max_size=40))
def test_decomposed_letters_make_the_same_words(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    again = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text))
    assert words(composed) == words(again)


def known(guide: Guide) -> list[str]:
    phrases = collect_known_terms(guide)
    return [
        word.text
        for section in guide.sections
        if section.role == "body"
        for sentence in section.sentences()
        for word in tokenize_sentence(sentence, phrases)
        if word.known
    ]


def test_only_whole_terms_of_the_glossary_are_known(guide_of: Callable[..., Guide]) -> None:
    guide = guide_of("A blood count counts blood. Stem cells and a cell.", terms=(
        "blood count (CBC)", "stem cell"))  # fmt: skip
    assert known(guide) == ["blood", "count", "Stem", "cells"]


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("White blood cells fight.", ("blood", "white blood cell", "blood cell"),
         ["White", "blood", "cells"]),
        ("A blood test, then blood.", ("blood", "blood test"), ["blood", "test", "blood"]),
        ("A blood cell count today.", ("blood cell", "cell count"), ["blood", "cell", "count"]),
        ("The bone marrow transplant.", ("bone marrow", "bone marrow transplant"),
         ["bone", "marrow", "transplant"]),
        ("Bone marrow, not bone alone.", ("bone marrow",), ["Bone", "marrow"]),
        ("Bone marrow. Biopsies. A bone and biopsy.", ("bone marrow biopsy",), []),
    ],
)  # fmt: skip
def test_of_terms_that_overlap_the_longest_is_known_and_each_word_once(
    guide_of: Callable[..., Guide], text: str, terms: tuple[str, ...], expected: list[str]
) -> None:
    for order in (terms, terms[::-1]):
        guide = guide_of(text, terms=order)
        assert known(guide) == expected
        assert score(guide).whole.known == len(expected)


def test_a_plural_is_known_where_its_singular_is_explained(guide_of: Callable[..., Guide]) -> None:
    assert known(guide_of("The tumors are gone.", terms=("tumor",))) == ["tumors"]
    guide = guide_of("Blood viruses and bloods virus are gone.", terms=("blood virus",))
    assert known(guide) == ["Blood", "viruses"]


def test_an_acronym_is_known_only_in_its_capitals(guide_of: Callable[..., Guide]) -> None:
    guide = guide_of("ALL is not all. A CR is.", terms=("acute lymphoblastic leukemia (ALL)",))
    assert known(guide) == ["ALL"]


def test_a_word_of_the_lexicon_alone_is_not_known(guide_of: Callable[..., Guide]) -> None:
    assert known(guide_of("Take vincristine.")) == []
