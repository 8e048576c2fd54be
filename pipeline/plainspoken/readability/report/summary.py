"""One language goes in; what to think of it comes out, as a sign, a word and a sentence.

A language without an accepted scale gets lengths and counts, and never a grade.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..analysis import LanguageAnalysis
from ..formulas import Formula
from ..score import Grade, Scorecard, TextStatistics
from .formatting import band, figure, language, many, share

Status = Literal["easy", "edge", "hard", "short", "none"]
WORDS: dict[Status, str] = {
    "easy": "Easy enough",
    "edge": "On the edge",
    "hard": "Too hard",
    "short": "Too short to judge",
    "none": "No validated scale",
}
EVIDENCE = {
    "validated": "Validated: tested on readers of this language.",
    "adapted": "Adapted: carried over from another language's scale, not tested anew on readers.",
    "advisory": "Advisory: published, and to be read with care.",
}


def status(formula: Formula | None, reading: Grade | None) -> Status:
    """Where a text stands with its language's target, however it is counted."""
    if formula is None:
        return "none"
    if reading is None or not reading.fits:
        return "short"
    met = [
        formula.meets(each, formula.target)
        for each in (reading.value, reading.easiest, reading.hardest)
    ]
    return "easy" if all(met) else "edge" if any(met) else "hard"


def target(formula: Formula) -> str:
    """`at most 6`, `at least 55`."""
    bound = "at most" if formula.lower_is_easier else "at least"
    return f"{bound} {formula.target:g}"


def sentence(each: LanguageAnalysis) -> str:
    """What to think of one language, in one or two plain sentences."""
    card = each.card
    reading = card.whole.as_read
    if card.formula is None:
        return f"{language(card.lang)}: no validated scale, so no grade."
    if reading is None:
        return f"{language(card.lang)}: there is no text to count."
    stands = status(card.formula, reading)
    what = (
        f"{language(card.lang)}: as read {figure(reading.value)}, "
        f"target {target(card.formula)}: {WORDS[stands].lower()}."
    )
    if band(reading) == figure(reading.value):
        return f"{what} Other ways of counting say the same."
    return f"{what} Could be {band(reading)} by other ways of counting."


def lengths(each: LanguageAnalysis, source: str) -> Iterator[tuple[str, str]]:
    """What can be told of a language without a scale: what it is, and how much."""
    card, whole = each.card, each.card.whole
    yield "Mean sentence", f"{figure(whole.mean)} {card.unit}"
    yield "Longest", f"{whole.longest} {card.unit}"
    over = share(whole.over, whole.sentences)
    yield "Over the limit", f"{over} of the sentences; the limit is {card.limit}"
    yield "Unexplained", f"{unexplained(each)} terms in 100 {card.unit}"
    if each.comparison and each.comparison.whole.longer:
        yield "Drift", drift(each.comparison.whole.longer, source)


def unexplained(each: LanguageAnalysis) -> str:
    """Terms that the guide does not explain, in 100 words."""
    found = sum(remark.kind == "unexplained-term" for remark in each.open_remarks)
    words = each.card.whole.words
    return f"{100 * found / words:.1f}" if words else "0.0"


def drift(longer: float, source: str) -> str:
    """How a translation's sentences have grown or shrunk."""
    if figure(100 * abs(longer - 1)) == "0.0":
        return f"Its sentences are as long as those of the {language(source)} source."
    way = "longer" if longer > 1 else "shorter"
    by = f"{100 * abs(longer - 1):.0f} %"
    return f"Its sentences are {by} {way} than those of the {language(source)} source."


def own_limits(each: LanguageAnalysis, limits: str) -> str:
    """Whether the guide's own limits are met; nothing where it sets none."""
    if not limits:
        return ""
    if each.card.formula and status(each.card.formula, each.card.whole.as_read) == "short":
        return f"The guide's own limits: {limits}. The text is too short to be held against them."
    if not each.missed_targets:
        return f"The guide's own limits are met: {limits}."
    return f"The guide's own limits: {limits}."


def facts(card: Scorecard) -> str:
    """The few counts that a reader wants first."""
    whole: TextStatistics = card.whole
    return (
        f"{many(whole.words, card.unit.removesuffix('s'))}, "
        f"{many(whole.sentences, 'sentence')}, {figure(whole.mean)} {card.unit} in each on average"
    )
