"""What Unicode's CLDR knows of a language's numbers: signs, months, days, units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..text import folded

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True, slots=True)
class Signs:
    """How a language writes numbers."""

    decimal: str
    group: str


@cache
def locale(lang: str, region: str = "") -> Locale:
    """Babel's locale of a language tag; a region that it does not know is left out."""
    from babel import Locale, UnknownLocaleError

    parts = lang.split("-")
    tries = [[*parts, region]] if region else []
    tries += [parts[:count] for count in range(len(parts), 0, -1)]
    for each in tries:
        try:
            return Locale.parse("_".join(each))
        except (ValueError, UnknownLocaleError):
            continue
    return Locale.parse("root")


@cache
def signs(lang: str, region: str = "") -> Signs:
    """The decimal point and the sign between thousands."""
    symbols = locale(lang, region).number_symbols
    latin = symbols.get("latn", {})
    return Signs(folded(latin.get("decimal", ".")), folded(latin.get("group", ",")))


@cache
def months(lang: str) -> tuple[tuple[str, int], ...]:
    """The names of months in all their forms, folded, and their numbers."""
    found = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale(lang).months[context].get(width, {}).items():
                text = folded(name).rstrip(".")
                if not text.isdigit():
                    found[text] = number
    return tuple(found.items())


@cache
def weekdays(lang: str) -> tuple[tuple[str, int], ...]:
    """The names of the days of the week, folded, Monday 0."""
    found = {}
    for context in ("format", "stand-alone"):
        for number, name in locale(lang).days[context].get("wide", {}).items():
            found[folded(name)] = number
    return tuple(found.items())


def date_order(lang: str, region: str = "") -> str:
    """The order of day, month and year in a short date: `dmy`, `mdy`, `ymd`."""
    pattern = str(locale(lang, region).date_formats["short"].pattern)
    return "".join(dict.fromkeys(letter.lower() for letter in pattern if letter in "dMyL"))


def unit_forms(lang: str, unit: str, widths: Sequence[str]) -> Iterator[str]:
    """What stands beside a number for a unit, folded, in all its forms."""
    patterns = locale(lang)._data["unit_patterns"].get(unit, {})
    for width in widths:
        for form, text in patterns.get(width, {}).items():
            if form != "per" and isinstance(text, str):
                yield folded(text.replace("{0}", "")).replace("\u00a0", " ").strip()


def day_parts(lang: str) -> dict[str, list[str]]:
    """The names of the parts of the day, folded, by `am`, `pm`, `night` and `noon`."""
    parts: dict[str, list[str]] = {"am": [], "pm": [], "night": [], "noon": []}
    for context in ("format", "stand-alone"):
        for widths in locale(lang).day_periods.get(context, {}).values():
            for name, form in widths.items():
                part = name.rstrip("12")
                part = {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(part, part)
                if part in parts and len(form) > 1:
                    parts[part].append(folded(form))
    return {part: sorted(set(forms), key=len, reverse=True) for part, forms in parts.items()}
