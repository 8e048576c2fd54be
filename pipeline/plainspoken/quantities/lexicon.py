"""The number words of a language, as its data file lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from ..languages import find_language
from .normalize import compile_pattern, fold_text
from .word_lists import read_word_lists

Role = str
"""Empty for a plain number; `x` multiplies (hundred), `/` is a part (third), `#` an ordinal,
`+` is added to the number after it (Hindi साढ़े); `d` is written with digits."""
_NAME = re.compile(
    r"(?P<role>[x/#+]?)(?P<value>-?\d+(?:[/.]\d+)?)(?:@(?P<unit>[\w-]*))?"
    r"(?:=(?P<also>\d+))?"
)


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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All number words of a language and how they go together."""

    forms: Mapping[str, Form]
    longest: int
    """How many words the longest form has."""
    joiner: re.Pattern[str]
    """What may stand between the words of one number: and."""
    compound: re.Pattern[str] | None
    """The parts of a number that is written as one word."""
    link: str
    """What joins such parts: und."""
    tail: re.Pattern[str] | None
    """What follows a number in one word: -mal, -недельный."""
    prefix: re.Pattern[str] | None
    """What is written together with the word after it: Arabic و, ب."""
    conjunction: str
    """The prefix that means and."""
    idioms: re.Pattern[str] | None
    """Where number words say no number."""
    spaced: bool
    """Whether words are written apart."""
    begins_word: bool
    """Whether a number begins where a word does, although its end may not be one."""
    dual: re.Pattern[str] | None
    """Words whose form may say two: Arabic قيمتين."""
    never_alone: frozenset[str]
    """Forms that are numbers only beside others."""
    alone: re.Pattern[str] | None
    """What must follow a number of one sign, which else is a part of a word."""


@cache
def read_lexicon(tag: str) -> Lexicon:
    """The number words of a language; none where it has no data."""
    numbers = find_language(tag).table("quantities", "numbers")
    forms = _forms(tag)
    link = fold_text(numbers.get("link", ""))
    spaced = not numbers.get("unspaced", False)
    counted = numbers.get("counters") if numbers.get("needs_counter") else None
    return Lexicon(
        forms=forms,
        longest=max((form.count(" ") + 1 for form in forms), default=0),
        joiner=compile_pattern(numbers.get("joiner", r"(?!)")),
        compound=_compound(forms, link, spaced) if numbers.get("compound") else None,
        link=link,
        tail=_pattern(numbers.get("tails", "")),
        prefix=_pattern(numbers.get("prefixes", "")),
        conjunction=fold_text(numbers.get("conjunction", "")),
        idioms=_pattern("|".join(numbers.get("idioms", ()))),
        spaced=spaced,
        begins_word=bool(numbers.get("begins_word")),
        dual=_pattern(numbers.get("dual", "")),
        never_alone=frozenset(numbers.get("never_alone", "").split()),
        alone=None if counted is None else compile_pattern(rf"[ \u00a0]?(?:{counted})"),
    )


def find_form(read_lexicon: Lexicon, word: str) -> Form | None:
    """What a word says, alone or with a tail."""
    if (form := read_lexicon.forms.get(word)) is not None:
        return form
    if read_lexicon.compound and (form := _compounded(read_lexicon, word)):
        return form
    if read_lexicon.tail and (tail := read_lexicon.tail.search(word)) and tail.start():
        head = word[: tail.start()]
        form = read_lexicon.forms.get(head) or (
            read_lexicon.compound and _compounded(read_lexicon, head)
        )
        if form and form.role in ("", "/"):
            return replace(form, sure=form.value != 1)
    if read_lexicon.dual and read_lexicon.dual.fullmatch(word):
        return Form(Fraction(2), sure=False, guessed=True)
    return None


def _compounded(read_lexicon: Lexicon, word: str) -> Form | None:
    """A number of several parts in one word: fünfundzwanzig, zweihundert."""
    from .number_words import NumberBuilder

    if read_lexicon.compound is None or not read_lexicon.compound.fullmatch(word):
        return None
    parts = sorted((form for form in read_lexicon.forms if " " not in form), key=len, reverse=True)
    tokens = re.findall(
        "|".join(map(re.escape, [*parts, *filter(None, [read_lexicon.link])])), word
    )
    if "".join(tokens) != word:
        return None
    sum_: NumberBuilder | None = None
    joined = False
    for token in tokens:
        if token == read_lexicon.link:
            joined = True
            continue
        form = read_lexicon.forms[token]
        if sum_ is None:
            sum_ = NumberBuilder(form)
        elif not sum_.take(form, joined, units_first=joined):
            return None
        joined = False
    if sum_ is None:
        return None
    return Form(sum_.value, "#" if sum_.ordinal else "")


def _forms(tag: str) -> dict[str, Form]:
    found: dict[str, Form] = {}
    for name, forms in read_word_lists(tag, "numbers", "words"):
        parts = _NAME.fullmatch(name)
        if parts is None:
            raise ValueError(f"{tag}: {name!r} is no number")
        value = Fraction(parts["value"])
        for form in forms:
            word = fold_text(form.removeprefix("~"))
            also = Fraction(parts["also"]) if parts["also"] else None
            sure, unit = not form.startswith("~"), parts["unit"] or ""
            known = Form(value, parts["role"], sure, unit, also=also)
            found.setdefault(word, known)
    return found


def _compound(forms: Mapping[str, Form], link: str, spaced: bool) -> re.Pattern[str]:
    parts = sorted((form for form in forms if " " not in form), key=len, reverse=True)
    either = "|".join(map(re.escape, [*parts, *filter(None, [link])]))
    return re.compile(f"(?:{either}){{{2 if spaced else 1},12}}")


def _pattern(expression: str) -> re.Pattern[str] | None:
    return compile_pattern(expression) if expression else None
