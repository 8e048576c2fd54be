"""A guide goes in; its scorecard comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..guide import Guide, SectionRole
from ..languages import load
from .counting_policy import (
    REASONABLE_POLICIES,
    STATED_POLICY,
    CountsByKind,
    Judged,
    apply_policy,
    count_units,
    is_counted,
    merge_counts,
)
from .counts import TextCounts
from .formulas import Formula, load_formulas
from .syllables import SyllableCounter
from .tokens import collect_known_terms, normalize
from .units import SectionUnits, Unit, split_units

DEFAULT_LIMIT = 20
"""Words that a sentence may have, where a language's data set no other limit."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade on a scale, and what it could be under all reasonable ways of counting."""

    value: float
    easiest: float
    hardest: float
    fits: bool
    """The text is as long as the scale asks for."""


@dataclass(frozen=True, slots=True)
class TextStatistics:
    """What was counted, and the figures made from it, under the stated policy."""

    words: int
    sentences: int
    mean: float
    """Words a sentence."""
    longest: int
    over: int
    """Sentences with more words than the limit."""
    known: int
    """Words that are terms which the guide explains."""
    as_read: Grade | None
    """On the language's scale; none where no scale is accepted, or nothing was counted."""
    terms_aside: Grade | None
    others: tuple[tuple[str, Grade], ...] = ()
    """As read, on the language's other scales: title and figure, where the text is long enough."""


@dataclass(frozen=True, slots=True)
class LongUnit:
    """A unit that by itself has more words than a sentence may have."""

    block: str
    sentence: str
    text: str
    words: int
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class SectionScore:
    """One section."""

    id: str
    role: SectionRole
    title: str
    figures: TextStatistics
    long: tuple[LongUnit, ...] = ()


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence as it is counted: with the fragments that join it."""

    words: int
    text: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A guide, section by section and whole. The glossary is shown but not in the whole."""

    lang: str
    formula: Formula | None
    unit: str
    """What lengths are counted in: words or characters."""
    limit: int
    """Words that a sentence may have."""
    sections: tuple[SectionScore, ...]
    whole: TextStatistics
    left_out: tuple[tuple[str, int], ...]
    """Kinds of words that were not counted, and how many; of the whole."""
    longest: tuple[LongSentence, ...]
    """The five longest sentences, the longest first."""


@dataclass(frozen=True, slots=True)
class TokenizedGuide:
    """A guide, taken apart for counting."""

    guide: Guide
    sections: tuple[SectionUnits, ...]
    syllables: SyllableCounter | None
    """None where no scale of the language needs them."""


def tokenize(guide: Guide) -> TokenizedGuide:
    """Take a guide apart: its units, and who counts the syllables of its words.

    The lexicon of a guide counts in the guide's own language only.
    """
    known = collect_known_terms(guide)
    sections = tuple(split_units(section, guide, known) for section in guide.sections)
    lexicon = {entry.word: entry.syllables for entry in guide.lexicon if entry.syllables}
    own = lexicon if guide.lang == guide.source_lang else {}
    if not load_formulas(guide.lang):
        return TokenizedGuide(guide, sections, None)
    language = load(guide.lang)
    syllables = SyllableCounter(guide.lang, own, language.syllables, language.emphasised)
    return TokenizedGuide(guide, sections, syllables)


def score(guide: Guide) -> Scorecard:
    """Score a guide on the scale of its own language, and with no other's formula."""
    return build_scorecard(tokenize(guide))


