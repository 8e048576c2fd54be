"""Read what the number words of a language say, from its data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from ..languages import Language
from .language_data import read_words
from .normalize import fold_text

_NAME = re.compile(
    r"(?P<role>[x/#+]?)(?P<value>-?\d+(?:[/.]\d+)?)(?:@(?P<unit>[\w[\]-]*))?"
    r"(?:=(?P<also>\d+))?"
)

Role = str
"""Empty for a plain number; `x` multiplies (hundred), `/` is a part (third), `#` an ordinal,
`+` is added to the number after it (Hindi साढ़े); `d` is written with digits."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a word says of a number."""

    value: Fraction
    role: Role = ""
    sure: bool = True
    unit: str = ""
    """Where the word names what it counts, too: Korean 사흘, three days."""
    guessed: bool = False
    """Whether it is known by its ending alone."""
    also: Fraction | None = None
    """What it may stand for as well: Spanish quince días, two weeks."""


@cache
def read_forms(language: Language) -> Mapping[str, Form]:
    """The number words of a language, folded; none where it has no data."""
    forms: dict[str, Form] = {}
    for word, name in read_words(language, "numbers", "words"):
        parts = _NAME.fullmatch(name)
        if parts is None:
            raise ValueError(f"{language.tag}: {name!r} is no number")
        form = Form(
            value=Fraction(parts["value"]),
            role=parts["role"],
            sure=not word.startswith("~"),
            unit=parts["unit"] or "",
            also=Fraction(parts["also"]) if parts["also"] else None,
        )
        forms.setdefault(word.removeprefix("~"), form)
    return forms


@lru_cache(maxsize=4096)
def read_number_word(word: str, language: Language) -> Fraction | None:
    """The whole number that one word surely says by itself; nothing where it says none."""
    form = read_forms(language).get(fold_text(word))
    if form is None or form.role or form.unit or not form.sure or form.value.denominator != 1:
        return None
    return form.value
