"""Write numbers, grades, formulas and names of languages as people read them in the report."""

from __future__ import annotations

from ...languages import load
from ..formulas import Formula
from ..score import Grade

NOTHING = "–"
"""Where there is no number."""
_MEASURES = {
    "percent-1-syllable": "percent of words with one syllable",
    "percent-3-syllables-or-more": "percent of words with three or more syllables",
    "percent-4-syllables-or-more": "percent of words with four or more syllables",
    "percent-over-6-letters": "percent of words with more than six letters",
    "smog-root": "√(30 × words with three or more syllables ÷ sentences)",
}


def format_count(number: int) -> str:
    """A count, with its thousands apart."""
    return f"{number:,}"


def format_decimal(number: float | None) -> str:
    """A number with one decimal and a true minus sign."""
    if number is None:
        return NOTHING
    text = f"{number:.1f}"
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", "−")


def format_grade(grade: Grade | None) -> str:
    """A grade; one of a text that is too short for its scale says so."""
    if grade is None:
        return NOTHING
    return format_decimal(grade.value) if grade.fits else f"{format_decimal(grade.value)}, short"


def format_band(grade: Grade | None) -> str:
    """What a grade could be: `3.8 to 4.1`; one number where both would be written alike."""
    if grade is None:
        return NOTHING
    low, high = map(format_decimal, sorted((grade.easiest, grade.hardest)))
    return low if low == high else f"{low} to {high}"


def format_percent(part: int, of: int) -> str:
    """A share in percent; of nothing, nothing."""
    return f"{100 * part / of:.1f} %" if of else NOTHING


def format_plural(number: int, noun: str) -> str:
    """`1 sentence`, `2 sentences`; a regular noun may be given in either number."""
    singular = noun.removesuffix("s")
    return f"{format_count(number)} {singular if number == 1 else f'{singular}s'}"


def format_distance(distance: float | None) -> str:
    """Which side of a target a text is on, and how far."""
    if distance is None:
        return NOTHING
    size = format_decimal(abs(distance))
    if size == "0.0":
        return "on target"
    return f"{size} {'easier' if distance > 0 else 'harder'}"


def format_target(formula: Formula) -> str:
    """`at most 6`, `at least 55`."""
    bound = "at most" if formula.lower_is_easier else "at least"
    return f"{bound} {formula.target:g}"


def name_language(tag: str) -> str:
    """The English name of a language."""
    return load(tag).english_name


def format_sentence(message: str) -> str:
    """A message as a sentence: with a capital letter, and a full stop where it has no end."""
    text = f"{message[:1].upper()}{message[1:]}"
    return text if text.endswith((".", "!", "?")) else f"{text}."


def write_formula(formula: Formula) -> str:
    """What is added comes first, the constant last: `0.39 × words per sentence + … − 15.59`."""
    ordered = sorted(formula.terms, key=lambda term: (term[1] < 0, term[0] == "constant"))
    text = ""
    for name, coefficient in ordered:
        size = f"{abs(coefficient):.10g}"
        term = size if name == "constant" else _MEASURES.get(name, name.replace("-", " "))
        if name != "constant" and size != "1":
            term = f"{size} × {term}"
        sign = "−" if coefficient < 0 else "+"
        if text:
            text += f" {sign} {term}"
        else:
            text = f"−{term}" if coefficient < 0 else term
    return text
