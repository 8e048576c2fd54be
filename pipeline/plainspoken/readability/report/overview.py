"""Languages go in; the top of the report comes out: a card for each, and all in one table."""

from __future__ import annotations

from ..analysis import Analysis, LanguageAnalysis
from ..formulas import Formula
from ..score import Grade
from . import summary
from .charts import Axis, Bar, Titles, Tone, gauge, icon
from .formatting import NOTHING, band, figure, language, many, share, whole
from .markup import Html, joined, tag
from .tables import Column, facts, table

TONES: dict[summary.Status, Tone] = {
    "easy": "good", "edge": "plain", "hard": "bad", "short": "plain", "none": "plain",
}  # fmt: skip


def cards(examination: Analysis) -> Html:
    """A card for each language."""
    source = examination.project.language
    return tag(
        "div",
        *(_card(each, source, limits_of(each)) for each in examination.languages),
        class_="cards",
    )


def _card(each: LanguageAnalysis, source: str, limits: str) -> Html:
    card = each.card
    stands = summary.status(card.formula, card.whole.as_read)
    return tag(
        "article",
        tag("h3", language(card.lang), id=f"short-{card.lang}"),
        tag("p", icon(stands), summary.WORDS[stands], class_=f"status {stands}"),
        tag("p", summary.sentence(each), class_="verdict"),
        "" if card.formula else facts(summary.lengths(each, source)),
        _gauge(card.lang, card.formula, card.whole.as_read),
        tag("p", summary.facts(card), ". ", many(len(each.open_remarks), "open remark"), "."),
        _limits(each, limits),
        _evidence(card.formula),
        class_="card",
        aria_labelledby=f"short-{card.lang}",
    )


def _gauge(lang: str, formula: Formula | None, reading: Grade | None) -> str:
    if formula is None or reading is None:
        return ""
    at, low, high = (
        formula.distance(each, formula.target)
        for each in (reading.value, reading.easiest, reading.hardest)
    )
    reach = max(1.25 * abs(each) for each in (at, low, high))
    words = f"As read {figure(reading.value)}; the target is {summary.target(formula)}."
    if band(reading) != figure(reading.value):
        words += f" The line through the dot shows the band, {band(reading)}."
    return gauge(
        Titles(f"gauge-{lang}", f"{language(lang)}: where the text stands", words),
        Bar("", lang, figure(reading.value), at, low, high,
            TONES[summary.status(formula, reading)]),
        Axis(0, 0, f"target {formula.target:g}", "harder", "easier"),
        max(reach, formula.target / 2),
    )  # fmt: skip


def _limits(each: LanguageAnalysis, limits: str) -> Html:
    told = summary.own_limits(each, limits)
    missed = (tag("li", finding.message) for finding in each.missed_targets)
    return joined([
        tag("p", told) if told else "",
        tag("ul", *missed, class_="missed") if each.missed_targets else "",
    ])  # fmt: skip


def _evidence(formula: Formula | None) -> Html:
    if formula is None:
        return tag("p", "No accepted formula grades this language.", class_="quiet")
    return tag(
        "p",
        f"{formula.title}. {summary.EVIDENCE[formula.evidence]}",
        class_="quiet",
    )


def limits_of(each: LanguageAnalysis) -> str:
    """What the guide itself asks of a language, in words."""
    targets = each.targets
    bound = "at least" if each.card.formula and not each.card.formula.lower_is_easier else "at most"
    pairs = (
        (targets.score_as_read, f"as read {bound} {targets.score_as_read or 0:g}"),
        (targets.score, f"known terms aside {bound} {targets.score or 0:g}"),
        (targets.sentence_words,
         f"at most {targets.sentence_words or 0:g} {each.card.unit} in a sentence on average"),
    )  # fmt: skip
    return ", ".join(words for value, words in pairs if value is not None)


def numbers(examination: Analysis) -> Html:
    """All languages in one table, a row for each measure."""
    found = examination.languages
    kinds = sorted({kind for each in found for kind, _ in each.card.left_out})
    columns = [Column("Measure"), *(Column(language(each.card.lang), True) for each in found)]
    rows = [
        ("Words", *(whole(each.card.whole.words) for each in found)),
        ("Sentences", *(whole(each.card.whole.sentences) for each in found)),
        ("Mean length of a sentence", *(figure(each.card.whole.mean) for each in found)),
        ("Longest sentence", *(whole(each.card.whole.longest) for each in found)),
        ("Sentences over the limit", *map(_over, found)),
        ("As read (band)", *(_reading(each.card.whole.as_read) for each in found)),
        ("Known terms set aside (band)",
         *(_reading(each.card.whole.terms_aside) for each in found)),
        ("Words in known terms", *(whole(each.card.whole.known) for each in found)),
        ("Remarks, open", *(whole(len(each.open_remarks)) for each in found)),
        ("Remarks, silenced",
         *(whole(len(each.remarks) - len(each.open_remarks)) for each in found)),
        *((f"Words not counted: {kind}",
           *(whole(dict(each.card.left_out).get(kind, 0)) for each in found)) for kind in kinds),
    ]  # fmt: skip
    return table("The whole guide, without its glossary, in each language", columns, rows)


def kinds(examination: Analysis) -> str:
    """How many open remarks there are of each kind."""
    found = examination.languages
    names = sorted({remark.kind for each in found for remark in each.open_remarks})
    if not names:
        return ""
    columns = [Column("Kind"), *(Column(language(each.card.lang), True) for each in found)]
    rows = [
        (name.replace("-", " "),
         *(whole(sum(remark.kind == name for remark in each.open_remarks)) for each in found))
        for name in names
    ]  # fmt: skip
    return table("Open remarks of each kind", columns, rows)


def _over(each: LanguageAnalysis) -> str:
    over, of = each.card.whole.over, each.card.whole.sentences
    return f"{whole(over)} of {whole(of)} ({share(over, of)}, limit {each.card.limit})"


def _reading(reading: Grade | None) -> str:
    if reading is None:
        return NOTHING
    return f"{figure(reading.value)} ({band(reading)})"
