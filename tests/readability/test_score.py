"""Scores, and the laws that hold whatever the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.guide import Guide
from plainspoken.readability import Scorecard, score

from .conftest import make_guide

GuideOf = Callable[..., Guide]
SCORED = ("en", "es", "fr", "pt", "de", "it", "pl", "ru", "tr")
PLAIN = {
    "en": "You take the pill at night. Call your nurse if you feel sick, and rest at home.",
    "es": "Tome la pastilla por la noche. Llame a la enfermera si se siente mal, y descanse.",
    "fr": "Prenez le médicament le soir. Appelez votre médecin si vous avez mal, et dormez.",
    "pt": "O gato bebe leite. Tome o remédio à noite, e descanse em casa.",
    "de": "Nehmen Sie die Tablette am Abend. Rufen Sie uns an, und schlafen Sie gut.",
    "it": "Prenda la pastiglia la sera. Chiami il medico se sta male, e riposi a casa.",
    "pl": "Proszę brać lek wieczorem. Proszę zadzwonić do lekarza, i odpocząć w domu.",
    "ru": "Принимайте таблетку вечером. Позвоните врачу, и отдохните дома.",
    "tr": "Ali okula gitti. Hapı gece alın, ve evde dinlenin.",
}
WORDS = st.sampled_from(
    ["the", "nurse", "gives", "medicine", "every", "evening", "hospital", "you", "take", "water",
     "information", "a", "38.3", "follow-up", "don't", "ALL"]
)  # fmt: skip
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(lambda words: " ".join(words) + ".")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)


def as_read(card: Scorecard) -> float:
    assert card.whole.as_read is not None
    return card.whole.as_read.value


@pytest.mark.parametrize("lang", SCORED)
def test_a_text_told_twice_keeps_its_figure(lang: str, guide_of: GuideOf) -> None:
    once, twice = guide_of(PLAIN[lang], lang), guide_of(f"{PLAIN[lang]}\n\n{PLAIN[lang]}", lang)
    assert as_read(score(twice)) == pytest.approx(as_read(score(once)), abs=0.001)


@pytest.mark.parametrize("lang", SCORED)
def test_splitting_a_sentence_never_makes_a_text_harder(lang: str, guide_of: GuideOf) -> None:
    whole = score(guide_of(PLAIN[lang], lang))
    split = score(guide_of(PLAIN[lang].replace(", ", ". "), lang))
    assert whole.formula is not None
    assert whole.formula.meets(as_read(split), as_read(whole))


@given(TEXTS)
def test_duplicating_any_text_keeps_its_figure(text: str) -> None:
    once, twice = score(make_guide(text)), score(make_guide(f"{text}\n\n{text}"))
    assert as_read(twice) == pytest.approx(as_read(once), abs=0.001)
    assert twice.whole.words == 2 * once.whole.words


@given(TEXTS, st.data())
def test_splitting_any_sentence_never_makes_it_harder(text: str, data: st.DataObject) -> None:
    places = [place for place, sign in enumerate(text) if sign == " " and text[place - 1] != "."]
    if places:
        at = data.draw(st.sampled_from(places))
        apart = f"{text[:at]}.\n\n{text[at + 1 :]}"
        assert as_read(score(make_guide(apart))) <= as_read(score(make_guide(text))) + 0.0001


@given(TEXTS)
def test_markup_quotes_and_decomposed_letters_change_nothing(text: str) -> None:
    plain = score(make_guide(text)).whole
    first, _, rest = text.partition(" ")
    marked = f"**{first}** {rest}" if rest else f"*{first}*"
    assert score(make_guide(marked)).whole == plain
    assert score(make_guide(text.replace("'", "’"))).whole == plain
    assert score(make_guide(unicodedata.normalize("NFD", text))).whole == plain


@given(TEXTS)
def test_the_band_holds_the_figure(text: str) -> None:
    reading = score(make_guide(text)).whole.as_read
    assert reading is not None
    assert reading.easiest <= reading.value <= reading.hardest


def test_decomposed_spanish_scores_the_same(guide_of: GuideOf) -> None:
    decomposed = unicodedata.normalize("NFD", "Él llamó al médico. ¿Qué pasó después?")
    composed = unicodedata.normalize("NFC", decomposed)
    assert score(guide_of(decomposed, "es")).whole == score(guide_of(composed, "es")).whole


@pytest.mark.parametrize(("tag", "base"), [("es-MX", "es"), ("en-GB", "en"), ("pt-BR", "pt")])
def test_a_region_scores_as_its_language(tag: str, base: str, guide_of: GuideOf) -> None:
    assert score(guide_of(PLAIN[base], tag)).whole == score(guide_of(PLAIN[base], base)).whole


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("Call for a fever of 38.3 °C or more.", 9, 1),
        ("Eat fruit, e.g. apples, at noon.", 6, 1),
        ("## A heading here\n\nOne short sentence.", 3, 1),
        ("Read [the whole page](https://example.org/a/b/c).", 4, 1),
        ("You may feel:\n\n- pain\n- a fever", 6, 1),
        ("You may:\n\n- Rest.\n- Call us.", 5, 3),
        ("- pain\n- a fever\n\nRest well.", 2, 1),
        ("| a | b |\n|---|---|\n| c d | It hurts. |", 2, 1),
        ("Stop. Rest.", 2, 2),
        ("```\nsome code\n```\n\nRest well.", 2, 1),
    ],
)
def test_traps_of_counting_are_counted_right(
    text: str, words: int, sentences: int, guide_of: GuideOf
) -> None:
    whole = score(guide_of(text)).whole
    assert (whole.words, whole.sentences) == (words, sentences)


def test_what_is_left_out_is_told(guide_of: GuideOf) -> None:
    card = score(guide_of("## Two words\n\nRest well.\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n"))
    assert dict(card.left_out) == {"code": 1, "headings": 3, "table cells": 2}


@pytest.mark.parametrize(
    ("lang", "text"),
    [("zh-Hans", "感染会很危险。请打电话。"), ("ar", "العدوى خطيرة. اتصل بنا."),
     ("ko", "감염은 위험합니다. 전화하십시오."), ("tl", "Mapanganib ito. Tumawag kayo."),
     ("vi", "Sốt là nguy hiểm. Hãy gọi cho chúng tôi.")],
)  # fmt: skip
def test_a_language_without_a_scale_gets_lengths_and_no_grade(
    lang: str, text: str, guide_of: GuideOf
) -> None:
    card = score(guide_of(text, lang))
    assert card.formula is None
    assert card.whole.as_read is card.whole.terms_aside is None
    assert card.whole.sentences == 2
    assert card.whole.longest > 0


def test_a_translation_is_judged_only_by_what_is_in_its_language(guide_of: GuideOf) -> None:
    guide = guide_of("Tome la pastilla. Descanse.", "es")
    alien = guide_of("Administer antineoplastic pharmaceuticals intravenously.", "en")
    section = guide.sections[0]
    mixed = replace(section, blocks=(*section.blocks, *alien.sections[0].blocks[1:]))
    card = score(replace(guide, sections=(mixed,)))
    assert card.whole == score(guide).whole
    assert dict(card.left_out)["in another language"] == 4


def scores(texts: list[tuple[str, str]]) -> list[Scorecard]:
    return [score(make_guide(text, lang)) for lang, text in texts]


def test_scores_are_the_same_from_eight_threads_and_from_processes_in_any_order() -> None:
    texts = [(lang, text) for lang, text in PLAIN.items() for _ in range(8)]
    reference = scores(texts)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda each: scores([each])[0], texts)) == reference
    with ProcessPoolExecutor(2) as processes:
        backwards = list(processes.map(scores, [[each] for each in reversed(texts)]))
    assert [each[0] for each in reversed(backwards)] == reference


def test_known_terms_set_aside_keep_their_place_in_the_sentence(guide_of: GuideOf) -> None:
    card = score(guide_of("You get chemotherapy today.", terms=("chemotherapy",)))
    assert card.whole.known == 1
    assert card.whole.as_read and card.whole.terms_aside
    assert card.whole.terms_aside.value < card.whole.as_read.value
    assert card.whole.mean == 4
