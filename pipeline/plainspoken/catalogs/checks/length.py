"""Rule length: no sentence was lost or made up."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from ...quantities.normalize import split_sentences
from .context import Pair

_USUAL = 1.1
"""Characters of a translation for one of English, where a language's data does not say."""
_SHORT = 100
"""Characters: of a shorter text, a name that is given in both scripts is a large part."""
_MANY, _LONG = 4, 60
"""A short text may need several times as many words, but not for a whole paragraph."""


@define_rule(
    "length",
    "warning",
    source="Wash your hands. Use soap and warm water. Dry them with a clean towel.",
    wrong="Lávese las manos.",
    right="Lávese las manos. Use jabón y agua tibia. Séquelas con una toalla limpia.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A translation is far shorter or longer than usual.

    A translation with half as many sentences as its text, or twice as many, that is also far
    shorter or longer than translations into its language usually are.
    """
    source, target = pair.source.text, pair.target.text
    usual = _read_usual_ratio(pair.language) / _read_usual_ratio(pair.facts.source_language)
    ratio = len(target) / max(1.0, len(source) * usual)
    if len(source) < 30 or not target.strip():
        if ratio > _MANY and len(target) > _LONG * usual:
            message = "the translation is many times longer than the text"
            yield Draft(message, "See that nothing was added.")
        return
    ours, theirs = len(split_sentences(source)), len(split_sentences(target))
    counts = f"the text has {ours} sentences, the translation has {theirs}"
    if ours >= theirs * 2 and ratio < (0.6 if ours >= 3 else 0.4):
        yield Draft(f"{counts} and is far shorter", "See that nothing is missing.")
    elif theirs >= ours * 2 and theirs >= 3 and ratio > (1.8 if len(source) > _SHORT else 2.2):
        yield Draft(f"{counts} and is far longer", "See that nothing was added.")
    elif not 0.4 < ratio < 2.2:
        message = f"the translation is far {'shorter' if ratio < 1 else 'longer'} than usual"
        yield Draft(message, "See that nothing is missing or added.", "info")


def _read_usual_ratio(language: Language) -> float:
    return float(language.table("checks", "length").get("ratio", _USUAL))
