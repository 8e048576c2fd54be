"""Compare what is said with what is heard: its numbers, units, times and noes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, partial
from itertools import pairwise

from ...catalogs.checks.denial import compile_cue
from ...languages import Language
from ...quantities.align import align
from ...quantities.lexicon import read_lexicon
from ...quantities.normalize import FoldedText, find_words, fold, fold_text
from ...quantities.phone_numbers import PhoneMatch, match_phone_numbers
from ...quantities.quantity import Quantity, Span, format_value
from ...quantities.reading import PLAIN_HINTS, LocalizedText, Reading, read_text, read_text_pair
from ...quantities.units import convert_to_base
from .words import count_same, list_words, set_units_apart

_GAP = 4
"""Characters at most between the parts of a number or time that are heard apart: a short word."""
_FEWEST_WORDS = 3
"""Of a sentence of which something must be heard: one of fewer may be a name."""
_FEWEST_DIGITS = 3
"""Of a number that is said digit by digit: two may be two numbers, as in one two times a day."""
_DIGITS = range(10)


@dataclass(frozen=True, slots=True)
class SaidText:
    """What is to be heard of a sentence."""

    written: str
    spoken: str
    """The words for what is written."""
    language: Language
    region: str = ""
    """CLDR's, for numbers."""


def find_doubts(said: SaidText, heard: str) -> tuple[str, ...]:
    """Why a recording may say something else than it should; nothing where there is no doubt.
    Numbers may be heard as they are written, or word for word as they are spoken.
    """
    if _join_letters(said.spoken) == _join_letters(heard):
        return ()
    pairs = [_Pair(text, heard, said) for text in (said.written, said.spoken)]
    if pairs[0].has_time:  # a.m. may be no words that tell it from p.m.
        pairs.pop()
    found = [tuple(pair.find_doubts()) for pair in pairs]
    doubts = () if () in found else found[0]
    return (*doubts, *_compare_negations(said, heard), *_find_silence(said, heard))


def _join_letters(text: str) -> str:
    """All words in one: where one ends is not heard."""
    return "".join(word[0] for word in find_words(fold_text(text)))


def _compare_negations(said: SaidText, heard: str) -> Iterator[str]:
    cue = compile_cue(said.language, "strong")
    wanted, given = (
        [match[0] for match in cue.finditer(fold(text).text)] for text in (said.spoken, heard)
    )
    if len(wanted) > len(given):
        yield f"a negation is not heard: said {_quote(wanted)}, heard {_quote(given)}"
    elif len(wanted) < len(given):
        yield f"a negation is heard that is not said: said {_quote(wanted)}, heard {_quote(given)}"


def _find_silence(said: SaidText, heard: str) -> Iterator[str]:
    words = list_words(said.spoken, said.language, said.region)
    others = list_words(heard, said.language, said.region)
    if len(words) >= _FEWEST_WORDS and not count_same(words, others):
        yield "nothing that is said is heard"


def _quote(words: Sequence[str]) -> str:
    return ", ".join(f"“{word.strip()}”" for word in words) or "none"


