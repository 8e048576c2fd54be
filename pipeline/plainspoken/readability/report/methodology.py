"""Write a formula as people write it."""

from __future__ import annotations

from ..formulas import Formula

_MEASURES = {
    "words-per-sentence": "words per sentence",
    "sentences-per-word": "sentences per word",
    "syllables-per-word": "syllables per word",
    "letters-per-word": "letters per word",
    "percent-1-syllable": "percent of words with one syllable",
    "percent-3-syllables-or-more": "percent of words with three or more syllables",
    "percent-4-syllables-or-more": "percent of words with four or more syllables",
    "percent-over-6-letters": "percent of words with more than six letters",
    "smog-root": "√(30 × words with three or more syllables ÷ sentences)",
}


def write_formula(formula: Formula) -> str:
    """What is added comes first, the constant last: `0.39 × words per sentence + … − 15.59`."""
    ordered = sorted(formula.terms, key=lambda term: (term[1] < 0, term[0] == "constant"))
    text = ""
    for name, coefficient in ordered:
        size = f"{abs(coefficient):.10g}"
        term = size if name == "constant" else _MEASURES.get(name, name)
        if name != "constant" and size != "1":
            term = f"{size} × {term}"
        sign = "−" if coefficient < 0 else "+"
        if text:
            text += f" {sign} {term}"
        else:
            text = f"−{term}" if coefficient < 0 else term
    return text
