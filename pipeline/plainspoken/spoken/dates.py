"""Say dates that are written in digits, days and years beside the names of months, and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from ..languages import Language
from ..quantities.cldr import find_date_order
from ..quantities.quantity import Quantity
from .numbers import decline, spell_whole
from .signs_before import choose_pattern, fill, find_sign
from .word_pattern import SIGN, compile_words
from .written import Saying, WrittenText, find_words_before, read_range_word, stands_after

_DATE = re.compile(
    r"(?<![\d.,/-])(\d{1,4})(?:\.?[º°])?([./-]) ?(\d{1,2})(?:\2 ?(\d{1,4}))?(?![\d/-])"
)
_YEAR_AFTER = re.compile(r"[-–](?=(?:1[34]|19|20)\d\d(?!\d))")
_DAY_DASH = re.compile("[-–—~～]")
_LAW = re.compile(r"(?<![\w/.,-])(\d{1,3}\.\d{3}|\d{1,5})/((?:19|20)\d\d)(?![\w/])")
_TWO_YEARS = re.compile(
    r"(?<![\w./,-])((?:19|20)\d\d)(?:/|[-–](?!19|20))((?:19|20)\d\d|\d\d(?<!0\d)(?<!1[012]))(?![\w/])"
)
"""A year or a winter: 2023/24."""
_SHORT_MONTH = re.compile(r"(?<![\d.,/-])(0[1-9]|1[0-2])[/.]([2-9]\d)(?![/\d]|[.,-]\d)")
_MONTH = r"(?<![\d.,/-])(?:(\d{1,2})(?:{signs})(\d{4})|(\d{4})/(\d\d))(?![\d/-])"
"""A month with its year, the year first in a calendar of a language's own: 03/2026, ۱۴۰۵/۰۲."""
_YEAR_MONTH = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)[./-](0[1-9]|1[0-2])(?![\d/-]|[.,]\d)")
"""A month after its year: 2026.03."""


def say_dates(written: WrittenText) -> Iterator[Saying]:
    """Dates in digits, in the order of the locale; days and years beside the name of a month."""
    months = [quantity for quantity in written.quantities if quantity.kind == "month"]
    in_digits = [month for month in months if written.text[slice(*month.span)].isdecimal()]
    for month in in_digits:
        yield from _say_digits(written, month)
    for month in months:
        # A weekday may be written as a month is: Spanish mar. 04/03/2025.
        if month not in in_digits:
            yield from _say_beside_month(written, month)


def _say_digits(written: WrittenText, month: Quantity) -> Iterator[Saying]:
    around = (
        match
        for match in _DATE.finditer(written.text)
        if match.start() <= month.start and month.end <= match.end()
    )
    if not (found := next(around, None)):
        return
    parts = {
        found.span(group): int(found[group]) for group in (1, 3, 4) if found[group] is not None
    }
    others = [number for span, number in parts.items() if span != (month.start, month.end)]
    year = next((number for number in others if number > 31), 0)
    if len(parts) == 3 and not year:
        is_first = find_date_order(written.language, written.region).startswith("y")
        year = others[0 if is_first and len(found[4]) < 3 else -1]
    days = [number for number in others if number != year or others.count(number) > 1]
    if not days:
        return
    form = find_day_form(written, found.start())
    words = say_date(days[0], int(month.value), year, written.language, form)
    if words:
        after = compile_words(rf"(?:[ \u00a0]?(?:{written.pattern('dates', 'after')}))?")
        rest = after.match(written.text, found.end())
        yield Saying(found.start(), rest.end() if rest else found.end(), words)


def say_date(day: int, month: int, year: int, language: Language, form: str) -> str:
    """A date in words, by the patterns of [dates]; empty where the language has none. `form` is
    that of its day.
    """
    data = language.table("spoken", "dates")
    pattern = str(data.get("full" if year else "day", ""))
    if not pattern:
        return ""
    if 0 < year < 100:
        year += 2000 if year < 70 else 1900
    name = _name_month(month, year, language)
    return pattern.format(
        day=_say_day(day, data, language, str(data.get("digits-form", form))),
        month=name,
        year=spell_whole(year, language, "year"),
    )


def _say_day(day: int, data: Mapping[str, Any], language: Language, form: str) -> str:
    if day == 1 and "first" in data:
        return str(data["first"])
    return spell_whole(day, language, form)


def find_day_form(written: WrittenText, start: int) -> str:
    """The form of a day by the words before it: of [dates], or a case of [before-ordinals]."""
    data = written.data("dates")
    if form := find_words_before(written, start, data.get("day-forms", {})):
        return form
    case = find_words_before(written, start, written.data("before-ordinals"))
    return decline(str(data.get("day-form", "")), case, written.language)


