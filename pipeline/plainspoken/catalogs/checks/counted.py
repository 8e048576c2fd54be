"""Tell what numbers of a text count, where a number of the same value stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...languages import Language
from ...quantities.language_data import NEVER
from ...quantities.normalize import FoldedText, compile_pattern
from ...quantities.quantity import Quantity
from ...quantities.units import mark_doses

_LINK = re.compile(r"\s\w{1,3}(?=[\s'’])")


def counts_otherwise(
    quantity: Quantity, others: Sequence[Quantity], text: FoldedText, language: Language
) -> bool:
    """Whether a number counts something, and each other of its value something else: three tablets
    are no three days, and twice is no two tablets.
    """
    times = compile_pattern(language.table("quantities", "numbers").get("times", NEVER))
    if times.fullmatch(text.text, *quantity.span):
        quantity = replace(quantity, unit="time")
    if not (quantity.counted or quantity.unit):
        return False
    same = [each for each in others if (each.kind, each.value) == (quantity.kind, quantity.value)]
    return all(each.unit != quantity.unit and (each.unit or quantity.unit) for each in same)


def is_part_of_dose(quantity: Quantity, text: FoldedText, language: Language) -> bool:
    """Whether a word that may be no number, such as Spanish cuarto, says a part of a dose."""
    if quantity.sure or quantity.value.denominator == 1:
        return False
    # A short word may stand between, as that for of.
    link = _LINK.match(text.text, quantity.end)
    ends = (quantity.end, link.end() if link else quantity.end)
    read = [replace(quantity, end=end) for end in ends]
    return any(measured.dose for measured in mark_doses(text, read, language))
