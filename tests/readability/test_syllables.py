"""How many syllables a word has. The words of `syllables/` were parted by hand; see each file."""

from __future__ import annotations

import random
import socket
import tomllib
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.diagnostics.errors import LanguageError
from plainspoken.languages import load
from plainspoken.readability.syllables import Origin, SyllableCount, SyllableCounter

FOLDER = Path(__file__).parent / "syllables"
LANGS = sorted(path.stem for path in FOLDER.glob("*.toml"))
LEXICON = {"leukemia": 4, "dose": 1, "CAR": 1, "6-MP": 3}


def parted(lang: str) -> list[str]:
    """All reference words of a language, with hyphens between their syllables."""
    tables = tomllib.loads((FOLDER / f"{lang}.toml").read_text("utf-8"))
    return [word for words in tables.values() for word in words]


def counter(lang: str, lexicon: dict[str, int] | None = None) -> SyllableCounter:
    language = load(lang)
    return SyllableCounter(
        lang, lexicon or {}, language.table("readability", "syllables"), language.emphasised
    )


def test_every_language_with_rules_has_reference_words() -> None:
    assert set(LANGS) == {"de", "en", "es", "fr", "it", "pl", "pt", "ru", "tr"}
    assert all(len(set(parted(lang))) >= (100 if lang == "en" else 50) for lang in LANGS)


@pytest.mark.parametrize("lang", LANGS)
def test_rules_count_health_words_as_they_are_parted_by_hand(lang: str) -> None:
    syllables, words = counter(lang), parted(lang)
    counts = {word: syllables.count(word.replace("-", "")) for word in words}
    assert {count.origin for count in counts.values()} == {"rule"}, "a dictionary helped"
    missed = {w: count for w, count in counts.items() if count.syllables != w.count("-") + 1}
    assert len(missed) <= len(words) * (0.03 if lang == "en" else 0.05), missed


def test_words_that_a_reviewer_found_wrong_stay_right() -> None:
    syllables = counter("en")
    for word in tomllib.loads((FOLDER / "en.toml").read_text("utf-8"))["reviewed"]:
        assert syllables.count(word.replace("-", "")) == SyllableCount(
            word.count("-") + 1, "rule"
        ), word


@pytest.mark.parametrize(
    ("word", "syllables", "origin"),
    [
        ("leukemia", 4, "lexicon"),
        ("Leukemia’s", 4, "lexicon"),
        ("leukemias", 4, "lexicon"),
        ("doses", 2, "lexicon"),
        ("dose's", 2, "lexicon"),
        ("CAR", 1, "lexicon"),
        ("6-MP", 3, "lexicon"),
        ("car", 1, "dictionary"),
        ("don’t", 1, "dictionary"),
        ("all", 1, "dictionary"),
        ("ALL", 3, "letters"),
        ("MRIs", 3, "letters"),
        ("WBC", 5, "letters"),
        ("HTLVBC", 6, "letters"),
        ("WARNING", 2, "dictionary"),
        ("NOT", 1, "dictionary"),
        ("STOP", 1, "dictionary"),
        ("SKIN", 1, "dictionary"),
        ("AIDS", 1, "said"),
        ("aids", 1, "dictionary"),
        ("PICCs", 1, "said"),
        ("COVID", 2, "said"),
        ("COVID-19", 3, "parts"),
        ("mg", 3, "said"),
        ("kg", 3, "said"),
        ("mL", 4, "said"),
        ("Dr", 2, "said"),
        ("vs", 2, "said"),
        ("mRNA", 4, "said"),
        ("MS", 2, "letters"),
        ("MG", 2, "letters"),
        ("Mr", 2, "dictionary"),
        ("weren’t", 1, "said"),
        ("WEREN'T", 1, "said"),
        ("autoimmune", 4, "said"),
        ("caesareans", 4, "said"),
        ("hemiplegia", 4, "said"),
        ("Mpox", 2, "said"),
        ("pre-eclampsia", 5, "parts"),
        ("a.m", 2, "letters"),
        ("e.g.", 2, "letters"),
        ("b.i.d", 3, "letters"),
        ("U.S.'s", 2, "letters"),
        ("Ph.D", 3, "letters"),
        ("38.3", 1, "number"),
        ("1.a", 1, "number"),
        ("B12", 1, "number"),
        ("follow-up", 3, "parts"),
        ("6-mercaptopurine", 6, "parts"),
        ("vincristine", 3, "rule"),
        ("…", 1, "rule"),
        ("", 1, "rule"),
    ],
)
def test_a_count_says_where_it_comes_from(word: str, syllables: int, origin: Origin) -> None:
    assert counter("en", LEXICON).count(word) == SyllableCount(syllables, origin)


