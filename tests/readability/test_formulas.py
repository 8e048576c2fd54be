"""Published references, recomputed; and no formula on a language that is not its own."""

from __future__ import annotations

import math

import pytest

from plainspoken.languages import available, load
from plainspoken.readability.counts import MEASURES, TextCounts, WordCounts
from plainspoken.readability.formulas import Formula, load_formulas

UNSCORED = ("ar", "fa", "hi", "ht", "ko", "tl", "vi", "zh-Hans")


def scale(lang: str, name: str) -> Formula:
    return next(each for each in load_formulas(load(lang)) if each.name == name)


def smog(polysyllables: int) -> float:
    words = WordCounts(words=600, syllables=900, three_or_more=polysyllables)
    figure = scale("en", "smog").grade(TextCounts(30, 600, words))
    assert figure is not None
    return figure


# McGraw's conversion table: polysyllables in 30 sentences, and the grade.
MCGRAW = [(7, 12, 6), (13, 20, 7), (21, 30, 8), (31, 42, 9), (43, 56, 10), (57, 72, 11),
          (73, 90, 12), (91, 110, 13)]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "grade"), MCGRAW)
def test_smog_agrees_with_the_published_table(first: int, last: int, grade: int) -> None:
    for count in range(first, last + 1):
        assert abs(smog(count) - grade) <= 1.5


@pytest.mark.parametrize(("count", "figure"), [(30, 8.84), (72, 11.98), (240, 19.29)])
def test_smog_gives_the_figures_of_its_formula(count: int, figure: float) -> None:
    assert smog(count) == pytest.approx(figure, abs=0.005)


def test_smog_is_told_only_of_thirty_sentences_or_more() -> None:
    formula = scale("en", "smog")
    assert not formula.fits(TextCounts(29, 600, WordCounts(words=600)))
    assert formula.fits(TextCounts(30, 600, WordCounts(words=600)))


def test_a_portuguese_passage_of_nilc_gives_its_published_figure() -> None:
    sums = TextCounts(3, 69, WordCounts(words=69, syllables=160))
    assert scale("pt", "martins").grade(sums) == pytest.approx(29.316, abs=0.0005)


REFERENCES = [
    ("en", "flesch-kincaid", (1, 6, 6), 0.39 * 6 + 11.8 - 15.59),
    ("en", "flesch-reading-ease", (1, 6, 6), 116.145),
    ("es", "szigriszt-pazos", (2, 20, 40), 206.835 - 62.3 * 2 - 10),
    ("fr", "kandel-moles", (2, 20, 30), 207 - 1.015 * 10 - 73.6 * 1.5),
    ("de", "amstad", (2, 20, 40), 180 - 10 - 58.5 * 2),
    ("ru", "oborneva", (2, 20, 40), 206.835 - 1.3 * 10 - 60.1 * 2),
    ("tr", "atesman", (2, 6, 12), 110.645),
]


@pytest.mark.parametrize(("lang", "name", "counts", "figure"), REFERENCES)
def test_each_formula_has_its_published_constants(
    lang: str, name: str, counts: tuple[int, int, int], figure: float
) -> None:
    sentences, words, syllables = counts
    sums = TextCounts(sentences, words, WordCounts(words=words, syllables=syllables))
    assert scale(lang, name).grade(sums) == pytest.approx(figure, abs=0.0005)


def test_gulpease_and_fog_pl_and_wiener_count_what_they_say() -> None:
    sums = TextCounts(
        2,
        20,
        WordCounts(
            words=20,
            syllables=45,
            letters=100,
            one_syllable=5,
            three_or_more=8,
            four_or_more=4,
            long_words=6,
        ),
    )
    assert load_formulas(load("it"))[0].grade(sums) == pytest.approx(89 + (300 * 2 - 10 * 100) / 20)
    assert load_formulas(load("pl"))[0].grade(sums) == pytest.approx(0.4 * (10 + 20))
    wiener = 0.1935 * 40 + 0.1672 * 10 + 0.1297 * 30 - 0.0327 * 25 - 0.875
    assert load_formulas(load("de"))[1].grade(sums) == pytest.approx(wiener, abs=0.0001)


@pytest.mark.parametrize("lang", available())
def test_every_scale_says_where_it_comes_from_and_what_it_is_worth(lang: str) -> None:
    for formula in load_formulas(load(lang)):
        assert len(formula.source) > 20
        assert formula.version
        assert formula.evidence in ("validated", "adapted", "advisory")
        assert formula.least_words >= 30
        assert math.isfinite(formula.target)
        assert {name for name, _ in formula.terms} <= set(MEASURES)
        bounds = [bound for bound, _ in formula.bands]
        assert bounds == sorted(bounds)


@pytest.mark.parametrize("lang", UNSCORED)
def test_a_language_without_an_accepted_scale_has_none(lang: str) -> None:
    assert load_formulas(load(lang)) == ()


@pytest.mark.parametrize(("tag", "same"), [("es-MX", "es"), ("en-GB", "en"), ("pt-BR", "pt")])
def test_a_region_uses_the_scale_of_its_language(tag: str, same: str) -> None:
    assert load_formulas(load(tag)) == load_formulas(load(same))


def test_scales_of_two_languages_are_never_shared() -> None:
    seen: dict[str, str] = {}
    for lang in available():
        for formula in load_formulas(load(lang)):
            assert seen.setdefault(formula.name, lang) == lang


def test_a_text_without_words_or_sentences_has_no_figure() -> None:
    assert load_formulas(load("en"))[0].grade(TextCounts(0, 0, WordCounts())) is None
    assert load_formulas(load("en"))[0].grade(TextCounts(1, 3, WordCounts())) is None