@dataclass(frozen=True)
class _Pair:
    """A text and what was heard for it."""

    text: str
    heard: str
    said: SaidText

    @cached_property
    def source(self) -> FoldedText:
        return fold(self.text)

    @cached_property
    def target(self) -> FoldedText:
        """What was heard, its times written as those of the text: 8:30 for 8.30, 830, 8 y 30."""
        heard = set_units_apart(self.heard)
        alone = read_text(self._localize(self.source), PLAIN_HINTS)
        for time in alone.quantities:
            digits = re.findall(r"\d+", self.source.text[slice(*time.span)])
            if time.minutes_of_day and len(digits) == 2:
                pattern = rf"(?<!\d){digits[0]}[. ]?{digits[1]}(?!\d)"
                heard = re.sub(pattern, ":".join(digits), heard)
                heard = self._join_time(heard, *digits)
        return fold(self._join_numbers(heard))

    def _join_numbers(self, heard: str) -> str:
        """What was heard, numbers of the text joined where their parts are heard apart: 40 y 5 for
        45, 100 puntos. 4 for 100.4.
        """
        joiner = read_lexicon(self.said.language).joiner
        point = self.said.language.table("quantities", "numbers").get("point")
        for whole, part in sorted(set(re.findall(r"(\d+)(?:[.,](\d+))?", self.source.text))):
            if len(whole) > 1 and "0" not in whole[-2:]:
                pattern = rf"(?<!\d){whole[:-1]}0(\D{{0,{_GAP}}}){whole[-1]}(?!\d)"
                heard = re.sub(pattern, partial(_join, whole, joiner), heard)
            if part and point:
                pattern = rf"(?<!\d){whole} (?:{point})\w{{0,2}}[.,]? ?{part}(?!\d)"
                heard = re.sub(pattern, f"{whole}.{part}", heard)
        return heard

    def _join_time(self, heard: str, hour: str, minute: str) -> str:
        """What was heard, an hour and the minutes after it as a time in digits."""
        text = fold(heard)
        for first, second in pairwise(read_text(self._localize(text), PLAIN_HINTS).quantities):
            found = re.compile(r"\d+").match(text.text, second.start)
            is_time = found and first.value == int(hour) and found[0] == minute
            if found and is_time and second.start - first.end <= _GAP:
                begin, end = text.place(first.start, found.end())
                return f"{text.origin[:begin]}{hour}:{minute}{text.origin[end:]}"
        return heard

    @cached_property
    def phones(self) -> tuple[PhoneMatch, ...]:
        return match_phone_numbers(self.source.text, self.target.text, self.said.language)

    @cached_property
    def readings(self) -> tuple[Reading, Reading]:
        source = self._localize(self.source, [phone.source for phone in self.phones])
        targets = [phone.target for phone in self.phones if phone.target]
        return read_text_pair(source, self._localize(self.target, targets))

    @cached_property
    def has_time(self) -> bool:
        """Whether the text has a time that is surely in the morning, or surely is not."""
        return any(len(number.minutes_of_day) == 1 for number in self.readings[0].quantities)

    def _localize(self, text: FoldedText, excluded: Sequence[Span] = ()) -> LocalizedText:
        return LocalizedText(text, self.said.language, self.said.region, tuple(excluded))

    def find_doubts(self) -> Iterator[str]:
        """What of the numbers is heard otherwise."""
        for phone in self.phones:
            if not phone.found:
                yield f"the telephone number {self._show_source(phone.source)} is not heard"
        said, heard = (reading.quantities for reading in self.readings)
        source = tuple(_join_digits(said, self.source.text, _list_written(heard, self.target.text)))
        target = tuple(_join_digits(heard, self.target.text, _list_written(said, self.source.text)))
        alignment = align(source, target)
        lost = [source[at] for at in alignment.lost]
        added = [target[at] for at in alignment.added]
        yield from self._report_unmatched(lost, added)
        pairs = [(source[at], target[to]) for at, to in alignment.pairs]
        yield from self._report_units(pairs)
        if _are_moved(pairs):
            yield "numbers are heard in another order"

    def _report_unmatched(self, lost: list[Quantity], added: list[Quantity]) -> Iterator[str]:
        sure_lost = [number for number in lost if _is_sure(number)]
        sure_added = [number for number in added if _is_sure(number)]
        for number in sure_lost:
            yield f"{self._show_source(number.span)} is not heard"
        for number in sure_added:
            yield f"{self._show_target(number.span)} is heard and not said"

    def _report_units(self, pairs: Sequence[tuple[Quantity, Quantity]]) -> Iterator[str]:
        for ours, theirs in pairs:
            if _has_other_unit(ours, theirs):
                shown = self._show_source(ours.span), self._show_target(theirs.span)
                yield f"{shown[0]} is heard as {shown[1]}"

    def _show_source(self, span: Span) -> str:
        return f"“{self.source.original(*span).strip()}”"

    def _show_target(self, span: Span) -> str:
        return f"“{self.target.original(*span).strip()}”"


def _join(number: str, joiner: re.Pattern[str], match: re.Match[str]) -> str:
    """A number for its tens and ones, where only blanks or an and stand between them."""
    is_joined = not match[1].strip() or joiner.fullmatch(fold_text(match[1]))
    return number if is_joined else match[0]


def _is_sure(number: Quantity) -> bool:
    return number.sure and not (number.implied or number.idiom)


def _has_other_unit(ours: Quantity, theirs: Quantity) -> bool:
    kind, _, name = theirs.unit.partition("-")
    is_unnamed = name == "generic" and ours.unit.startswith(f"{kind}-")  # degrees, of Fahrenheit
    if (
        ours.unit == theirs.unit
        or is_unnamed
        or ours.minutes_of_day
        or ours.implied != theirs.implied
    ):
        return False
    same = convert_to_base(ours)
    return same is None or same != convert_to_base(theirs)


def _list_written(numbers: Sequence[Quantity], text: str) -> set[str]:
    """The numbers of a text that are digits alone, and measure and count nothing."""
    texts = {text[slice(*number.span)] for number in numbers if _is_bare(number)}
    return {digits for digits in texts if digits.isdecimal()}


def _is_bare(number: Quantity) -> bool:
    is_used = number.unit or number.counted or number.minutes_of_day
    return not (is_used or number.in_range or number.implied or number.ordinal)


def _join_digits(numbers: Sequence[Quantity], text: str, known: set[str]) -> Iterator[Quantity]:
    """Numbers, single digits in a row as the number that is known to have them: nine one one for
    911. Nothing but blanks stands between them: 1.5 and 1 or 5 are not 15.
    """
    row: list[Quantity] = []
    for number in numbers:
        if row and text[row[-1].end : number.start].strip():
            yield from _join_row(row, known)
            row = []
        row.append(number)
    yield from _join_row(row, known)


def _join_row(row: Sequence[Quantity], known: set[str]) -> Sequence[Quantity]:
    """Numbers between which only blanks stand, as one number where it is known."""
    are_digits = all(_is_bare(number) and number.value in _DIGITS for number in row)
    digits = "".join(format_value(number.value) for number in row)
    if len(row) < _FEWEST_DIGITS or not are_digits or digits not in known:
        return row
    return [replace(row[0], end=row[-1].end, value=Fraction(digits), spelled=False)]


def _are_moved(pairs: Sequence[tuple[Quantity, Quantity]]) -> bool:
    """Whether the numbers that are heard stand in another order than those said."""
    numbers = [pair for pair in pairs if all(map(_is_sure, pair))]
    ours = [theirs.value for _, theirs in numbers]
    theirs = [second.value for _, second in sorted(numbers, key=lambda pair: pair[1].start)]
    return ours != theirs
