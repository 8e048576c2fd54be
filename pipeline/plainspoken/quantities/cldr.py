"""What Unicode's CLDR knows of numbers, months, days, units, folded (UTS #35 Parts 1, 3, 4, 6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..languages import Language
from ..languages.scripts import script_code
from .normalize import fold_text
from .quantity import format_value

if TYPE_CHECKING:
    from babel.localedata import LocaleDataDict

_CONTEXTS = ("format", "stand-alone")
_DAY_PARTS = {"morning": "am", "afternoon": "pm", "evening": "pm"}


@cache
def find_decimal_sign(language: Language, region: str = "") -> str:
    """The decimal sign of numbers in Latin digits: that of the language's data, else CLDR's."""
    own = language.table("quantities", "numbers").get("decimal_signs", {})
    if own:
        return str(own.get(region, own[""]))
    symbols = _load(language, region)["number_symbols"]
    return fold_text(symbols.get("latn", {}).get("decimal", "."))


def write_number(value: Fraction, language: Language, region: str = "") -> str:
    """A number as a locale writes it in Latin digits, thousands set apart."""
    symbols = _load(language, region)["number_symbols"].get("latn", {})
    whole, _, parts = format_value(value).partition(".")
    decimal = find_decimal_sign(language, region)
    group = symbols.get("group", ",")
    if group == decimal:
        group = "." if decimal == "," else ","
    grouped = f"{int(whole):,}".replace(",", group) if whole.isdigit() else whole
    return f"{grouped}{decimal}{parts}" if parts else grouped


def list_months(language: Language) -> Iterator[tuple[str, int]]:
    """The names of months in all their forms, and their numbers."""
    for context in _CONTEXTS:
        for width in ("wide", "abbreviated"):
            for number, name in _load(language)["months"][context].get(width, {}).items():
                text = fold_text(name).rstrip(".")
                if not text.isdigit():
                    yield text, number


def list_weekdays(language: Language) -> Iterator[tuple[str, int]]:
    """The names of the days of the week, Monday 0."""
    for context in _CONTEXTS:
        for number, name in _load(language)["days"][context].get("wide", {}).items():
            yield fold_text(name), number


def find_date_order(language: Language, region: str = "") -> str:
    """The order of day, month and year in a short date: `dmy`, `mdy`, `ymd`."""
    pattern = str(_load(language, region)["date_formats"]["short"].pattern)
    return "".join(dict.fromkeys(letter.lower() for letter in pattern if letter in "dMyL"))


def list_unit_forms(language: Language, unit: str, widths: Sequence[str]) -> Iterator[str]:
    """What stands beside a number for a unit, in all its forms."""
    patterns = _load(language)["unit_patterns"].get(unit, {})
    for width in widths:
        for form, text in patterns.get(width, {}).items():
            if form != "per" and isinstance(text, str):
                yield fold_text(text.replace("{0}", "")).replace("\u00a0", " ").strip()


def find_unit_patterns(language: Language, unit: str) -> dict[str, str]:
    """What CLDR writes for a unit, by plural form, with `{0}` for the number."""
    widths = _load(language)["unit_patterns"].get(unit, {})
    patterns = widths.get("long") or widths.get("short", {})
    return {form: text for form, text in patterns.items() if isinstance(text, str)}


def list_day_parts(language: Language) -> dict[str, list[str]]:
    """The names of the parts of the day by `am`, `pm`, `night` and `noon`, the longest first."""
    names: dict[str, set[str]] = {"am": set(), "pm": set(), "night": set(), "noon": set()}
    for context in _CONTEXTS:
        for widths in _load(language)["day_periods"].get(context, {}).values():
            for period, name in widths.items():
                part = period.rstrip("12")
                part = _DAY_PARTS.get(part, part)
                if part in names and len(name) > 1:
                    names[part].add(fold_text(name))
    return {part: sorted(listed, key=len, reverse=True) for part, listed in names.items()}


@cache
def _load(language: Language, region: str = "") -> LocaleDataDict:
    """Read afresh what CLDR says: what Babel shares depends on which locale was asked before."""
    from babel.localedata import LocaleDataDict, merge

    data: dict[str, object] = {}
    for name in reversed(_list_ancestors(language.cldr_locale(region))):
        merge(data, _read_locale(name))
    return LocaleDataDict(data)  # type: ignore[arg-type]


def _list_ancestors(name: str) -> list[str]:
    """A locale and all that it inherits from (UTS #35 Part 1, Parent Locales)."""
    from babel.core import get_global

    names = [name]
    while names[-1] != "root":
        subtags = names[-1].split("_")
        parent = "_".join(subtags[:-1])
        if len(subtags) == 2 and len(subtags[1]) == 4 and subtags[1] != script_code(subtags[0]):
            parent = ""
        names.append(get_global("parent_exceptions").get(names[-1]) or parent or "root")
    return names


@cache
def _read_locale(name: str) -> dict[str, object]:
    import pickle

    from babel.localedata import resolve_locale_filename

    data: dict[str, object] = pickle.loads(Path(resolve_locale_filename(name)).read_bytes())
    return data