def _say_beside_month(written: WrittenText, month: Quantity) -> Iterator[Saying]:
    """The day before or after the name of a month, and the year after both."""
    data, text, language = written.data("dates"), written.text, written.language
    suffix, of, own_to = (written.pattern("dates", key) for key in ("suffix", "of", "to"))
    before = compile_words(rf"(?<![\d.,/-])(\d{{1,2}})({suffix})?(?:[ \u00a0]|{of})*$")
    to = rf"[-–]|{own_to}"
    first = compile_words(rf"(?<![\d.,/-])(\d{{1,2}})({suffix})?[ \u00a0]?({to})[ \u00a0]?$")
    listed = compile_words(  # 5, 12 and 19 May
        rf"(?<![\d.,/-])(\d{{1,2}})({suffix})?[ \u00a0]?([,،]|{own_to})[ \u00a0]?$"
    )
    if found := before.search(text[: month.start]):
        days = [(*found.span(1), found.end(2))]
        while low := first.search(text[: days[0][0]]):
            days = [(*low.span(1), low.end(2)), *days]
            first = listed
        is_right_before = not text[max(days[-1]) : month.start].strip()
        pattern = str(data.get("before-month", "{0}")) if is_right_before else "{0}"
        yield from _say_days(written, days, pattern)
    after = compile_words(rf"\.?[ \u00a0]*(\d{{1,2}})({suffix})?(?![.,:]?\d)")
    second = compile_words(rf"[ \u00a0]?({to})[ \u00a0]?(\d{{1,2}})({suffix})?(?!{SIGN}|[.,:]\d)")
    found = after.match(text, month.end)
    if found and 1 <= int(found[1]) <= 31 and not _is_amount(written, found.start(1), found.end()):
        days = [(*found.span(1), found.end(2))]
        high = second.match(text, found.end())
        while high and not _is_amount(written, high.start(2), high.end()):
            days = [*days, (*high.span(2), high.end(3))]
            high = second.match(text, high.end())
        if not (high and len(days) == 1 and _DAY_DASH.fullmatch(high[1])):  # In May 3-5 mg
            yield from _say_days(written, days, "{0}")
    years = compile_words(rf"(?:[ \u00a0,.]|\d{{1,2}}(?:{suffix})?|{of})*?\b(\d{{4}})(?![./-]?\d)")
    if found := years.match(text, month.end):
        yield Saying(*found.span(1), spell_whole(int(found[1]), language, "year"))
    short = text[month.start : month.end].casefold()
    names = _list_months(language).values()
    if len(short) < 5 and any(name.casefold().startswith(short) for name in names):
        name = _name_month(int(month.value), 0, language)
        of, end = str(data.get("of-short", "")), month.end + text.startswith(".", month.end)
        has_day, has_year = (
            before.search(text[: month.start]),
            text[end : end + 5].strip().isdigit(),
        )
        if len(name) > len(short) and (has_day or found):
            name = f"{of}{name}" if has_day and not re.search(r"[^\W\d]", has_day[0]) else name
            yield Saying(month.start, end, f"{name} {of}".strip() if has_year else name)


def _is_amount(written: WrittenText, start: int, end: int) -> bool:
    """Whether a number between two places has something after it that it measures or counts: on
    May 3 and 5 mg on May 4; not the sign of a day itself, 5月3日.
    """
    is_day = not written.text[end : end + 1].isspace()
    return any(
        number.counted or (number.end > end and number.unit not in ("", "duration-day" * is_day))
        for number in written.quantities
        if number.start == start
    )


def _say_days(
    written: WrittenText, days: Sequence[tuple[int, int, int]], pattern: str
) -> Iterator[Saying]:
    """A day, or the first and the last, each with where it begins, its digits end, and it ends;
    by a `pattern` that is the last one's.
    """
    form = find_day_form(written, days[0][0])
    data = written.data("dates")
    for index, (start, stop, end) in enumerate(days):
        own = find_words_before(written, start, data.get("day-forms", {})) or form  # с 3 по 14 мая
        words = _say_day(int(written.text[start:stop]), data, written.language, own)
        is_last = index == len(days) - 1
        yield Saying(start, max(stop, end), pattern.format(words) if is_last else words)
    for low, high in pairwise(days):
        between = max(low[1:]), high[0]
        if dash := _DAY_DASH.search(written.text, *between):
            has_words = any(map(str.isalpha, written.text[slice(*between)]))  # Chinese 1日-5日
            place = dash.span() if has_words else between
            yield Saying(*place, read_range_word(written))


