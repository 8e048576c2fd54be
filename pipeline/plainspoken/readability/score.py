"""Score a guide: count its words and sentences, and grade them on its language's own scales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..guide import Guide, SectionRole
from ..languages import Language, load
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
from .units import SectionUnits, Unit, counts_in_whole, join_fragments, split_units

DEFAULT_LIMIT = 20
"""Words that a sentence may have, where a language's data set no other limit."""
_UNTITLED = {"glossary": "glossary", "colophon": "what has changed"}
"""What sections without a heading are called, by their roles."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade on a reading scale, and what it could be under all reasonable ways of counting."""

    value: float
    easiest: float
    hardest: float
    fits: bool
    """The text is as long as the scale asks for."""


@dataclass(frozen=True, slots=True)
class TextStatistics:
    """What was counted under the stated policy, and the grades made from it."""

    words: int
    sentences: int
    mean: float
    """Words a sentence, on average."""
    longest: int
    over: int
    """Sentences with more words than the limit."""
    known: int
    """Words that are terms which the guide explains."""
    as_read: Grade | None
    """On the language's scale; None where no scale is accepted, or nothing was counted."""
    terms_aside: Grade | None
    """As read, but without the difficulty of terms that the guide explains."""
    others: tuple[tuple[str, Grade], ...] = ()
    """As read, on the language's other scales: title and grade, where the text is long enough."""


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
    statistics: TextStatistics
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
    """A guide, section by section and whole, in which not all sections are: `counts_in_whole`."""

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
    """The words and sentences of a guide, ready for counting."""

    guide: Guide
    language: Language
    formulas: tuple[Formula, ...]
    """The accepted scales of the language, the one that grades first."""
    sections: tuple[SectionUnits, ...]
    syllables: SyllableCounter | None
    """None where no scale of the language needs them."""

    @property
    def limit(self) -> int:
        """Words that a sentence may have."""
        return int(self.language.writing.get("longest", DEFAULT_LIMIT))

    @property
    def units(self) -> Iterator[Unit]:
        """Those of all sections."""
        return (unit for section in self.sections for unit in section.units)


def tokenize(guide: Guide) -> TokenizedGuide:
    """Find words and sentences; the lexicon counts in the guide's own language only. Raises
    LanguageError: the guide's language is not known.
    """
    language = load(guide.lang)
    formulas = load_formulas(language)
    known = collect_known_terms(guide)
    sections = tuple(split_units(section, guide, known) for section in guide.sections)
    syllables = make_syllable_counter(guide) if formulas else None
    return TokenizedGuide(guide, language, formulas, sections, syllables)


def make_syllable_counter(guide: Guide) -> SyllableCounter:
    """What counts the syllables of a guide's words. Raises LanguageError: nothing tells how."""
    language = load(guide.lang)
    rules = language.table("readability", "syllables")
    return SyllableCounter(guide.lang, list_own_syllables(guide), rules, language.emphasised)


def list_own_syllables(guide: Guide) -> dict[str, int]:
    """The syllables of words that a guide's lexicon gives: in its own language only."""
    if guide.lang != guide.source_lang:
        return {}
    return {entry.word: entry.syllables for entry in guide.lexicon if entry.syllables}


def score(guide: Guide) -> Scorecard:
    """Score a guide on the scales of its own language, and on no other's."""
    return build_scorecard(tokenize(guide))


def build_scorecard(tokenized: TokenizedGuide) -> Scorecard:
    """Score a guide whose words and sentences were found."""
    counts = [count_units(section.units, tokenized.syllables) for section in tokenized.sections]
    body = [
        (section, section_counts)
        for section, section_counts in zip(tokenized.sections, counts, strict=True)
        if counts_in_whole(section.section)
    ]
    sentences = sorted(
        (sentence for section, _ in body for sentence in _join_sentences(section.units)),
        key=lambda sentence: (-sentence.words, sentence.file, sentence.line, sentence.text),
    )
    whole = _compute_statistics(
        merge_counts(section_counts for _, section_counts in body),
        [unit for section, _ in body for unit in section.units],
        sentences,
        tokenized,
    )
    return Scorecard(
        lang=tokenized.guide.lang,
        formula=tokenized.formulas[0] if tokenized.formulas else None,
        unit=tokenized.language.unit,
        limit=tokenized.limit,
        sections=tuple(
            _score_section(section, section_counts, tokenized)
            for section, section_counts in zip(tokenized.sections, counts, strict=True)
        ),
        whole=whole,
        left_out=_count_left_out(section for section, _ in body),
        longest=tuple(sentences[:5]),
    )


