"""An examination goes in; how everything was counted comes out, in plain words, with sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics.finding import Finding
from ..analysis import Analysis, LanguageAnalysis
from ..counting_policy import REASONABLE_POLICIES
from ..formulas import Formula, load_formulas
from . import summary
from .formatting import language, many
from .markup import Html, escaped, joined, said, tag
from .tables import Column, behind, facts, table

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)]")
_MEASURES = {
    "words-per-sentence": "words per sentence",
    "sentences-per-word": "sentences per word",
    "syllables-per-word": "syllables per word",
    "letters-per-word": "letters per word",
    "percent-1-syllable": "percent of words with one syllable",
    "percent-3-syllables-or-more": "percent of words with three or more syllables",
    "percent-4-syllables-or-more": "percent of words with four or more syllables",
    "percent-over-6-letters": "percent of words with more than six letters",
    "smog-root": "√(30 × words with three or more syllables ÷ sentences)",
}
_COUNTED = (
    "A heading is not counted. Nor is a table cell that is no full sentence.",
    "A list item that is a full sentence counts as one. A fragment joins the line that leads in "
    "to it; without such a line it is not counted.",
    "Words end where Unicode says so. Words that a hyphen joins are one word. A number is a word "
    "of one syllable.",
    "Code, terms in the glossary, notices and parts in another language are never counted. The "
    "glossary is shown, but it is not in the figures of the whole.",
    "“As read” counts every word. “Known terms set aside” leaves terms that the guide explains "
    "out of what is judged, but not out of the length of sentences.",
    "The length of a sentence is told beside the text, and its hard words are marked. A single "
    "sentence never gets a grade: no scale is made for that.",
    "Figures of two languages are never compared: only how far each is from its own target.",
)
_BAND = (
    "Studies of readability leave open what counts as a word or a sentence. So each figure has a "
    f"band: the lowest and the highest that {len(REASONABLE_POLICIES)} ways of counting give "
    "(headings in "
    "or out; fragments joined, apart or out; hyphened words as one or more; numbers in or out). A "
    "target counts as missed only where the whole band misses it."
)


def method(examination: Analysis) -> Html:
    """The scales, the way of counting, and what was silenced."""
    return joined([
        tag("h3", "The scales"),
        *(_scales(each) for each in examination.languages),
        tag("h3", "What is counted"),
        tag("ul", *(tag("li", each) for each in _COUNTED)),
        tag("h3", "The band"),
        tag("p", _BAND),
        tag("h3", "Silenced remarks"),
        _silenced(examination),
        *_amiss(examination),
    ])  # fmt: skip


def _scales(each: LanguageAnalysis) -> Html:
    name = tag("h4", language(each.card.lang))
    limit = f"A sentence may have {each.card.limit} {each.card.unit}."
    scales = load_formulas(each.card.lang)
    if not scales:
        words = (
            "No accepted formula grades this language, or none that can be computed honestly. So "
            "there is no grade: only lengths, counts and the drift against the source."
        )
        return joined([name, tag("p", words, " ", limit)])
    return joined([name, *map(_scale, scales), tag("p", limit)])


def _scale(formula: Formula) -> Html:
    rows = (
        ("Formula", tag("span", written(formula), class_="formula")),
        ("Version", formula.version),
        ("Evidence", summary.EVIDENCE[formula.evidence]),
        ("Target", f"{summary.target(formula)} ({_easier(formula)} is easier)"),
        ("Valid for", f"at least {many(formula.least_words, 'word')} and "
                      f"{many(formula.least_sentences, 'sentence')}"),
        ("Its own words", _bands(formula)),
        ("Source", linked(formula.source)),
    )  # fmt: skip
    return joined([tag("h5", formula.title), facts(row for row in rows if row[1])])


def _easier(formula: Formula) -> str:
    return "lower" if formula.lower_is_easier else "higher"


def _bands(formula: Formula) -> str:
    last = len(formula.bands) - 1
    return "; ".join(
        f"{name}, below {bound:g}" if place < last else f"{name}, above"
        for place, (bound, name) in enumerate(formula.bands)
    )


def written(formula: Formula) -> str:
    """A formula as people write it: what is added comes first, its constant last."""
    ordered = sorted(formula.terms, key=lambda term: (term[1] < 0, term[0] == "constant"))
    told = ""
    for name, by in ordered:
        size = f"{abs(by):.10g}"
        term = size if name == "constant" else _MEASURES.get(name, name)
        if name != "constant" and size != "1":
            term = f"{size} × {term}"
        sign = "−" if by < 0 else "+"
        told += f" {sign} {term}" if told else f"−{term}" if by < 0 else term
    return told


def linked(source: str) -> Html:
    """A source, its addresses made links."""

    def pieces() -> Iterator[Html]:
        at = 0
        for found in _ADDRESS.finditer(source):
            yield escaped(source[at : found.start()])
            yield tag("a", found.group(), href=found.group(), rel="noreferrer")
            at = found.end()
        yield escaped(source[at:])

    return joined(pieces())


def _silenced(examination: Analysis) -> Html:
    found = [
        (each.card.lang, remark)
        for each in examination.languages
        for remark in each.remarks
        if remark.reason
    ]
    if not found:
        return tag("p", "None: nobody silenced a remark.")
    columns = (Column("Where"), Column("Remark"), Column("Reason"), Column("Text"))
    rows = [
        (
            tag("code", remark.finding.where),
            f"{remark.kind.replace('-', ' ')}: {remark.finding.message}",
            remark.reason,
            joined(said(text, lang, "q") for text in _texts(remark.finding)),
        )
        for lang, remark in found
    ]
    caption = "Remarks that somebody silenced, and why"
    return behind(many(len(found), "silenced remark"), table(caption, columns, rows))


def _texts(finding: Finding) -> Iterator[str]:
    yield from (line.removeprefix("“").removesuffix("”") for line in finding.detail)


def _amiss(examination: Analysis) -> Iterator[Html]:
    found = [
        *examination.errors,
        *(stray for each in examination.languages for stray in each.unused_suppressions),
    ]
    if not found:
        return
    yield tag("h3", "What is amiss in the records")
    yield tag("ul", *(
        tag("li", tag("code", error.where), f": {error.message}. {error.hint}") for error in found
    ))  # fmt: skip
