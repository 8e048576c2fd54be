"""A guide goes in; its scorecard comes out, and whether it meets its targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..findings import Finding
from ..guide import Guide
from ..languages import base, load
from ..project import Targets
from .formulas import FORMULAS, Formula
from .syllables import Syllables
from .words import Counted, count, known_words


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted, and the figures made from it."""

    words: int
    sentences: int
    mean: float
    """Words a sentence."""
    longest: int
    known: int
    """Words that are terms which the guide explains."""
    as_read: float | None
    """On the language's scale; none where no scale is accepted, or nothing was counted."""
    terms_aside: float | None


@dataclass(frozen=True, slots=True)
class SectionScore:
    """One section."""

    id: str
    title: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A guide, section by section and whole. The glossary is shown but not in the whole."""

    lang: str
    formula: Formula | None
    sections: tuple[SectionScore, ...]
    whole: Figures
    left_out: tuple[tuple[str, int], ...]
    """Kinds of words that were not counted, and how many; of the whole."""
    longest: tuple[Counted, ...]
    """The longest sentences, the longest first."""


def score(guide: Guide) -> Scorecard:
    """Score a guide on the scale of its own language, with no other's formula."""
    lang = base(guide.lang)
    formula = FORMULAS.get(load(guide.lang).readability)
    known = known_words(guide)
    counted = {section.id: count(section, guide.lang, known) for section in guide.sections}
    everything = [each for counts in counted.values() for each in counts.sentences]
    syllables = None
    if formula:
        lexicon = {entry.word: entry.syllables for entry in guide.lexicon if entry.syllables}
        own = lexicon if guide.lang == guide.source_lang else {}
        syllables = Syllables(lang, {word.text for each in everything for word in each.words}, own)
    body = [counted[section.id] for section in guide.sections if section.role == "body"]
    sentences = [each for counts in body for each in counts.sentences]
    left_out: Counter[str] = sum((counts.left_out for counts in body), Counter())
    longest = sorted(sentences, key=lambda each: (-len(each.words), each.place.file, each.text))
    return Scorecard(
        lang=guide.lang,
        formula=formula,
        sections=tuple(
            SectionScore(
                section.id,
                section.title if section.role != "glossary" else "glossary",
                _figures(counted[section.id].sentences, formula, syllables),
            )
            for section in guide.sections
        ),
        whole=_figures(sentences, formula, syllables),
        left_out=tuple(sorted(left_out.items())),
        longest=tuple(longest[:5]),
    )


def misses(card: Scorecard, targets: Targets) -> Iterator[Finding]:
    """The targets that the whole guide does not meet."""
    file = "source/guide.toml"
    if targets.sentence_words is not None and card.whole.mean > targets.sentence_words:
        message = (
            f"{card.lang}: a sentence has {card.whole.mean:.1f} words on average, "
            f"the target is at most {targets.sentence_words:g}"
        )
        yield Finding(file, 0, message, "Split the longest sentences.")
    pairs = (
        ("known terms set aside", card.whole.terms_aside, targets.score),
        ("as read", card.whole.as_read, targets.score_as_read),
    )
    for name, figure, target in pairs:
        if target is None or card.formula is None:
            continue
        if figure is None or not card.formula.meets(figure, target):
            shown = "no figure" if figure is None else f"{figure:.1f}"
            bound = "at most" if card.formula.lower_is_easier else "at least"
            message = f"{card.lang}: {card.formula.title}, {name}: {shown}; {bound} {target:g}"
            yield Finding(file, 0, message, "Use shorter words and shorter sentences.")


def _figures(
    sentences: Sequence[Counted], formula: Formula | None, syllables: Syllables | None
) -> Figures:
    words = [word for each in sentences for word in each.words]
    mean = len(words) / len(sentences) if sentences else 0.0
    plain = [word for word in words if not word.known]
    figures: list[float | None] = []
    for counted in (words, plain):
        if not counted or formula is None or syllables is None:
            figures.append(None)
            continue
        each = sum(syllables.count(word.text) for word in counted) / len(counted)
        figures.append(round(formula.compute(mean, each), 4))
    return Figures(
        words=len(words),
        sentences=len(sentences),
        mean=round(mean, 4),
        longest=max((len(each.words) for each in sentences), default=0),
        known=len(words) - len(plain),
        as_read=figures[0],
        terms_aside=figures[1],
    )
