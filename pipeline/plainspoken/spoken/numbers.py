"""Spell numbers by ICU's rules (UTS #35 Part 3, RBNF) or by those of a language's own."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from ..languages import Language
from .rules import spell_by_rules
from .units import find_plural

_SOFT_HYPHEN = "\u00ad"


def spell_whole(number: int, language: Language, form: str = "") -> str:
    """Spell a whole number. `form` is a gender, `ordinal`, `year` or another key of [numbers.forms]
    in spoken.toml; without one it is as in counting.
    """
    data = language.table("spoken", "numbers")
    if number < 0:
        return f"{data.get('minus', '-')} {spell_whole(-number, language, form)}"
    forms: Mapping[str, Any] = data.get("forms", {})
    style = forms.get(form, forms.get("", ""))
    words = spell_by_rules(number, tuple(style)) if isinstance(style, list) else _spell_by_icu(
        number, style, str(data.get("icu", language.tag))
    )  # fmt: skip
    if words.startswith("="):
        return _respell(spell_whole(number, language, words.strip("=")), data, form)
    for pattern, replacement in data.get("respell", ()):
        words = re.sub(pattern, replacement, words)
    return _respell(words, data, form)


def _respell(words: str, data: Mapping[str, Any], form: str) -> str:
    for pattern, replacement in data.get(f"respell-{form}", ()):
        words = re.sub(pattern, replacement, words)
    return words


def decline(form: str, case: str, language: Language) -> str:
    """The form of a gender in a case: `feminine-genitive` of [numbers.forms], else the case alone
    for a number without a gender, else the form as it is.
    """
    forms = language.table("spoken", "numbers").get("forms", {})
    declined = f"{form}-{case}" if form else case
    return declined if declined in forms else form


def spell_decimal(
    written: str, language: Language, region: str = "", form: str = "", *, joined: bool = False
) -> str:
    """Spell a number of ASCII digits with at most one point: `38.5`. A zero at its end is said.
    `joined`: whether an ending follows, which fits the last digit: Turkish 2,5'ten, 1/3'ü.
    """
    whole, _, digits = written.partition(".")
    if not digits:
        return spell_whole(int(whole), language, form)
    data = language.table("spoken", "numbers")
    style = data.get("decimals", "digits")
    if not joined and digits == "5" and int(whole) >= data.get("halves-from", math.inf):
        return spell_fraction(Fraction(written), language, form)
    is_tenth = len(digits) == 1 and int(whole) > 2 and digits != "0"  # two is heard apart
    if is_tenth and form.rpartition("-")[2] in data.get("tenths-in", ()):
        return _spell_parts(int(whole), digits, language, form)
    if style == "parts":
        own: Mapping[str, str] = data["parts"].get("own", {}).get(form, {})
        return own.get(written) or _spell_parts(int(whole), digits, language, form)
    points: Mapping[str, str] = data.get("points", {})
    point = points.get(region) or points.get("", ".")
    between = str(data.get("joined", " "))
    fraction = _spell_digits(digits, style, language)
    agrees = int(whole) >= data.get("wholes-agree", {}).get(form, math.inf)
    spelled = spell_whole(int(whole), language, form if agrees else "")
    words = between.join([spelled, point, fraction])
    return _respell(words, data, form) if form in data.get("decimals-agree", ()) else words


def _spell_parts(whole: int, digits: str, language: Language, form: str) -> str:
    """A decimal as wholes and parts, each counted: Russian тридцать восемь целых пять десятых."""
    data = language.table("spoken", "numbers")["parts"]
    case = form.rpartition("-")[2]
    names: Sequence[str] = data.get(f"names-{case}", data["names"])
    declined = decline(str(data["form"]), case, language)
    counts = [(whole, names[0])]
    if len(digits) < len(names):
        counts.append((int(digits), names[len(digits)]))
    words = []
    for number, name in counts:
        one, _, other = name.partition("|")
        plural = find_plural(Fraction(number), 0, language)
        words += [spell_whole(number, language, declined), one if plural == "one" else other]
    if len(digits) >= len(names):
        words += [spell_digit(digit, language) for digit in digits]
    return " ".join(words)


def _spell_digits(digits: str, style: str, language: Language) -> str:
    """The digits after the point, one by one, or as a number, its zeros at the beginning apart."""
    joined = str(language.table("spoken", "numbers").get("joined", " "))
    significant = digits.lstrip("0")
    if style == "number" and significant and len(significant) <= 2:
        zeros = [spell_whole(0, language)] * (len(digits) - len(significant))
        return joined.join([*zeros, spell_whole(int(significant), language)])
    return joined.join(spell_digit(digit, language) for digit in digits)


def spell_digit(digit: str, language: Language) -> str:
    """Spell one digit of a number that is read digit by digit."""
    words = language.table("spoken", "numbers").get("digits", "").split()
    return words[int(digit)] if words else spell_whole(int(digit), language)


def spell_fraction(
    value: Fraction, language: Language, form: str = "", case: str = "", *, joined: bool = False
) -> str:
    """Spell a common fraction or a mixed number: `one half`, `two and three quarters`; empty where
    the language has no words for it. One that is `joined` to an ending ends with its denominator.
    `case`: that of [before], where `form` has none: eine 1/2, eine halbe.
    """
    data = language.table("spoken", "fractions")
    whole, part = divmod(value, 1)
    key = f"{part.numerator}/{part.denominator}"
    gender, *cases = form.split("-")
    case = cases[-1] if cases else case  # Polish feminine-few-genitive
    own = {} if joined else data.get("names", {})
    cased: dict[str, str] = {}
    for table in (gender, case, f"{gender}-{case}"):
        cased |= data.get(f"names-{table}", {})
    names = own | cased
    own_key = f"{value.numerator}/{value.denominator}"
    is_one_part = part.numerator == 1 and not (joined or key in cased)
    in_case = _name_one_part(part.denominator, language, case) if is_one_part and case else ""
    if own_key in names and not (in_case and not whole):
        return str(names[own_key])
    name = in_case or str(names.get(key, ""))
    if is_one_part and not name:
        name = _name_one_part(part.denominator, language)
    plural = "" if joined else data.get("parts", {}).get(str(part.denominator), "")
    if plural and part.numerator > 1 and not name:
        name = f"{spell_whole(part.numerator, language)} {plural}"
    if not name:
        over = str(data.get("other", ""))
        if not over:
            return ""
        name = over.format(
            spell_whole(part.numerator, language), spell_whole(part.denominator, language)
        )
    if not whole:
        return name
    mixed = {**data.get("mixed", {}), **data.get(f"mixed-{gender}", {})}
    pattern = str(mixed.get(key, mixed.get("", "{0} {1}")))
    following = spell_whole(int(whole) + 1, language, form) if "{2}" in pattern else ""
    whole_form = str(data.get("whole-form", form))
    return pattern.format(spell_whole(int(whole), language, whole_form), name, following)


def _name_one_part(denominator: int, language: Language, case: str = "") -> str:
    """One part of a whole by its ordinal, one twentieth, by `one` of [fractions] or `one-CASE`."""
    table = "-".join(filter(None, ("one", case)))
    pattern = str(language.table("spoken", "fractions").get(table, ""))
    return pattern and pattern.format(spell_whole(denominator, language, "ordinal"))


@cache
def _spell_by_icu(number: int, style: str, locale: str) -> str:
    from icu4py.messageformat import MessageFormat

    pattern = f"{{n,spellout,{style}}}" if style else "{n,spellout}"
    words: str = MessageFormat(pattern, locale).format({"n": number})
    return re.sub(" +", " ", words.replace(_SOFT_HYPHEN, ""))
