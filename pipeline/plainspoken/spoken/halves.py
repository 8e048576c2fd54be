"""Say the half of a mixed number after its noun: deux comprimés et demi, 2½ comprimés."""

from __future__ import annotations

from fractions import Fraction

from .written import Saying, WrittenText, compile_words


def read_half(
    written: WrittenText, value: Fraction, span: tuple[int, int], form: str, unit: str
) -> tuple[int, str]:
    """Where a mixed number ends, with its noun, and what is said after both, by `after` of
    [fractions]; nothing where the fraction is said beside its whole number. `span`: from the end
    of its digits to that of its unit.
    """
    data = written.data("fractions")
    whole, part = divmod(value, 1)
    gender = form.partition("-")[0]
    after = {**data.get("after", {}), **data.get(f"after-{gender}", {})}
    words = str(after.get(f"{part.numerator}/{part.denominator}", "")) if whole else ""
    if not words or unit:
        return span[1], words
    nouns = data.get("noun" if whole == 1 else "nouns", "(?!)")
    noun = compile_words(rf"[ \u00a0](?:{nouns})\b").match(written.text, span[1])
    return (noun.end(), words) if noun and span[0] == span[1] else (span[1], "")


def say_scheme(written: WrittenText, numbers: list[tuple[int, int, str]]) -> Saying | None:
    """Three numbers or more with hyphens between: how much to take in the morning, at noon, in the
    evening, 1-0-1.
    """
    start, end = numbers[0][0], numbers[-1][1]
    if len(numbers) < 3 or not set(written.text[start:end]) <= set("0123456789-–½¼¾/"):
        return None
    return Saying(start, end, ", ".join(words for _, _, words in numbers))