def _score_section(
    section: SectionUnits, counts: CountsByKind, tokenized: TokenizedGuide
) -> SectionScore:
    source = section.section
    return SectionScore(
        source.id,
        source.role,
        _UNTITLED.get(source.role, "") or source.title,
        _compute_statistics(counts, section.units, list(_join_sentences(section.units)), tokenized),
        tuple(_find_long_units(section.units, tokenized.limit)),
    )


def _compute_statistics(
    counts: CountsByKind,
    units: Sequence[Unit],
    sentences: Sequence[LongSentence],
    tokenized: TokenizedGuide,
) -> TextStatistics:
    formulas, limit = tokenized.formulas, tokenized.limit
    read = _apply_policies(counts, "all words")
    aside = _apply_policies(counts, "all but known terms")
    stated = read[0]
    known = sum(word.known for unit in units if is_counted(unit.kind) for word in unit.words)
    others = ((formula.title, _grade(formula, read)) for formula in formulas[1:])
    lengths = [sentence.words for sentence in sentences]
    return TextStatistics(
        words=stated.length,
        sentences=stated.sentences,
        mean=round(stated.length / stated.sentences, 4) if stated.sentences else 0.0,
        longest=max(lengths, default=0),
        over=sum(length > limit for length in lengths),
        known=known,
        as_read=_grade(formulas[0], read) if formulas else None,
        terms_aside=_grade(formulas[0], aside) if formulas else None,
        others=tuple((title, grade) for title, grade in others if grade and grade.fits),
    )


def _apply_policies(counts: CountsByKind, judged: Judged) -> list[TextCounts]:
    """What a text has under the stated policy, and then under each reasonable one."""
    return [
        apply_policy(counts, policy, judged) for policy in (STATED_POLICY, *REASONABLE_POLICIES)
    ]


def _grade(formula: Formula, texts: Sequence[TextCounts]) -> Grade | None:
    """The grade under the first policy, and its band under the others."""
    stated, *possible = texts
    value = formula.grade(stated)
    if value is None:
        return None
    band = sorted(grade for text in possible if (grade := formula.grade(text)) is not None)
    easiest, hardest = band[0], band[-1]
    if not formula.lower_is_easier:
        easiest, hardest = hardest, easiest
    return Grade(value, easiest, hardest, formula.fits(stated))


def _join_sentences(units: Sequence[Unit]) -> Iterator[LongSentence]:
    for group in join_fragments(units):
        if group[0].kind != "sentence":
            continue
        place = group[0].place
        yield LongSentence(
            words=sum(len(unit.words) for unit in group),
            text=" ".join(normalize(unit.sentence.text) for unit in group),
            file=place.file,
            line=place.line,
        )


def _find_long_units(units: Sequence[Unit], limit: int) -> Iterator[LongUnit]:
    for unit in units:
        if len(unit.words) > limit:
            yield LongUnit(
                unit.block.id,
                unit.sentence.id,
                unit.sentence.text,
                len(unit.words),
                unit.place.file,
                unit.place.line,
            )


def _count_left_out(sections: Iterable[SectionUnits]) -> tuple[tuple[str, int], ...]:
    left_out: Counter[str] = Counter()
    for section in sections:
        left_out.update(dict(section.left_out))
        for unit in section.units:
            if not is_counted(unit.kind):
                left_out[f"{unit.kind}s"] += len(unit.words)
    return tuple(sorted(left_out.items()))
