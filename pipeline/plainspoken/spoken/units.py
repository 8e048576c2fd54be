"""Name units in the right grammatical number, as CLDR does (UTS #35 Part 2, Unit Elements)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from ..languages import Language
from ..quantities.cldr import find_unit_patterns


def say_measure(
    spelled: str, value: Fraction, digits: int, unit: str, language: Language, case: str = ""
) -> str:
    """A number in words with its unit's name; empty where nothing names the unit.

    For a `case` of [before], [units.plurals] says which of CLDR's plural forms is written so.
    """
    plural = find_plural(value, digits, language)
    data = language.table("spoken", "units")
    if value and not value % 1000:  # Russian одной тысяче миллилитров
        case = str(data.get("thousands", {}).get(case, case))
    own = data.get(f"names-{case}", {}).get(unit, {})
    plurals: Mapping[str, str] = data.get("plurals", {}).get(case, {})
    pattern = str(own.get(plural) or _find_pattern(language, unit, plurals.get(plural, plural)))
    for expression, ending in data.get("respell", {}).get(case, {}).get(plural, ()):
        pattern = re.sub(expression, ending, pattern)
    return pattern.replace("{0}", spelled) if pattern else ""


def say_per(measure: str, unit: str, language: Language, *, joined: bool = False) -> str:
    """A measure for each of a unit: `milligrams per kilogram`; empty where nothing names it.
    `joined`: whether an ending follows the unit, which then is said last, by `per-joined`.
    """
    data = language.table("spoken", "units")
    pattern = _find_pattern(language, unit, str(data.get("per-form", "one")))
    name = pattern.replace("{0}", "").strip()
    if joined and name and "per-joined" in data:
        return str(data["per-joined"]).format(measure, name)
    own: Mapping[str, str] = data.get("per-unit", {})
    if unit in own:
        return own[unit].replace("{0}", measure)
    return str(data["per"]).format(measure, name) if name and "per" in data else ""


def name_unit(unit: str, language: Language) -> str:
    """The name of a unit without a number, in the plural; empty where nothing names it."""
    plural = str(language.table("spoken", "units").get("name-form", "other"))
    return _find_pattern(language, unit, plural).replace("{0}", "").strip()


def find_gender(language: Language, unit: str) -> str:
    """The grammatical gender of a unit's name, as [units] of spoken.toml has it."""
    genders: Mapping[str, str] = language.table("spoken", "units").get("genders", {})
    return next((gender for gender, units in genders.items() if unit in units), genders.get("", ""))


def find_plural(value: Fraction, digits: int, language: Language) -> str:
    """CLDR's plural category of a number with so many digits after the point."""
    from decimal import Decimal

    number = Decimal(value.numerator) / Decimal(value.denominator)
    return str(_load_locale(language).plural_form(round(number, digits) if digits else number))


def _find_pattern(language: Language, unit: str, plural: str) -> str:
    """What CLDR, or first the language's own data, writes for a unit, with `{0}` for the number."""
    names: Mapping[str, Any] = language.table("spoken", "units").get("names", {})
    own = names.get(unit)
    if own is None:
        own = find_unit_patterns(language, unit)
    if isinstance(own, str):
        return own
    return str(own.get(plural, own.get("other", ""))).replace("\u00a0", " ")


@cache
def _load_locale(language: Language) -> Any:
    from babel import Locale

    return Locale.parse(language.cldr_locale())