def say_months(written: WrittenText) -> Iterator[Saying]:
    """A month with its year, by `month` of [dates], with `month-signs` between them: 03/2026;
    after the words of `month-after` one of two digits: EXP 03/26.
    """
    data = written.data("dates")
    if not (pattern := str(data.get("month", ""))):
        return
    short = _SHORT_MONTH.finditer(written.text) if "month-after" in data else ()
    after = [each for each in short if stands_after(written, data["month-after"], each.start())]
    full = compile_words(_MONTH.replace("{signs}", str(data.get("month-signs", "/"))))
    for found in (*full.finditer(written.text), *after):
        month, year, *own = (int(group or 0) for group in found.groups())
        if own and any(re.fullmatch(years, str(own[0])) for years in data.get("calendars", ())):
            year, month = own
        elif not (1900 <= year < 2100 or year < 100):
            continue
        year += 2000 if year < 100 else 0
        if 1 <= month <= 12:
            words = spell_whole(year, written.language, "year")
            name = _name_month(month, year, written.language)
            yield Saying(*found.span(), pattern.format(month=name, year=words))
    if pattern.find("{year}") < pattern.find("{month}"):
        for found in _YEAR_MONTH.finditer(written.text):
            if _is_bare(written, found.start()):
                words = spell_whole(int(found[1]), written.language, "year")
                name = _name_month(int(found[2]), int(found[1]), written.language)
                yield Saying(*found.span(), pattern.format(month=name, year=words))


def _is_bare(written: WrittenText, start: int) -> bool:
    """Whether nothing makes the digits here a measure or an amount of money: 2020.05 g."""
    measures = (q for q in written.quantities if q.unit or q.counted or q.dose)
    is_measure = any(measure.start <= start < measure.end for measure in measures)
    return not is_measure and not re.search(r"[$€£¥￥₩￦]\s?$", written.text[:start])


def say_laws(written: WrittenText) -> Iterator[Saying]:
    """Numbers of laws with their year, by `law-year` of [dates]: Ley 41/2002."""
    data = written.data("dates")
    word, laws = str(data.get("law-year", "")), data.get("laws")
    for found in _LAW.finditer(written.text) if word else ():
        if stands_after(written, laws, found.start()):
            number, year = (
                spell_whole(int(found[group].replace(".", "")), written.language, form)
                for group, form in ((1, ""), (2, "year"))
            )
            sign, place = find_sign(written, found.start())
            if sign:
                pattern = choose_pattern(written, place, sign)
                number = fill(written, place, pattern, number)
            if word.startswith(","):  # in one piece: Vietnamese năm is a year, and five
                yield Saying(place, found.end(), f"{number}{word} {year}")
                continue
            yield Saying(place, found.end(1), number)
            yield Saying(found.end(1), found.start(2), f" {word} ")
            yield Saying(*found.span(2), year)


def say_years(written: WrittenText) -> Iterator[Saying]:
    """Years without a date: in 1998; each pattern with the form of its numbers."""
    for found in (
        _TWO_YEARS.finditer(written.text) if written.data("dates").get("two-years") else ()
    ):
        sign = found.end(1), found.start(2)
        if written.text[slice(*sign)] != "/" and not _are_years(found[1], found[2]):
            continue
        for group in (1, 2):
            form = "year" if len(found[group]) == 4 else ""
            yield Saying(*found.span(group), spell_whole(int(found[group]), written.language, form))
        yield Saying(*sign, " " if written.text[slice(*sign)] == "/" else read_range_word(written))
    years = written.data("dates").get("years", {})
    for form, pattern in ({"year": years} if isinstance(years, str) else years).items():
        for found in compile_words(pattern).finditer(written.text) if pattern else ():
            year = next(group for group in range(1, found.re.groups + 1) if found[group])
            start, end = found.span(year)
            start -= written.text[:start].endswith(("'", "’"))  # the '80s
            yield Saying(start, end, spell_whole(int(found[year]), written.language, form))
            if dash := _YEAR_AFTER.match(written.text, found.end(year)):
                yield Saying(*dash.span(), read_range_word(written))
            if "word" in found.re.groupindex and found["word"]:
                yield Saying(*found.span("word"), str(written.data("dates")["year-words"][form]))


def _are_years(first: str, last: str) -> bool:
    """Whether a year and two digits are two years of one decade or winter: 2023-24."""
    return 0 < int(last) - int(first[2:]) < 10


def _name_month(month: int, year: int, language: Language) -> str:
    """By [dates] the months of another calendar, where the year is one of that calendar."""
    for years, names in language.table("spoken", "dates").get("calendars", {}).items():
        if re.fullmatch(years, str(year)):
            return str(names.split()[month - 1]).replace("_", " ")
    return _list_months(language)[month]


@cache
def _list_months(language: Language) -> Mapping[int, str]:
    from babel import Locale

    if own := language.table("spoken", "dates").get("months"):
        return {number: str(name) for number, name in enumerate(own, 1)}
    months: Mapping[int, str] = Locale.parse(language.cldr_locale()).months["format"]["wide"]
    return {number: str(name) for number, name in months.items()}
