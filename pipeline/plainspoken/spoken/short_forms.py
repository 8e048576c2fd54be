"""Say short forms as their language has them: e.g., and/or; Main St., Hauptstr."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..languages import Language
from .unit_symbols import read_per
from .word_pattern import SIGN, WordPattern, compile_words
from .written import Saying, WrittenText, find_table_before

_SPACE = re.compile("[ \u00a0\u2009\u202f]")
"""Any that short forms are written with."""
_AFTER_NUMBER = re.compile(r"[\d½¼¾⅓-⅞][ \u00a0\u202f]?$")


def say_short_forms(written: WrittenText) -> Iterator[Saying]:
    """Short forms of [short-forms], as they are written: `e.g.`, `vs.`, `and/or`; before them
    those that only what is around them tells, by [short-patterns]: `12 Main St.`
    """
    for pattern, words in written.data("short-patterns").items():
        for found in compile_words(str(pattern)).finditer(written.text):
            group = "said" if "said" in found.groupdict() else 0
            if read_per(written, found.start(group))[1]:
                continue  # 5 mg/tablet
            yield Saying(*found.span(group), found.expand(str(words)))
    forms = written.data("short-forms")
    for found in _match_short_forms(written.language).finditer(written.text):
        form = _SPACE.sub(" ", found[0])
        key = form if form in forms else form.lower()
        before = written.text[: found.start()]
        short = found[0].rstrip(".")
        is_unit = short in _list_symbols(written.language)
        is_known = is_unit or _is_part_of_day(written, short) or _is_counted(written, key)
        if is_known and _AFTER_NUMBER.search(before):
            continue  # German 20 Min. is no short form of mindestens
        if before.endswith("/") and is_unit:
            continue  # 80 beats/min. at the end of a sentence
        yield Saying(*found.span(), _decline_short_form(written, found.start(), key))


@cache
def _list_symbols(language: Language) -> frozenset[str]:
    """The symbols of units and money."""
    units, money = language.table("spoken", "units"), language.table("spoken", "money")
    return frozenset({*units.get("symbols", ()), *money.get("signs", ())})


def _decline_short_form(written: WrittenText, start: int, key: str) -> str:
    """What is said for a short form, by [short-forms-after] in the case that the words before it
    want: Polish przy ul., przy ulicy.
    """
    declined = find_table_before(written, start, written.data("short-forms-after"))
    return str(declined.get(key) or written.data("short-forms")[key])


def _is_counted(written: WrittenText, form: str) -> bool:
    """Whether a short form is one of a noun that a number changes: 2 c. à soupe."""
    nouns = written.data("counted").values()
    return any(compile_words(str(noun["written"])).fullmatch(form) for noun in nouns)


def _is_part_of_day(written: WrittenText, text: str) -> bool:
    """Whether a text after a number makes it a time: Arabic 9:15 ص."""
    parts = written.data("times").get("parts", {})
    return any(compile_words(pattern).fullmatch(text) for pattern in parts)


@cache
def _match_short_forms(language: Language) -> WordPattern:
    forms = sorted(language.table("spoken", "short-forms"), key=lambda form: (-len(form), form))
    patterns = {form: re.escape(form).replace("\\ ", _SPACE.pattern) for form in forms}
    exact = "|".join(
        f"(?i:{pattern})" if form.islower() else pattern for form, pattern in patterns.items()
    )
    return WordPattern(
        rf"(?<!{SIGN})(?<!{SIGN}\.)(?:{exact or '(?!)'})(?!{SIGN})(?!(?<=(?<!\w)\w\.)\.\.)"
    )
