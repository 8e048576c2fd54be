"""Work out what a section's figure would be with other words for one of its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...guide import Sentence, Span
from ..counting_policy import CountsByKind, apply_policy, count_units
from ..formulas import Formula
from ..score import TokenizedGuide
from ..tokens import normalize, split_words
from ..units import SectionUnits, Unit, is_full_sentence
from .model import WhatIf

_LEAST_GAIN = 0.005
"""A change of the section's figure smaller than what two decimals show is none."""


@dataclass(frozen=True, slots=True)
class SectionFigures:
    """The figures of a guide's sections, each counted once it is needed."""

    tokenized: TokenizedGuide
    formula: Formula
    sections: Mapping[str, SectionUnits]
    counted: dict[str, CountsByKind] = field(default_factory=dict)

    def predict(self, section: str, unit: Unit, instead: Sequence[str]) -> WhatIf | None:
        """The section's figure with other words for a unit; none where that is no gain."""
        syllables = self.tokenized.syllables
        if section not in self.counted:
            self.counted[section] = count_units(self.sections[section].units, syllables)
        whole = apply_policy(self.counted[section])
        minus = apply_policy(count_units([unit], syllables))
        plus = apply_policy(count_units(_rewrite(unit, instead), syllables))
        before = self.formula.grade(whole)
        after = self.formula.grade(whole.plus(plus).minus(minus))
        if before is None or after is None or abs(after - before) < _LEAST_GAIN:
            return None
        is_gain = self.formula.meets(after, before)
        return WhatIf(round(before, 2), round(after, 2)) if is_gain else None


def _rewrite(unit: Unit, texts: Sequence[str]) -> Iterator[Unit]:
    for place, text in enumerate(texts):
        words = split_words(normalize(text))
        sentence = Sentence(f"{unit.sentence.id}.{place}", unit.sentence.lang, (Span(text),))
        is_sentence = unit.kind != "label" and (place or is_full_sentence(text))
        kind = "sentence" if is_sentence else unit.kind
        yield Unit(kind, sentence, unit.block, words)
