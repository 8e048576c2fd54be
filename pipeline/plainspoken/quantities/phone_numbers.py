"""Find the telephone numbers of a text, and the same digits in its translation.

Telephone numbers have at most 15 digits (ITU-T E.164); their addresses are `tel:` URIs (RFC 3966).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..languages import Language
from .normalize import compile_pattern, fold_text

Span = tuple[int, int]
_GAP = r"[ \u00a0.()/—-]"
# Groups of digits that are joined as in 555-0142, (555) 555-0135 and 1-800-222-1222.
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:\+?\d{{1,3}}{_GAP}{{1,2}})?(?:\(\d{{2,5}}\)|\d{{2,5}}){_GAP}{{1,2}}"
    rf"\d{{2,5}}(?:{_GAP}\d{{2,5}}){{0,3}}(?![\w])"
)
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
# Numbers for emergencies and help that are called in many countries.
_SHORT = re.compile(r"(?<!\d)(?:911|988|112|999|000|111|811|211)(?!\d)")
_REACH = 40
"""How far before a short number the word that says so may begin."""
_DATE = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})(?!\d)")
_SIMILAR = re.compile(rf"\d(?:{_GAP}{{0,2}}\d)+")
_WRITTEN = re.compile(r"\+?[\d ().-]*\d[\d ().-]*")


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number, where it stands in a folded text."""

    start: int
    end: int
    digits: str


@dataclass(frozen=True, slots=True)
class PhoneMatch:
    """One number of the text, and where it is in the translation."""

    start: int
    end: int
    digits: str
    found: Span | None
    """Where the same digits are."""
    instead: Span | None = None
    """Where other digits are that seem to be meant."""


@dataclass(frozen=True, slots=True)
class PhoneMatches:
    """The telephone numbers of a pair."""

    all: tuple[PhoneMatch, ...]

    @property
    def source_spans(self) -> tuple[Span, ...]:
        """Where they stand in the text."""
        return tuple((number.start, number.end) for number in self.all)

    @property
    def target_spans(self) -> tuple[Span, ...]:
        """Where they stand in the translation."""
        return tuple(span for number in self.all if (span := number.found or number.instead))


def find_phone_numbers(text: str, language: Language) -> list[PhoneNumber]:
    """The telephone numbers of a folded text; short ones after words of the language alone."""
    numbers = list(_find_long_numbers(text))
    cues = _read_cues(language)
    for match in _SHORT.finditer(text):
        inside = any(number.start <= match.start() < number.end for number in numbers)
        if not inside and cues.surround(text, *match.span()):
            numbers.append(PhoneNumber(*match.span(), match[0]))
    return sorted(numbers, key=lambda number: (number.start, number.end))


def match_phone_numbers(source: str, target: str, language: Language) -> PhoneMatches:
    """The numbers of a folded text in a language, each looked for in its translation."""
    numbers = find_phone_numbers(source, language)
    taken: list[Span] = []
    same: list[Span | None] = []
    for number in numbers:
        span = _find_same(number.digits, target, taken)
        taken += [span] if span else []
        same.append(span)
    matches = []
    for number, found in zip(numbers, same, strict=True):
        instead = None if found else _find_similar(number.digits, target, taken)
        taken += [instead] if instead else []
        matches.append(PhoneMatch(number.start, number.end, number.digits, found, instead))
    return PhoneMatches(tuple(matches))


def is_phone_number(text: str) -> bool:
    """Whether a text is one telephone number as people write it, and nothing else."""
    return bool(_WRITTEN.fullmatch(text))


def make_tel_uri(number: str) -> str:
    """The address that a telephone number is called by (RFC 3966)."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


def split_groups(number: str) -> list[str]:
    """The groups of digits of a telephone number, a plus sign with the first."""
    return re.findall(r"\+?\d+", number)


def extract_digits(text: str) -> str:
    """All digits of a text, as Latin digits."""
    return "".join(filter(str.isdecimal, fold_text(text)))


def _find_long_numbers(text: str) -> Iterator[PhoneNumber]:
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        joined = any(sign in match[0] for sign in "-(+") and not _DATE.search(match[0])
        is_long = _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS
        if is_long and joined and not _is_range_of_years(match[0]):
            yield PhoneNumber(*match.span(), digits)


def _is_range_of_years(text: str) -> bool:
    years = [int(year) for year in re.findall(r"\d+", text)]
    return len(years) == 2 and all(1800 <= year < 2200 for year in years)


@dataclass(frozen=True, slots=True)
class _Cues:
    """What a short number stands beside where it is one that is called."""

    before: re.Pattern[str]
    edge: re.Pattern[str]
    """What follows it, after the words that stand before it."""
    after: re.Pattern[str]

    def surround(self, text: str, start: int, end: int) -> bool:
        """Whether the words around a number say that it is called."""
        before = self.before.search(text[max(0, start - _REACH) : start])
        return bool((before and self.edge.match(text, end)) or self.after.match(text, end))


@cache
def _read_cues(language: Language) -> _Cues:
    phones = language.table("quantities", "phones")
    before, after = phones.get("before", "(?!)"), phones.get("after", "(?!)")
    apart = not language.written_together
    return _Cues(
        compile_pattern(rf"\b(?:{before})(?: \w+){{0,2}} $" if apart else rf"(?:{before}) ?$"),
        compile_pattern(r"(?!\w)" if apart else ""),
        compile_pattern(rf"(?:{after})"),
    )


def _find_same(digits: str, text: str, taken: list[Span]) -> Span | None:
    gaps = rf"{_GAP}{{0,2}}"
    pattern = rf"(?<!\d)[(+]{{0,2}}{gaps.join(digits)}(?!\d)"
    for match in re.finditer(pattern, text):
        if not _overlaps(match.span(), taken):
            return match.span()
    return None


def _find_similar(digits: str, text: str, taken: list[Span]) -> Span | None:
    """Digits about as many, where the number was changed."""
    for match in _SIMILAR.finditer(text):
        count = sum(map(str.isdigit, match[0]))
        if abs(count - len(digits)) <= len(digits) // 4 and not _overlaps(match.span(), taken):
            return match.span()
    return None


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