def build_scorecard(counts: TokenizedGuide) -> Scorecard:
    """The scorecard of a guide that was taken apart."""
    guide = counts.guide
    scales = load_formulas(guide.lang)
    limit = int(load(guide.lang).writing.get("longest", DEFAULT_LIMIT))
    counted_parts = {
        each.section.id: count_units(each.units, counts.syllables) for each in counts.sections
    }
    sections = tuple(
        SectionScore(
            each.section.id,
            each.section.role,
            each.section.title if each.section.role != "glossary" else "glossary",
            _figures(
                counted_parts[each.section.id],
                each.units,
                [one.words for one in _sentences(each.units)],
                scales,
                limit,
            ),
            tuple(_long(each.units, limit)),
        )
        for each in counts.sections
    )
    body = [each for each in counts.sections if each.section.role == "body"]
    longest = sorted(
        (each for section in body for each in _sentences(section.units)),
        key=lambda each: (-each.words, each.file, each.line, each.text),
    )
    whole = _figures(
        merge_counts(counted_parts[each.section.id] for each in body),
        [unit for each in body for unit in each.units],
        [each.words for each in longest],
        scales,
        limit,
    )
    return Scorecard(
        lang=guide.lang,
        formula=scales[0] if scales else None,
        unit=load(guide.lang).unit,
        limit=limit,
        sections=sections,
        whole=whole,
        left_out=_left_out(body),
        longest=tuple(longest[:5]),
    )


def _figures(
    of: CountsByKind,
    units: Sequence[Unit],
    lengths: Sequence[int],
    scales: Sequence[Formula],
    limit: int,
) -> TextStatistics:
    """The figures of some units; `lengths` are those of their sentences."""
    read, aside = _ways(of, "all words"), _ways(of, "all but known terms")
    whole = read[0]
    known = sum(word.known for unit in units if is_counted(unit.kind) for word in unit.words)
    others = ((each.title, _reading(each, read)) for each in scales[1:])
    return TextStatistics(
        words=whole.length,
        sentences=whole.sentences,
        mean=round(whole.length / whole.sentences, 4) if whole.sentences else 0.0,
        longest=max(lengths, default=0),
        over=sum(length > limit for length in lengths),
        known=known,
        as_read=_reading(scales[0], read) if scales else None,
        terms_aside=_reading(scales[0], aside) if scales else None,
        others=tuple((title, each) for title, each in others if each and each.fits),
    )


def _ways(of: CountsByKind, judged: Judged) -> list[TextCounts]:
    """What a text gives under the stated policy, and then under each reasonable one."""
    return [apply_policy(of, policy, judged) for policy in (STATED_POLICY, *REASONABLE_POLICIES)]


def _reading(formula: Formula, ways: Sequence[TextCounts]) -> Grade | None:
    stated, *possible = ways
    figure = formula.grade(stated)
    if figure is None:
        return None
    band = sorted(each for way in possible if (each := formula.grade(way)) is not None)
    easiest, hardest = band[0], band[-1]
    if not formula.lower_is_easier:
        easiest, hardest = hardest, easiest
    return Grade(figure, easiest, hardest, formula.fits(stated))


def _sentences(units: Sequence[Unit]) -> Iterator[LongSentence]:
    """The sentences of a section under the stated policy, fragments joined to their lead."""
    joined: dict[int, list[Unit]] = {}
    for place, unit in enumerate(units):
        if unit.kind == "sentence":
            joined[place] = [unit]
        elif unit.kind == "fragment" and unit.lead in joined:
            joined[unit.lead].append(unit)
    for group in joined.values():
        first = group[0]
        yield LongSentence(
            words=sum(len(unit.words) for unit in group),
            text=" ".join(normalize(unit.sentence.text) for unit in group),
            file=first.place.file,
            line=first.place.line,
        )


def _long(units: Sequence[Unit], limit: int) -> Iterator[LongUnit]:
    for unit in units:
        if len(unit.words) > limit:
            block, sentence = unit.block, unit.sentence
            place = unit.place
            yield LongUnit(
                block.id, sentence.id, sentence.text, len(unit.words), place.file, place.line
            )


def _left_out(sections: Sequence[SectionUnits]) -> tuple[tuple[str, int], ...]:
    """All words of the text that the stated policy does not count, by kind."""
    left: Counter[str] = Counter()
    for section in sections:
        left.update(dict(section.left_out))
        for unit in section.units:
            if not is_counted(unit.kind):
                left[f"{unit.kind}s"] += len(unit.words)
    return tuple(sorted(left.items()))
