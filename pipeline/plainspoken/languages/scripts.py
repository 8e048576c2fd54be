"""Which script a letter belongs to, and which scripts a language is written in."""

from __future__ import annotations

import unicodedata
from functools import cache

LATIN = "LATIN"
_NAMES = {
    "Hans": {"CJK"},
    "Hant": {"CJK", "BOPOMOFO"},
    "Hani": {"CJK"},
    "Jpan": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    "Kore": {"HANGUL", "CJK"},
    "Beng": {"BENGALI"},
    "Orya": {"ORIYA"},
    "Cans": {"CANADIAN"},
    "Ethi": {"ETHIOPIC"},
    "Nkoo": {"NKO"},
}
_NO_SCRIPT = {"MICRO", "MODIFIER", "FEMININE", "MASCULINE", "DEGREE", "DOUBLE-STRUCK", "OHM"}


@cache
def of(character: str) -> str:
    """The script of a letter, by the first word of its name; empty for what is no letter."""
    if not character.isalpha():
        return ""
    first = unicodedata.name(character, "").split(" ")[0]
    if first in ("FULLWIDTH", "HALFWIDTH"):
        first = unicodedata.name(character).split(" ")[1]
    return "" if first in _NO_SCRIPT else first


@cache
def script_code(lang: str) -> str:
    """The script that a language is written in, as CLDR has it: `Latn`, also where it has none."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    parts = lang.split("-")
    given = next((part for part in parts[1:] if len(part) == 4), "")
    likely = get_global("likely_subtags")
    for key in ("_".join(parts), parts[0]):
        if not given and key in likely:
            given = next(part for part in likely[key].split("_") if len(part) == 4)
    if given:
        return given
    try:
        return Locale.parse(parts[0]).script or "Latn"
    except (ValueError, UnknownLocaleError):
        return "Latn"


@cache
def expected(lang: str) -> frozenset[str]:
    """The scripts of a language, named as `of` names them."""
    from babel import Locale

    code = script_code(lang)
    if code in _NAMES:
        return frozenset(_NAMES[code])
    name = Locale("en").scripts.get(code, "Latin")
    return frozenset({name.upper().split(" ")[0]})
