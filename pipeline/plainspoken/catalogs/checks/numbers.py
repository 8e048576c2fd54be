"""Rule number-values: a translation has the same numbers, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from ...diagnostics.finding import Level
from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from ...quantities import cldr
from ...quantities.equivalents import drop_equivalents, find_conversions
from ...quantities.language_data import NEVER
from ...quantities.normalize import FoldedText, compile_pattern
from ...quantities.quantity import Kind, Quantity, format_value
from ...quantities.roman_numerals import find_roman_numerals
from ...quantities.units import mark_doses
from .context import Pair
from .counted import counts_otherwise, is_part_of_dose

_Key = tuple[Kind, Fraction]
_Values = Mapping[_Key, bool]
"""Kinds and values, and whether they are surely numbers."""
_NAME = re.compile(r"(?<![^\W\d_])[a-z]{1,5}-?$")
"""What stands before a number that is part of a name: B12, COVID-19."""
_SECOND = 2
_LEAST_YEAR = 1000
_YEARS = range(1800, 2101)
_IN_WORD = re.compile(r"[a-z]$")
_VITAMIN = re.compile(r"(?<![^\W_])[abcdek]$")
"""The same of a vitamin, which a reader may take."""
_WORDS = {"month": "month", "weekday": "day of the week"}


@define_rule(
    "number-values",
    "error",
    source="Wait for 3 minutes.",
    wrong="Espere 30 minutos.",
    right="Espere tres minutos.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A number is missing, added or another.

    Numbers, doses, times and dates of the text that the translation does not have, or has with
    another value. They are compared by value, in digits or words, and with the decimal point,
    the separators and the words of each language.
    """
    yield from _check_sections(pair)
    lost, added = _list_unmatched(pair)
    for ours, theirs in _pair_replaced(pair, lost, added):
        lost.remove(ours)
        added.remove(theirs)
        yield _report_change(pair, ours, theirs)
    matched_source = [ours for ours, _ in pair.matches]
    matched_target = [theirs for _, theirs in pair.matches]
    for quantity in lost:
        if level := _choose_level(
            quantity, matched_source, pair.source, pair.facts.source_language
        ):
            message = f"{_describe(quantity, pair.source)} is missing in the translation"
            yield Draft(message, "Put it in.", level, source=(quantity.span,))
    for quantity in added:
        if level := _choose_level(quantity, matched_target, pair.target, pair.language):
            if (
                level == "warning"
                and _key(quantity) in _list_values(matched_target)
                and not counts_otherwise(quantity, matched_target, pair.target, pair.language)
            ):
                level = "info"  # what is said twice, and right
            if _may_be_added(pair, quantity):
                level = "info"
            message = f"{_describe(quantity, pair.target)} is not in the text"
            hint = "Take it out, or write the number that the text has."
            yield Draft(message, hint, level, places=(quantity.span,))


def _check_sections(pair: Pair) -> Iterator[Draft]:
    texts = pair.source.text, pair.target.text
    ours, theirs = (
        [(text[slice(*span)], span) for span in spans]
        for text, spans in zip(texts, pair.sections, strict=True)
    )
    lost = [each for each in ours if each[0] not in [digits for digits, _ in theirs]]
    added = [each for each in theirs if each[0] not in [digits for digits, _ in ours]]
    hint = "Write the numbers that the text has."
    for (digits, span), (others, place) in zip(lost, added, strict=False):
        yield Draft(f"the number {digits} became {others}", hint, None, (span,), (place,))
    for digits, span in lost[len(added) :]:
        yield Draft(f"the number {digits} is missing in the translation", hint, source=(span,))
    for digits, place in added[len(lost) :]:
        yield Draft(f"the number {digits} is not in the text", hint, places=(place,))


