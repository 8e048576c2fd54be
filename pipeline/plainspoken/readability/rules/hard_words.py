"""hard-word: a word or phrase for which an everyday one will do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...languages import load
from .clauses import grammar
from .definitions import explained
from .inflection import fitting, inflection, pairs
from .model import Draft, Text, draft_at
from .phrases import Hit, Index, find, in_code, in_quotes, index
from .rewrite_guard import same_facts
from .rewriting import with_words

_Easy = tuple[str, Mapping[str, str]]
"""The easy word, and its forms that fit the hard word's form, by their names."""


def check(text: Text) -> Iterator[Draft]:
    """Remark on each hard word that is no known term, no name, and not itself explained."""
    phrases = _index(text.facts.lang, text.facts.own_words)
    found = [*find(text, phrases), *_with_pronoun(text, phrases)]
    hits = [hit for hit in found if hit.said[0] and _may_change(text, hit)]
    if not hits:
        return
    apart = in_code(text) | in_quotes(text)
    for hit in hits:
        if hit.first in apart or explained(text, hit.first, hit.last):
            continue
        easy, options = hit.said
        said = fitting(options, text, hit.first)
        hard = text.shown(hit.first, hit.last)
        if not same_facts(hard, said or easy, text.facts):
            hint = "Say it in everyday words, and change no number and no denial."
            yield draft_at(text, hit.first, hit.last, f"“{hard}” is a hard word", hint)
            continue
        message = f"“{hard}” is harder than “{said or easy}”"
        fits = said and easy not in text.facts.listed("unsure") and _ends_well(text, hit.last, easy)
        instead = with_words(text, hit.first, hit.last, said) if fits else ()
        hint = f"Write “{said or easy}”."
        yield draft_at(text, hit.first, hit.last, message, hint, instead=instead)


def _ends_well(text: Text, last: int, easy: str) -> bool:
    """Whether an easy phrase that goes last in its part of a clause would do so."""
    if easy not in text.facts.listed("at-the-end") or not text.gap(last).isspace():
        return True
    return last + 1 < len(text.lower) and text.lower[last + 1] in grammar(text.facts.lang).small


def _with_pronoun(text: Text, phrases: Index[_Easy]) -> Iterator[Hit[_Easy]]:
    """Hard verbs that a pronoun is written onto. The easy verb's form with it is not known."""
    pronouns = tuple(text.facts.writing.get("enclitics", ()))
    for place, word in enumerate(text.lower):
        if not word.endswith(pronouns) or word in phrases:
            continue
        stems = (word.removesuffix(each) for each in pronouns if word.endswith(each))
        for stem in stems:
            bare = _without_accent(stem)
            # An infinitive, or a form whose accent tells that it grew by a pronoun.
            if bare == stem and not stem.endswith("r"):
                continue
            for words, (easy, _) in phrases.get(bare, ()):
                if words == (bare,):
                    yield Hit(place, place, (easy, {}))


def _without_accent(word: str) -> str:
    """A word without acute accents: ñ stays."""
    apart = unicodedata.normalize("NFD", word).replace("\u0301", "")
    return unicodedata.normalize("NFC", apart)


def _may_change(text: Text, hit: Hit[_Easy]) -> bool:
    places = range(hit.first, hit.last + 1)
    names = text.facts.names
    if any(text.unit.words[at].known or text.lower[at] in names for at in places):
        return False
    # A capital within a sentence is a name: `Ensure`.
    first = text.unit.words[hit.first].text
    inside = hit.first > 0 and text.gap(hit.first - 1).isspace()
    return not (inside and first[0].isupper() and not first.isupper())


@lru_cache(maxsize=64)
def plainer(lang: str, own: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """The hard words of a language and a guide's own, and what to write instead."""
    return {**load(lang).writing.get("plainer", {}), **dict(own)}


@lru_cache(maxsize=64)
def _index(lang: str, own: tuple[tuple[str, str], ...]) -> Index[_Easy]:
    """Every form of every hard word. A listed form counts before one that the rules make."""
    by, words = inflection(lang), plainer(lang, own)
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for hard, easy in words.items():
        for form, name, said in pairs(hard, easy, by):
            if name and form not in words:
                found.setdefault(form, (easy, {}))[1][name] = said
    if owner := load(lang).writing.get("possessive"):
        owners = ((hard, easy) for hard, easy in words.items() if easy and " " not in hard)
        found |= {hard + owner: (easy + owner, {"": easy + owner}) for hard, easy in owners}
    found |= {hard: (easy, {"": easy}) for hard, easy in words.items()}
    return index(found.items())
