"""Check length: no sentence was lost or made up."""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import find_language
from ...quantities.normalize import split_sentences
from .context import Draft, Pair

_USUAL = 1.1
"""Characters of a translation for one of English, where a language's data does not say."""
_MANY, _LONG = 4, 60
"""A short text may need several times as many words, but not for a whole paragraph."""


def check(pair: Pair) -> Iterator[Draft]:
    """A translation that is much shorter or longer than its language's usually are."""
    source, target = pair.source.text, pair.target.text
    usual = _usual(pair.lang) / _usual(pair.facts.source_lang)
    ratio = len(target) / max(1.0, len(source) * usual)
    if len(source) < 30 or not target.strip():
        if ratio > _MANY and len(target) > _LONG * usual:
            what = "the translation is many times longer than the text"
            yield Draft(what, "See that nothing was added.", "warning")
        return
    ours, theirs = len(split_sentences(source)), len(split_sentences(target))
    if ours >= theirs * 2 and ratio < (0.6 if ours >= 3 else 0.4):
        what = f"the text has {ours} sentences, the translation has {theirs} and is far shorter"
        yield Draft(what, "See that nothing is missing.", "warning")
    elif theirs >= ours * 2 and theirs >= 3 and ratio > 1.8:
        what = f"the text has {ours} sentences, the translation has {theirs} and is far longer"
        yield Draft(what, "See that nothing was added.", "warning")
    elif not 0.4 < ratio < 2.2:
        what = f"the translation is far {'shorter' if ratio < 1 else 'longer'} than usual"
        yield Draft(what, "See that nothing is missing or added.", "info")


def _usual(lang: str) -> float:
    return float(
        find_language(lang)
        .table("checks", "length")
        .get("ratio", _USUAL if lang[:2] != "en" else 1.0)
    )
