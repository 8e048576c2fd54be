"""Find telephone numbers, at most 15 digits (ITU-T E.164), and the same in a translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..languages import Language
from .language_data import read_pattern
from .normalize import compile_pattern, fold_text
from .quantity import Span, overlaps

_GAP = r"[ \u00a0.()/—-]"
_GAPS = rf"{_GAP}{{0,2}}"
_SIGN = r"[^\W\u2e80-\ud7ff]"  # Chinese, Japanese and Korean words may touch a number.
# Groups of digits that are joined as in 555-0142, (555) 555-0135 and 1-800-222-1222; or
# an area's number and one group.
_NUMBER = re.compile(
    rf"(?<![.,/-])(?<!{_SIGN})(?:\+?\d{{1,3}}{_GAP}{{1,2}})?(?:\(\d{{2,5}}\)|\d{{2,5}}){_GAP}{{1,2}}"
    rf"\d{{2,5}}(?:{_GAP}\d{{2,5}}){{0,3}}(?!{_SIGN})"
    rf"|(?<![.,/-])(?<!{_SIGN})0\d{{1,4}}-\d{{6,8}}(?!{_SIGN}|-)"
)
_EDGE = compile_pattern(r"(?!\w)")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
# Numbers for emergencies and help that are called in many countries.
_SHORT = re.compile(r"(?<!\d)(?:911|988|112|999|000|111|811|211)(?!\d)")
_REACH = 40
"""How far before a short number the word that says so may begin."""
_YEARS = range(1800, 2200), range(1300, 1500)
"""Those of our time, in the calendars of Persian and Arabic, too."""
_DATE = re.compile(r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})(?!\d)")
_THOUSANDS = r"\d{1,3}(?:\.\d{3})+"
_RANGE = re.compile(rf"{_THOUSANDS}-{_THOUSANDS}")
_OPENING_TIMES = re.compile(r"\d{1,2}[.:][0-5]\d *[—-] *\d{1,2}[.:][0-5]\d")
_PRESSURES = re.compile(r"\d{2,3}/\d{2,3}[—-]\d{2,3}/\d{2,3}|\d{2,3}[—-]\d{2,3}/\d{2,3}[—-]\d{2,3}")
"""Two blood pressures, or one whose numbers are ranges."""
_SIMILAR = re.compile(rf"\d(?:{_GAPS}\d)+")


@dataclass(frozen=True, slots=True)
class PhoneMatch:
    """One telephone number of a text, and where it is in the translation."""

    source: Span
    digits: str
    found: Span | None
    """Where the same digits are."""
    instead: Span | None
    """Where other digits are that seem to be meant."""

    @property
    def target(self) -> Span | None:
        """Where it stands in the translation, right or wrong."""
        return self.found or self.instead


def find_phone_numbers(text: str, language: Language) -> list[Span]:
    """The telephone numbers of a folded text; short ones after words of the language alone."""
    spans = [
        match.span()
        for match in _NUMBER.finditer(text)
        if _is_called(match[0]) and not _RANGE.match(text, match.start())  # 50.000-100.000 đ
    ]
    spans += [
        match.span()
        for match in _SHORT.finditer(text)
        if not overlaps(match.span(), spans) and _has_cue(text, match.span(), language)
    ]
    return sorted(spans)


def match_phone_numbers(source: str, target: str, language: Language) -> tuple[PhoneMatch, ...]:
    """The numbers of a folded text in a language, each looked for in its translation."""
    spans = find_phone_numbers(source, language)
    numbers = [re.sub(r"\D", "", source[start:end]) for start, end in spans]
    taken: list[Span] = []
    same = [_take(_find_same(digits, target), taken) for digits in numbers]
    matches = []
    for span, digits, found in zip(spans, numbers, same, strict=True):
        instead = None if found else _take(_find_similar(digits, target), taken)
        matches.append(PhoneMatch(span, digits, found, instead))
    return tuple(matches)


def extract_digits(text: str) -> str:
    """All digits of a text, as Latin digits."""
    return "".join(filter(str.isdecimal, fold_text(text)))


def _is_called(number: str) -> bool:
    """Whether groups of digits are a telephone number: no date, no range."""
    groups = re.findall(r"\d+", number)
    is_long = _FEWEST_DIGITS <= sum(map(len, groups)) <= _MOST_DIGITS
    is_joined = any(sign in number for sign in "-(+") and not _DATE.search(number)
    is_range = any(each.fullmatch(number) for each in (_OPENING_TIMES, _RANGE, _PRESSURES))
    is_joined = is_joined and not is_range
    are_years = len(groups) == 2 and any(
        all(int(group) in years for group in groups) for years in _YEARS
    )
    return is_long and is_joined and not are_years


def _has_cue(text: str, span: Span, language: Language) -> bool:
    start, end = span
    together = language.written_together
    before = read_pattern(
        language, "phones", "before", "{} ?$" if together else r"\b{}(?: \w+){0,2} $"
    )
    after = read_pattern(language, "phones", "after")
    is_apart = together or _EDGE.match(text, end)
    is_after_cue = is_apart and before.search(text[max(0, start - _REACH) : start])
    return bool(is_after_cue or after.match(text, end))


def _find_same(digits: str, text: str) -> Iterator[Span]:
    pattern = rf"(?<!\d)[(+]{{0,2}}{_GAPS.join(digits)}(?!\d)"
    return (match.span() for match in re.finditer(pattern, text))


def _find_similar(digits: str, text: str) -> Iterator[Span]:
    for match in _SIMILAR.finditer(text):
        count = sum(map(str.isdigit, match[0]))
        if abs(count - len(digits)) <= len(digits) // 4:
            yield match.span()


def _take(spans: Iterable[Span], taken: list[Span]) -> Span | None:
    """The first of some stretches that is not taken yet; it is then."""
    span = next((span for span in spans if not overlaps(span, taken)), None)
    taken += [span] if span else []
    return span
