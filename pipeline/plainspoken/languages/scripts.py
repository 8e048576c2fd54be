"""Which script a letter belongs to, and which script a language is written in (ISO 15924)."""

from __future__ import annotations

import unicodedata
from functools import cache

LATIN = "LATIN"
_DEFAULT = "Latn"
CODE_LENGTH = 4
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
"""How Unicode's names of letters call scripts, where CLDR's English names of them differ."""
_NO_SCRIPT = {"MICRO", "MODIFIER", "FEMININE", "MASCULINE", "DEGREE", "DOUBLE-STRUCK", "OHM"}


@cache
def find_script(character: str) -> str:
    """The script of a letter, by the first word of its name; empty for what is no letter."""
    if not character.isalpha():
        return ""
    words = unicodedata.name(character, "").split(" ")
    if words[0] in ("FULLWIDTH", "HALFWIDTH"):
        words = words[1:]
    return "" if words[0] in _NO_SCRIPT else words[0]


@cache
def script_code(tag: str) -> str:
    """The script of a tag, stated or likely (UTS #35, likely subtags); else `Latn`."""
    from babel.core import get_global

    subtags = tag.split("-")
    language = get_global("language_aliases").get(subtags[0], subtags[0])
    known = get_global("likely_subtags")
    likely = known.get("_".join(subtags)) or known.get(language, "")
    return _find_code(subtags[1:]) or _find_code(likely.split("_")) or _DEFAULT


def _find_code(subtags: list[str]) -> str:
    return next((subtag for subtag in subtags if len(subtag) == CODE_LENGTH), "")


@cache
def list_scripts(code: str) -> frozenset[str]:
    """The scripts of a code, named as `find_script` names them: Japanese is written in four."""
    from babel import Locale

    if code in _NAMES:
        return frozenset(_NAMES[code])
    name = Locale("en").scripts.get(code, "Latin")
    return frozenset({name.upper().split(" ")[0]})
