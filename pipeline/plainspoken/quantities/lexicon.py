"""Read the number words of a language from its data, and look words up in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, partial

from ..languages import Language
from .language_data import NEVER, match_any, read_pattern
from .normalize import compile_pattern, find_words, fold_text
from .number_forms import Form, read_forms
from .number_words import NumberBuilder


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All number words of a language; `[numbers]` in `en/quantities.toml` explains the keys."""

    forms: Mapping[str, Form]
    longest: int
    """In words."""
    heads: frozenset[str] | None
    """The first words of those of several; None where a word may bear a prefix."""
    joiner: re.Pattern[str]
    always_joined: bool
    """Whether words that are added are never without it: Arabic 100 ثانية is no 102."""
    linker: re.Pattern[str]
    """What may stand before a word that multiplies: Tagalog apat na libo."""
    part: re.Pattern[str]
    """A part of a number that is written as one word."""
    compound: re.Pattern[str] | None
    """Such a number."""
    link: str
    tail: re.Pattern[str]
    tail_units: tuple[tuple[str, str], ...]
    """Parts of tails that name a unit."""
    prefix: re.Pattern[str]
    conjunction: str
    idioms: re.Pattern[str]
    spaced: bool
    point: str
    """What stands between a whole number and its decimals, where no blanks stand."""
    unaccented: bool
    """Whether accents are written by some only: Tagalog isá."""
    begins_word: bool
    dual: re.Pattern[str]
    ordinal_tens: bool
    """Whether tens are ordinals too: Polish dwudziesty pierwszy, twentieth first."""
    never_alone: frozenset[str]
    between: re.Pattern[str]
    """What stands between the two ends of a range."""
    counters: re.Pattern[str]
    """What is counted, after a number."""
    alone: re.Pattern[str] | None
    """What must follow a number of one sign, which else is a part of a word."""


@cache
def read_lexicon(language: Language) -> Lexicon:
    """The number words of a language; none where it has no data."""
    numbers = language.table("quantities", "numbers")
    read = partial(read_pattern, language, "numbers")
    forms = read_forms(language)
    link = fold_text(numbers.get("link", ""))
    spaced = not numbers.get("unspaced", False)
    parts = match_any(form for form in forms if " " not in form)
    parts += f"|{re.escape(link)}" if link else ""
    words = [[found[0] for found in find_words(form)] for form in forms]
    return Lexicon(
        forms=forms,
        longest=max((form.count(" ") + 1 for form in forms), default=0),
        heads=None if numbers.get("prefixes") else frozenset(w[0] for w in words if len(w) > 1),
        joiner=read("joiner"),
        always_joined=bool(numbers.get("always_joined")),
        linker=read("linker"),
        part=re.compile(parts),
        compound=re.compile(f"(?:{parts}){{{2 if spaced else 1},12}}")
        if numbers.get("compound")
        else None,
        link=link,
        tail=read("tails"),
        tail_units=tuple(numbers.get("tail_units", {}).items()),
        prefix=read("prefixes"),
        conjunction=fold_text(numbers.get("conjunction", "")),
        idioms=compile_pattern("|".join(numbers.get("idioms", ())) or NEVER),
        spaced=spaced,
        point="" if spaced else str(numbers.get("point", "")),
        unaccented=bool(numbers.get("unaccented")),
        begins_word=bool(numbers.get("begins_word")),
        dual=read("dual"),
        ordinal_tens=bool(numbers.get("ordinal_tens")),
        never_alone=frozenset(numbers.get("never_alone", "").split()),
        between=read("range"),
        counters=read("counters", r"[ \u00a0]?{}"),
        alone=read("counters", r"[ \u00a0]?{}") if numbers.get("needs_counter") else None,
    )


def find_form(lexicon: Lexicon, word: str) -> Form | None:
    """What a word says, alone or with a tail."""
    if form := lexicon.forms.get(word) or _read_compound(lexicon, word):
        return form
    if (tail := lexicon.tail.search(word)) and tail.start():
        head = word[: tail.start()]
        form = lexicon.forms.get(head) or _read_compound(lexicon, head)
        if form and form.role in ("", "/"):
            named = [(tail[0].find(part), u) for part, u in lexicon.tail_units if part in tail[0]]
            unit = min(named)[1] if named else form.unit
            return replace(form, sure=form.value != 1, unit=unit)
    if lexicon.dual.fullmatch(word):
        return Form(Fraction(2), sure=False, guessed=True)
    return None


def _split_compound(lexicon: Lexicon, word: str) -> list[str]:
    """The parts of a compound, the first as long as can be: einhundert-eins has no hunderte."""
    for end in range(len(word), 0, -1):
        head = word[:end]
        if head in lexicon.forms or head == lexicon.link:
            rest = _split_compound(lexicon, word[end:])
            if rest or end == len(word):
                return [head, *rest]
    return []


def _is_fraction(form: Form) -> bool:
    """Whether a part of a word is a fraction, which is added without and: neun-einhalb."""
    return not form.role and 0 < form.value < 1


def _read_compound(lexicon: Lexicon, word: str) -> Form | None:
    """A number of several parts in one word: fünfundzwanzig, zweihundert."""
    if lexicon.compound is None or not lexicon.compound.fullmatch(word):
        return None
    number: NumberBuilder | None = None
    joined = False
    for part in _split_compound(lexicon, word):
        if part == lexicon.link:
            joined = True
            continue
        form = lexicon.forms[part]
        if number is None:
            number = NumberBuilder(form)
        elif not number.add(form, joined or _is_fraction(form), units_first=joined):
            return None
        joined = False
    return Form(number.value, "#" if number.ordinal else "") if number else None