def _list_unmatched(pair: Pair) -> tuple[list[Quantity], list[Quantity]]:
    source, target = pair.readings
    missing, more = set(pair.alignment.lost), set(pair.alignment.added)
    missing -= find_conversions(source.text.text, source.quantities, missing)
    more -= find_conversions(target.text.text, target.quantities, more)
    if missing or more:
        missing, more = drop_equivalents(
            source.quantities, missing, target.quantities, more, pair.alignment.pairs
        )
    lost = [source.quantities[at] for at in sorted(missing)]
    added = [target.quantities[at] for at in sorted(more)]
    _drop_halved(source.text, pair.facts.source_language, lost, added)
    _drop_halved(target.text, pair.language, added, lost)
    _drop_roman(lost, pair.target, pair.source)
    _drop_roman(added, pair.source, pair.target)
    _drop_same(lost, added)
    _drop_ordinal(lost, target.quantities)
    _drop_centuries(source.quantities, added)
    if not pair.language.has("quantities"):
        # How that language writes numbers as words is not known.
        lost = [quantity for quantity in lost if not quantity.spelled]
        for ours, theirs in [(ours, theirs) for ours in lost for theirs in added]:
            if ours in lost and theirs in added and _is_same_hour(ours, theirs):
                lost.remove(ours)
                added.remove(theirs)
    return lost, added


def _drop_halved(
    text: FoldedText, language: Language, numbers: list[Quantity], others: list[Quantity]
) -> None:
    """Drop each number of a text that something is cut in, and a half of the other text, if any,
    that says the same: in two.
    """
    halved = compile_pattern(language.table("quantities", "numbers").get("halved", NEVER))
    for quantity in [each for each in numbers if halved.search(text.text, 0, each.end)]:
        numbers.remove(quantity)
        half = next((each for each in others if each.value == Fraction(1, 2)), None)
        if half:
            others.remove(half)


def _drop_roman(numbers: list[Quantity], other: FoldedText, own: FoldedText) -> None:
    """Drop the numbers of a text that the other one writes in Roman numerals, which are not in its
    own: the 19th century is il XIX secolo.
    """
    if not numbers:
        return
    known = set(find_roman_numerals(own.origin))
    for value in [each for each in find_roman_numerals(other.origin) if each not in known]:
        same = (each for each in numbers if each.value == value and not each.unit)
        if number := next(same, None):
            numbers.remove(number)


def _drop_same(lost: list[Quantity], added: list[Quantity]) -> None:
    """Drop the numbers that are no times, and the same in a translation that look like some."""
    for ours in [each for each in lost if not (each.minutes_of_day or each.implied)]:
        same = (each for each in added if each.minutes_of_day and each.value == ours.value)
        if ours.kind == "number" and (theirs := next(same, None)):
            lost.remove(ours)
            added.remove(theirs)


def _drop_ordinal(lost: list[Quantity], others: Sequence[Quantity]) -> None:
    """Drop second where one second is read: Italian un secondo incontro."""
    seconds = [each for each in others if each.unit == "duration-second" and each.value == 1]
    for number in [each for each in lost if each.ordinal and each.value == _SECOND]:
        if seconds:
            lost.remove(number)
            seconds.pop()


def _drop_centuries(quantities: Sequence[Quantity], others: list[Quantity]) -> None:
    """Drop the centuries of decades: the 1940s may be the forties of the 20th century."""
    decades = [each.alternatives for each in quantities if each.value in _YEARS]
    centuries = {parts[0][1] for parts in decades if parts and len(parts[0]) > 1}
    for other in [each for each in others if each.value in centuries and not each.unit]:
        others.remove(other)