@pytest.mark.parametrize(
    ("lang", "word", "syllables"),
    [("es", "NO", 1), ("es", "NUNCA", 2), ("de", "NICHT", 1), ("fr", "PAS", 1), ("pt", "NÃO", 1),
     ("it", "NON", 1), ("pl", "NIE", 1), ("ru", "НЕЛЬЗЯ", 2), ("es", "UCI", 3)],
)  # fmt: skip
def test_a_word_in_capitals_for_weight_is_no_acronym(lang: str, word: str, syllables: int) -> None:
    assert counter(lang).count(word).syllables == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("SIDA", 2), ("COVID-19", 3), ("mg", 4), ("ml", 4), ("Dra", 3), ("Srta", 4), ("pág", 3),
     ("p.m", 3), ("VIH", 4), ("más", 1)],
)  # fmt: skip
def test_spanish_reads_its_own_short_forms_out(word: str, syllables: int) -> None:
    assert counter("es").count(word).syllables == syllables


def test_a_lexicon_knows_better_than_a_list_of_the_language() -> None:
    assert counter("en", {"mg": 2, "AIDS": 4}).count("mg") == SyllableCount(2, "lexicon")


def test_a_region_has_the_rules_and_the_dictionary_of_its_language() -> None:
    assert counter("es-MX").count("cuídese") == SyllableCount(3, "rule")
    assert counter("en-GB").count("colour") == SyllableCount(2, "dictionary")


def test_a_language_without_rules_is_hyphenated() -> None:
    assert SyllableCounter("nl", {}, {}).count("ziekenhuis") == SyllableCount(3, "hyphenation")


def test_a_language_with_neither_rules_nor_hyphenation_is_refused() -> None:
    with pytest.raises(LanguageError, match=r"\[syllables\]"):
        SyllableCounter("tlh", {}, {})


def test_counting_never_reaches_for_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "socket")
    assert counter("en").count("ziekenhuis").syllables >= 1
    assert SyllableCounter("nl", {}, {}).count("pillen").syllables == 2


def test_neither_order_nor_threads_nor_what_was_counted_before_change_a_count() -> None:
    words = [word.replace("-", "") for lang in LANGS for word in parted(lang)]
    words += ["ALL", "ALL's", "T-cell", "leukemias", "12"]
    expected = {word: counter("en", LEXICON).count(word) for word in set(words)}
    for seed in range(3):
        random.Random(seed).shuffle(words)
        shared = SyllableCounter("en", LEXICON, load("en").table("readability", "syllables"))
        for word in words[:100]:
            shared.count(word)
        with ThreadPoolExecutor(8) as pool:
            assert dict(zip(words, pool.map(shared.count, words), strict=True)) == expected


@given(st.sampled_from(LANGS), st.text())
def test_any_text_has_a_syllable_and_its_spelling_in_unicode_does_not_matter(
    lang: str, text: str
) -> None:
    count = counter(lang, LEXICON).count(text)
    assert count.syllables >= 1
    assert count == counter(lang, LEXICON).count(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("lang", LANGS)
def test_decomposed_accents_change_no_count(lang: str) -> None:
    syllables = counter(lang)
    for word in (parted_word.replace("-", "") for parted_word in parted(lang)):
        assert syllables.count(unicodedata.normalize("NFD", word)) == syllables.count(word)
