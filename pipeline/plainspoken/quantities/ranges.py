"""Find numbers that belong together: 1 of 5, 3 to 4, a tablet and a half."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from ..languages import Language
from .language_data import read_pattern
from .normalize import compile_pattern
from .number_forms import read_forms
from .quantity import Quantity

_NUMBER = "\x02"
"""Stands for a number in a text in which relations are looked for."""
_HALF = Fraction(1, 2)
_MOST = 10**6
"""The greatest number of which something is a part: one in a million."""
_SCALES = (10**9, 10**6, 1000)
_REACH = 30
"""How far from its number `and a half` may stand, in characters."""
_STOP = re.compile(r"[.,;:!?،。，؛()]")


def join_halves(text: str, quantities: Sequence[Quantity], language: Language) -> list[Quantity]:
    """A tablet and a half: one number, where words stand within it."""
    joined = list(quantities)
    single = read_pattern(language, "numbers", "one_before_half")
    for half in read_pattern(language, "numbers", "and_half").finditer(text):
        if any(
            (number.start < half.start() and half.end() <= number.end)
            or _has_half(text, number, half.start())
            for number in joined
        ):
            continue
        if _STOP.search(text[: half.start()].rstrip()[-1:]):
            continue  # what follows a comma is another number
        joined = [number for number in joined if not half.start() <= number.start < half.end()]
        near = [number for number in joined if _takes_half(text, number, half.start())]
        if near:
            whole = near[-1]
            if whole.idiom and single.fullmatch(text, *whole.span):
                joined.remove(whole)
                whole = replace(whole, value=Fraction(1), idiom=False)
                joined.append(whole)
            is_beside = not text[whole.end : half.start()].strip()  # the unit follows the half
            scale = _find_scale(whole) if is_beside else 1
            value, parts = whole.value + _HALF * scale, (whole.value, _HALF)
            end = half.end() if is_beside else whole.end
            half_more = replace(whole, end=end, value=value, sure=True, alternatives=(parts,))
            joined[joined.index(whole)] = half_more
        else:
            # Korean 인력의 반 is a half, without an and.
            form = read_forms(language).get(half[0])
            is_half = form is not None and text[: half.start()].endswith(" ")
            value = _HALF if is_half else 1 + _HALF
            joined.append(Quantity(*half.span(), value, sure=False, spelled=True))
    return sorted(joined, key=lambda number: number.start)


def _find_scale(number: Quantity) -> int:
    """What a half right after a number in words is the half of: a thousand in hai nghìn rưỡi."""
    return next((scale for scale in _SCALES if number.spelled and not number.value % scale), 1)


def _takes_half(text: str, number: Quantity, start: int) -> bool:
    """Whether `and a half` that begins at `start` may belong to a number."""
    return _is_near(text, number, start) and number.value.denominator == 1


def _has_half(text: str, number: Quantity, start: int) -> bool:
    """Whether a number before the half at `start` has taken it already, around its noun."""
    parts = number.alternatives[0] if number.alternatives else ()
    return parts[1:] == (_HALF,) and parts[0] < number.value and _is_near(text, number, start)


def _is_near(text: str, number: Quantity, start: int) -> bool:
    is_near = number.end <= start <= number.end + _REACH
    return is_near and not _STOP.search(text[number.end : start])


def find_relations(
    text: str, quantities: Sequence[Quantity], language: Language
) -> tuple[tuple[Quantity, ...], tuple[tuple[int, int], ...]]:
    """Make each ratio one quantity, and find the ends of ranges; the second's unit is for both."""
    implied = [quantity for quantity in quantities if quantity.implied]
    written = [quantity for quantity in quantities if not quantity.implied]
    joined = _join_ratios(text, written, language)
    outline = _outline(text, joined)
    ranges = []
    pattern = rf"{_NUMBER}(?=[ \u00a0]?(?:[-—~〜～]|{{}})[ \u00a0]?{_NUMBER})"
    for match in read_pattern(language, "numbers", "range", pattern).finditer(outline):
        index = outline.count(_NUMBER, 0, match.start())
        low, high = joined[index : index + 2]
        if low.kind == high.kind == "number" and not low.ordinal:
            ranges.append((index, index + 1))
            if not (low.unit or low.idiom) and high.unit:
                joined[index] = replace(low, unit=high.unit, sure=low.sure or high.sure)
    return (*joined, *implied), tuple(ranges)


def _join_ratios(text: str, quantities: Sequence[Quantity], language: Language) -> list[Quantity]:
    outline = _outline(text, quantities)
    ratios: dict[int, Quantity] = {}
    for pattern, whole_first, may_have_unit in _match_ratios(language):
        for match in pattern.finditer(outline):
            index = outline.count(_NUMBER, 0, match.start())
            first, second = quantities[index : index + 2]
            pair = (second, first) if whole_first else (first, second)
            # 9:00 to 17:00 are times; the ten of `nine of ten` may be one, and is none.
            is_clock = any(":" in text[number.start : number.end] for number in pair)
            ratio = None if is_clock else _make_ratio(*pair, may_have_unit)
            if ratio and index not in ratios and index - 1 not in ratios:
                ratios[index] = ratio
                ratios.pop(index + 1, None)
    return [
        ratios.get(index, quantity)
        for index, quantity in enumerate(quantities)
        if index - 1 not in ratios
    ]


def _make_ratio(part: Quantity, whole: Quantity, may_have_unit: bool) -> Quantity | None:
    """One quantity of two numbers; nothing where they are no part and whole. What only looks like
    a number is no part: an Arabic plural, which looks like a dual, before a number.
    """
    fits = part.value.denominator == whole.value.denominator == 1 and part.value < whole.value
    units = {part.unit, whole.unit} - {""}
    fits = fits and len(units) <= may_have_unit and whole.value <= _MOST
    if not fits or part.value < 1 or part.kind != whole.kind or part.idiom:
        return None
    if part.ordinal and not part.sure:
        return None
    both = (part.value, whole.value)
    return Quantity(
        min(part.start, whole.start),
        max(part.end, whole.end),
        part.value / whole.value,
        unit=next(iter(units), ""),
        sure=part.sure or whole.sure,
        spelled=part.spelled and whole.spelled,
        alternatives=(both, (whole.value,)) if part.value == 1 else (both,),
    )


def _outline(text: str, quantities: Sequence[Quantity]) -> str:
    """The text with one sign for each number."""
    text = text.replace(_NUMBER, " ")
    parts: list[str] = []
    at = 0
    for quantity in quantities:
        parts += [text[at : quantity.start], _NUMBER]
        at = max(at, quantity.end)
    return "".join([*parts, text[at:]])


@cache
def _match_ratios(language: Language) -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """Patterns of ratios, whether the whole stands before the part, and whether their unit may
    stand round them: Chinese 百分之三分之一, a third of one per cent.
    """
    patterns = []
    data = language.table("quantities", "numbers")
    for key in ("ratios", "fractions"):
        for line in data.get(key, ()):
            expression = line.replace("{a}", _NUMBER).replace("{b}", _NUMBER)
            whole_first = line.index("{b}") < line.index("{a}")
            patterns.append((compile_pattern(expression), whole_first, key == "fractions"))
    return tuple(patterns)