def _is_same_hour(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two may be one time, in a language whose words for times are not known."""
    is_hour = bool(ours.minutes_of_day) and theirs.kind == "number"
    return is_hour and ours.value % 12 == theirs.value % 12


def _pair_replaced(
    pair: Pair, lost: Sequence[Quantity], added: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    free = [quantity for quantity in added if not quantity.implied]
    for ours in [quantity for quantity in lost if not quantity.implied]:
        fits = [theirs for theirs in free if _may_stand_for(pair, ours, theirs)]
        if fits:
            best = min(fits, key=lambda theirs: (not _is_misread(ours, theirs), not theirs.sure))
            free.remove(best)
            yield ours, best


def _may_stand_for(pair: Pair, ours: Quantity, theirs: Quantity) -> bool:
    if ours.kind != theirs.kind:
        return False
    if ours.ordinal and theirs.ordinal:
        return not (ours.idiom or theirs.idiom)
    if ours.minutes_of_day and theirs.minutes_of_day:
        return True  # noon became midnight
    # A word that is often no number explains nothing that is missing.
    names = _is_in_name(ours, pair.source), _is_in_name(theirs, pair.target)
    return names[0] == names[1] and ours.sure and (theirs.sure or theirs.unit == ours.unit != "")


def _report_change(pair: Pair, ours: Quantity, theirs: Quantity) -> Draft:
    if not _is_misread(ours, theirs):
        after = _describe(theirs, pair.target).removeprefix("the number ")
        message, hint = f"{_describe(ours, pair.source)} became {after}", "Correct the number."
        return Draft(message, hint, None, (ours.span,), (theirs.span,))
    right, wrong = format_value(ours.value), format_value(theirs.value)
    text = pair.target.original(theirs.start, theirs.end)
    digits = text[: max(at for at, sign in enumerate(text, 1) if sign.isdecimal())]
    message = f"“{digits.strip()}” reads as {wrong} in this language, not {right}"
    own = cldr.write_number(ours.value, pair.language, pair.facts.locale.region)
    forms = own if own == right or "." in right else f"{own} or {right}"
    hint = f"Write {forms}, as this locale does."
    # Of people and money, which are many, a reader sees what the same digits mean.
    level: Level | None = None if theirs.unit or theirs.counted or ours.counted else "info"
    return Draft(message, hint, level, (ours.span,), (theirs.span,))


def _is_misread(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a point or comma makes thousands of what was parts, or the other way round."""
    return bool(theirs.separator) and theirs.value in (ours.value * 1000, ours.value / 1000)


def _list_values(quantities: Iterable[Quantity]) -> _Values:
    values: dict[_Key, bool] = {}
    for quantity in quantities:
        values[_key(quantity)] = quantity.sure or values.get(_key(quantity), False)
    return values


def _key(quantity: Quantity) -> _Key:
    return quantity.kind, quantity.value


def _choose_level(
    quantity: Quantity, others: Sequence[Quantity], text: FoldedText, language: Language
) -> Level | None:
    """How grave it is that a quantity has no counterpart; `others` of the same text have one."""
    matched = _list_values(others)
    if _key(quantity) in matched and _NAME.search(text.text, 0, quantity.start):
        return None  # a name that one text says twice: vitamin B12
    if is_part_of_dose(quantity, text, language):
        return "error"
    if not quantity.sure or quantity.kind == "weekday":
        return None
    if _is_in_name(quantity, text):
        return "info"  # a translation may say the name in words
    if quantity.value == 1 and quantity.kind == "number" and not quantity.minutes_of_day:
        return None if quantity.spelled else "info"
    is_bare = not (quantity.spelled or quantity.unit or quantity.counted)
    is_said = matched.get(_key(quantity), False) or (is_bare and _key(quantity) in matched)
    if is_said and not (quantity.spelled and counts_otherwise(quantity, others, text, language)):
        is_year = quantity.value >= _LEAST_YEAR
        return None if quantity.spelled or is_year or quantity.kind == "month" else "warning"
    if quantity.value == 0:
        return "warning"
    counts_something = quantity.unit or quantity.counted or quantity.minutes_of_day
    bare = not counts_something and quantity.value.denominator == 1
    return "warning" if quantity.spelled and bare else "error"


def _may_be_added(pair: Pair, quantity: Quantity) -> bool:
    """Whether a translation may say two in a word of what is two in the text: these two ways."""
    (measured,) = mark_doses(pair.target, [quantity], pair.language)
    is_two = quantity.spelled and quantity.value == _SECOND
    return is_two and not (quantity.unit or measured.dose or quantity.minutes_of_day)


def _is_in_name(quantity: Quantity, text: FoldedText) -> bool:
    """Whether digits belong to a name that they are written onto: NL63, R0; no vitamin's."""
    if quantity.unit or quantity.counted or quantity.spelled or quantity.minutes_of_day:
        return False
    before = text.text[max(0, quantity.start - 2) : quantity.start]
    return bool(_IN_WORD.search(before)) and not _VITAMIN.search(before)


def _describe(quantity: Quantity, text: FoldedText) -> str:
    words = " ".join(text.original(quantity.start, quantity.end).split())
    if quantity.minutes_of_day:
        return f"the time “{words}”"
    if quantity.kind in _WORDS:
        return f"the {_WORDS[quantity.kind]} “{words}”"
    value = format_value(quantity.value)
    return f"the number {value}" if words == value else f"the number {value} (“{words}”)"
