"""What Unicode's CLDR knows of a language's numbers: signs, months, days, units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..languages.scripts import script_code
from .normalize import fold_text

if TYPE_CHECKING:
    from babel.localedata import LocaleDataDict


@dataclass(frozen=True, slots=True)
class Signs:
    """How a language writes numbers."""

    decimal: str
    group: str


@cache
def _data(lang: str, region: str = "") -> LocaleDataDict:
    """What CLDR says of a language; a region that it does not know is left out.

    Babel shares what locales inherit, and writes into it what it looks up for one of them: what
    `Locale` gives depends on which locale was asked before. So its files are read afresh.
    """
    from babel.localedata import LocaleDataDict, merge

    data: dict[str, object] = {}
    for name in reversed(_lineage(_name(lang, region))):
        merge(data, _read(name))
    return LocaleDataDict(data)  # type: ignore[arg-type]


def _name(lang: str, region: str) -> str:
    from babel import Locale, UnknownLocaleError

    parts = lang.split("-")
    tries = [[*parts, region]] if region else []
    tries += [parts[:count] for count in range(len(parts), 0, -1)]
    for each in tries:
        try:
            return str(Locale.parse("_".join(each)))
        except (ValueError, UnknownLocaleError):
            continue
    return "root"


def _lineage(name: str) -> list[str]:
    """A locale and all that it inherits from."""
    from babel.core import get_global

    names = [name]
    while names[-1] != "root":
        parts = names[-1].split("_")
        parent = get_global("parent_exceptions").get(names[-1]) or "_".join(parts[:-1])
        if len(parts) == 2 and len(parts[1]) == 4 and parts[1] != script_code(parts[0]):
            parent = get_global("parent_exceptions").get(names[-1]) or "root"
        names.append(parent or "root")
    return names


@cache
def _read(name: str) -> dict[str, object]:
    import pickle

    from babel.localedata import resolve_locale_filename

    data: dict[str, object] = pickle.loads(Path(resolve_locale_filename(name)).read_bytes())
    return data


@cache
def signs(lang: str, region: str = "") -> Signs:
    """The decimal point and the sign between thousands."""
    symbols = _data(lang, region)["number_symbols"]
    latin = symbols.get("latn", {})
    return Signs(fold_text(latin.get("decimal", ".")), fold_text(latin.get("group", ",")))


@cache
def months(lang: str) -> tuple[tuple[str, int], ...]:
    """The names of months in all their forms, folded, and their numbers."""
    found = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in _data(lang)["months"][context].get(width, {}).items():
                text = fold_text(name).rstrip(".")
                if not text.isdigit():
                    found[text] = number
    return tuple(found.items())


@cache
def weekdays(lang: str) -> tuple[tuple[str, int], ...]:
    """The names of the days of the week, folded, Monday 0."""
    found = {}
    for context in ("format", "stand-alone"):
        for number, name in _data(lang)["days"][context].get("wide", {}).items():
            found[fold_text(name)] = number
    return tuple(found.items())


def date_order(lang: str, region: str = "") -> str:
    """The order of day, month and year in a short date: `dmy`, `mdy`, `ymd`."""
    pattern = str(_data(lang, region)["date_formats"]["short"].pattern)
    return "".join(dict.fromkeys(letter.lower() for letter in pattern if letter in "dMyL"))


def unit_forms(lang: str, unit: str, widths: Sequence[str]) -> Iterator[str]:
    """What stands beside a number for a unit, folded, in all its forms."""
    patterns = _data(lang)["unit_patterns"].get(unit, {})
    for width in widths:
        for form, text in patterns.get(width, {}).items():
            if form != "per" and isinstance(text, str):
                yield fold_text(text.replace("{0}", "")).replace("\u00a0", " ").strip()


def day_parts(lang: str) -> dict[str, list[str]]:
    """The names of the parts of the day, folded, by `am`, `pm`, `night` and `noon`."""
    parts: dict[str, list[str]] = {"am": [], "pm": [], "night": [], "noon": []}
    for context in ("format", "stand-alone"):
        for widths in _data(lang)["day_periods"].get(context, {}).values():
            for name, form in widths.items():
                part = name.rstrip("12")
                part = {"morning": "am", "afternoon": "pm", "evening": "pm"}.get(part, part)
                if part in parts and len(form) > 1:
                    parts[part].append(fold_text(form))
    return {part: sorted(set(forms), key=len, reverse=True) for part, forms in parts.items()}
