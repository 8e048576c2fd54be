"""Know fractions, and say that of a mixed number after its noun: deux comprimés et demi."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from ..quantities.quantity import Quantity
from .numbers import spell_fraction, spell_whole
from .word_pattern import SIGN, compile_words
from .written import Saying, WrittenText, stands_after

_FRACTION = re.compile(
    r"(?:\d+[ \u00a0\u2009]?)?[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
    r"|(?:\d+[ \u00a0\u2009-])?\d{1,2}[/⁄]\d{1,2}"
)

_SCORE = re.compile(r"(\d{1,2})[/⁄](\d{1,2})")
_PAIR = re.compile(r"(?!1[89]\d\d|20\d\d)(\d{1,4})[-–](\d{1,3})")
"""Two numbers, the first of which is no year."""
_SCHEME = re.compile("[\\d–½¼¾/-]+")
_NEAR = 80
"""Characters before a fraction, in which what it is a part of is looked for."""
_ALTERNATIVE = re.compile(r"\|(?![^(]*\))")
"""Between the words of a list, and not of a group in it."""


def is_fraction(written: WrittenText, number: Quantity) -> bool:
    """Whether a number is written as a common fraction or a mixed number."""
    text = written.text[slice(*number.span)]
    is_decimal = re.fullmatch(r"(\d+)[/⁄]\d+", text) and (
        number.value >= 1 or int(re.split("[/⁄]", text)[0]) == 0
    )
    return bool(_FRACTION.fullmatch(text) and not is_decimal)


def spell_as_written(
    written: WrittenText, number: Quantity, form: str, case: str, *, joined: bool
) -> str:
    """A fraction in words; by `score` of [fractions] one of tenths or that is not in lowest terms,
    so that 8/10 is not said as four fifths; or one before the people of `score-nouns`.
    """
    data, language = written.data("fractions"), written.language
    found = _SCORE.fullmatch(written.text[slice(*number.span)])
    score = str(data.get("score", ""))
    if not (found and score) or joined:
        return spell_fraction(number.value, language, form, case, joined=joined)
    above, below = map(int, found.groups())
    counted = compile_words(
        rf"[ \u00a0](?:{written.pattern('fractions', 'score-nouns')})(?!{SIGN})"
    )
    is_score = below == 10 or counted.match(written.text, number.end)
    if above == 1 or (below == number.value.denominator and not is_score):
        return spell_fraction(number.value, language, form, case)
    below_form = str(data.get("score-form", ""))
    return score.format(spell_whole(above, language), spell_whole(below, language, below_form))


def find_mixed(written: WrittenText, number: Quantity) -> str:
    """How a mixed number written as a fraction is said around what it counts, or nothing."""
    whole, part = divmod(number.value, 1)
    if not whole or not is_fraction(written, number):
        return ""
    mixed = written.data("fractions").get("mixed-noun", "")
    key = f"{part.numerator}/{part.denominator}"
    return str(mixed.get(key, "") if isinstance(mixed, Mapping) else mixed)


def read_half(
    written: WrittenText, value: Fraction, stop: int, form: str, unit: str
) -> tuple[int, str]:
    """Where a mixed number ends, with its noun, and what is said after both, by `after` of
    [fractions]; nothing where the fraction is said beside its whole number. `stop`: the end of its
    unit.
    """
    data = written.data("fractions")
    whole, part = divmod(value, 1)
    gender = form.partition("-")[0]
    after = {**data.get("after", {}), **data.get(f"after-{gender}", {})}
    words = str(after.get(f"{part.numerator}/{part.denominator}", "")) if whole else ""
    if not words or unit:
        return stop, "" if unit in data.get("beside", ()) else words
    nouns = "|".join(written.pattern("fractions", key) for key in ("noun", "nouns")[whole > 1 :])
    noun = compile_words(rf"[ \u00a0](?:{nouns})\b").match(written.text, stop)
    return (noun.end(), words) if noun else (stop, "")


def say_noun(written: WrittenText, span: tuple[int, int], value: Fraction) -> str:
    """The noun that a half follows, as one more than its whole number has it: 1 1/2 horas is one
    hour and a half.
    """
    noun = written.text[slice(*span)]
    if not 1 < value < 2:
        return noun
    data, word = written.data("fractions"), noun.strip(" \u00a0")
    lists = (_ALTERNATIVE.split(str(data.get(key, ""))[3:-1]) for key in ("noun", "nouns"))
    for one, several in zip(*lists, strict=True):
        if re.fullmatch(several, word):
            return noun.replace(
                word, re.sub(rf"^{several.partition('(')[0]}", one.partition("(")[0], word)
            )
    return noun


def find_antecedent(written: WrittenText, number: Quantity, has_noun: bool) -> str:
    """The form of a fraction that stands alone, by the noun before that it is a part of: Spanish la
    pastilla … tome 1/2. By `antecedents` of [fractions], and `alone`: words after it that are none
    of what it counts.
    """
    data = written.data("fractions")
    forms = data.get("antecedents", {})
    is_alone = not has_noun or compile_words(written.pattern("fractions", "alone")).match(
        written.text, number.end
    )
    if not (forms and is_alone and number.value < 1 and is_fraction(written, number)):
        return ""
    nouns = "|".join(f"(?P<f{index}>{words})" for index, words in enumerate(forms.values()))
    pattern = compile_words(rf"(?<!{SIGN})(?:{nouns})(?!{SIGN})")
    found = [*pattern.finditer(written.text, max(0, number.start - _NEAR), number.start)]
    return [*forms][int(str(found[-1].lastgroup)[1:])] if found else ""


def read_pair(written: WrittenText, start: int, end: int) -> str:
    """By `pair` of [signs], how two numbers with a hyphen are said that fall: the number of a table
    or of a room, 2-1.
    """
    found = _PAIR.fullmatch(written.text, start, end)
    data = written.data("signs")
    if not found or stands_after(written, data.get("pair-not"), start):
        return ""
    is_pair = int(found[1]) > int(found[2])
    return str(data.get("pair", "")) if is_pair else ""


def say_scheme(
    written: WrittenText, lows: Sequence[tuple[int, str]], last: Saying, end: int
) -> Saying | None:
    """Three numbers or more with hyphens between: how much to take in the morning, at noon, in the
    evening, 1-0-1; when each of several doses is due, 0-1-6 months. `lows`: where each but the last
    begins, and its words; `last` is said with its unit, its digits end at `end`.
    """
    if len(lows) < 2 or not _SCHEME.fullmatch(written.text, lows[0][0], end):
        return None
    between = str(written.data("phones").get("between", ", "))
    return Saying(lows[0][0], last.end, between.join([*(words for _, words in lows), last.words]))
