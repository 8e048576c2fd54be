"""Say a plus after a number: 65+ years, sixty-five years and over."""

from __future__ import annotations

from collections.abc import Iterator

from .amounts import count_unit
from .numbers import spell_whole
from .word_pattern import SIGN, compile_words
from .written import Saying, WrittenText


def say_and_over(written: WrittenText) -> Iterator[Saying]:
    """By [over], around the word for years, or another noun that follows."""
    data = written.data("over")
    if not data or "+" not in written.text:
        return
    years, nouns = (written.pattern("over", key) for key in ("years", "nouns"))
    pattern = compile_words(
        rf"(?<!{SIGN})(?<![.,/+:-])(\d{{2,3}})\+(?!{SIGN}|[+/=-]|[ \u00a0]\d)"
        rf"(?:(?P<gap>[ \u00a0]?)(?:(?P<years>{years})|(?P<noun>{nouns}))(?!{SIGN}))?"
    )
    for found in pattern.finditer(written.text):
        number = int(found[1])
        spelled = spell_whole(number, written.language)
        framed = str(data.get("pattern" if found["years"] or found["noun"] else "alone", ""))
        if found["years"]:
            spelled = count_unit(written, number, "duration-year", "")
        elif found["noun"]:
            spelled = f"{spelled}{found['gap'] or written.gap}{found['noun']}"
        if framed:
            yield Saying(*found.span(), framed.format(spelled))
