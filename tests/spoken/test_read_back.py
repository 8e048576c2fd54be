"""What is said is heard as what is written."""

from __future__ import annotations

import dataclasses
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.audio.spoken_text import say_sentence
from plainspoken.config.project import load_project
from plainspoken.guide import Sentence, Span
from plainspoken.languages import load
from plainspoken.localized_guides import read_guides
from plainspoken.quantities.normalize import fold
from plainspoken.quantities.quantity import ReadingHints
from plainspoken.quantities.reading import LocalizedText, read_text
from plainspoken.spoken.numbers import spell_decimal, spell_whole
from plainspoken.spoken.read_back import Misreading, find_misreadings
from plainspoken.spoken.text import SpokenText, say_text

from .conftest import check_said_and_heard

ROOT = Path(__file__).parents[2]
STARTER = ROOT / "pipeline" / "plainspoken" / "starter"
UNITS = ("mg", "mL", "°C", "%", "mg/kg", "mcg", "g", "mmHg", "mL/h", "mg/m²", "IU")
NUMBERS = st.integers(1, 99_999)
MEASURES = st.one_of(
    st.builds("{} {}".format, NUMBERS, st.sampled_from(UNITS)),
    st.builds("{}.{} {}".format, st.integers(0, 200), st.integers(1, 99), st.sampled_from(UNITS)),
    st.builds("{}–{} mg".format, st.integers(1, 50), st.integers(51, 99)),
    st.builds("{} 1/2".format, st.integers(1, 20)),
    st.sampled_from(["1/2", "¼", "3/4", "2/3", "< 70 mg/dL", "≥ 38.5 °C", "120/80 mmHg"]),
)


@given(
    text=MEASURES,
    language=st.sampled_from(
        [
            *(("en", ""), ("es", "419"), ("pl", ""), ("tr", ""), ("vi", "")),
            *(("ar", ""), ("fa", ""), ("hi", ""), ("ru", ""), ("zh-Hans", "")),
            *(("ht", ""), ("ko", ""), ("tl", "")),
        ]
    ),
)
def test_a_measure_is_heard_as_it_is_written(text: str, language: tuple[str, str]) -> None:
    tag, region = language
    spoken = say_text(text, load(tag), region)
    assert not any(map(str.isdigit, spoken.words))
    assert not list(find_misreadings(spoken))


LANGUAGES = (
    "pl",
    "tr",
    "vi",
    "ru",
    "ht",
    "ko",
    "tl",
    "zh-Hans",
    "de",
    "en",
    "es",
    "fr",
    "it",
    "pt",
)


@pytest.mark.parametrize(("lang", "digits"), [*product(LANGUAGES, (0, 1, 2)), ("ru", 3)])
def test_a_number_in_words_is_heard_as_it_is_written(lang: str, digits: int) -> None:
    language = load(lang)
    for number in [*range(7, 1001, 7), 1000, 1001, 2026, 10_050, 61_898, 345_678, 1_200_000]:
        written = f"{number}.{number % 10**digits:0{digits}}" if digits else str(number)
        words = LocalizedText(fold(spell_decimal(written, language)), language)
        hints = ReadingHints(words=True)
        heard = [n.value for n in read_text(words, hints).quantities if not n.implied]
        assert heard == [Fraction(written)], words


@pytest.mark.parametrize("folder", [ROOT, STARTER], ids=["guide", "starter"])
def test_all_that_our_guides_say_is_heard_as_it_is_written(folder: Path) -> None:
    project = load_project(folder)
    for locale in project.locales:
        guide = read_guides(project, [locale])[locale.lang]
        for sentence in guide.sentences():
            region = project.regions[locale.lang]
            spoken = say_sentence(sentence, guide.lexicon, "", region)
            assert not list(find_misreadings(spoken)), sentence.text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2.5 mg", "two point six milligrams"),
        ("2.5 mg", "two point five grams"),
        ("1/2", "one, two"),
        ("911", "nine eleven hundred"),
        ("8:30", "eight thirteen"),
        ("03/04/2026", "March fifth, twenty twenty-six"),
    ],
)
def test_what_is_heard_as_something_else_is_found(written: str, said: str) -> None:
    spoken = say_text(written, load("en"))
    (saying,) = spoken.sayings
    wrong = dataclasses.replace(spoken, sayings=(dataclasses.replace(saying, words=said),))
    (misreading,) = find_misreadings(wrong)
    assert misreading.written == written


def test_an_hour_of_the_evening_is_heard_in_twelve_hours() -> None:
    check_said_and_heard("الساعة 20", "ar", "الساعة الثامنة مساءً")


def test_what_would_be_heard_as_something_else_is_left_to_the_engine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def find_27(spoken: SpokenText) -> list[Misreading]:
        return [Misreading(each, "", "") for each in spoken.sayings if each.words == "vingt-sept"]

    monkeypatch.setattr("plainspoken.audio.spoken_text.find_misreadings", find_27)
    sentence = Sentence("s", "fr", (Span("Prenez 27 gouttes et 2 gouttes."),))
    assert say_sentence(sentence, (), "").words == "Prenez 27 gouttes et deux gouttes."


@pytest.mark.parametrize("lang", ["de", "en", "es", "fr", "it", "pt"])
def test_ordinals_in_words_are_heard_as_they_are_written(lang: str) -> None:
    language = load(lang)
    for number in range(1, 100):
        words = LocalizedText(fold(spell_whole(number, language, "ordinal")), language)
        heard = [n.value for n in read_text(words, ReadingHints()).quantities if not n.implied]
        assert heard == [number], words
