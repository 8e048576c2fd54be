"""Rule hard-word: a word or phrase for which an everyday one will do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from .definitions import is_explained
from .model import Text, make_draft
from .phrases import Hit, Index, find_phrases, index_phrases, leave_quoted
from .rewriting import choose_form, has_same_facts, list_forms, replace_words

_Easy = tuple[str, Mapping[str, str]]
"""The easy word, and its forms that fit the hard word's form, by their names."""


@define_rule("hard-word", "warning", wrong="Utilize a clean towel.", right="Use a clean towel.")
@leave_quoted
def check(text: Text) -> Iterator[Draft]:
    """A word has a plainer one that means the same.

    Words and phrases on the list of the language, or of the guide's own file of plain words,
    for which an everyday word will do. Names, terms of the glossary, quotations, and words that
    the sentence explains are left alone.
    """
    phrases = _index_words(text.facts.language, text.facts.own_words)
    found = [*find_phrases(text, phrases), *_find_with_pronoun(text, phrases)]
    for hit in found:
        easy, forms = hit.value
        if not easy or not _may_be_replaced(text, hit) or is_explained(text, hit.first, hit.last):
            continue
        form = choose_form(forms, text, hit.first)
        hard = text.quote(hit.first, hit.last)
        if not has_same_facts(hard, form or easy, text.facts):
            hint = "Say it in everyday words, and change no number and no denial."
            yield make_draft(text, hit.first, hit.last, f"“{hard}” is a hard word", hint)
            continue
        message = f"“{hard}” is harder than “{form or easy}”"
        hint = f"Write “{form or easy}”."
        is_sure = form and easy not in text.facts.word_list("unsure")
        fits = is_sure and _may_end_with(text, hit.last, easy)
        instead = replace_words(text, hit.first, hit.last, form) if fits else ()
        yield make_draft(text, hit.first, hit.last, message, hint, instead=instead)


def _may_end_with(text: Text, last: int, easy: str) -> bool:
    """Whether an easy phrase that goes last in its part of a clause would do so."""
    if easy not in text.facts.word_list("at-the-end") or not text.gap(last).isspace():
        return True
    return last + 1 < len(text.lower) and text.has_role(last + 1, "small")


def _find_with_pronoun(text: Text, phrases: Index[_Easy]) -> Iterator[Hit[_Easy]]:
    """Hard verbs that a pronoun is written onto. The easy verb's form with it is not known."""
    pronouns = tuple(text.facts.writing.get("enclitics", ()))
    for place, word in enumerate(text.lower):
        if not word.endswith(pronouns) or word in phrases:
            continue
        stems = (word.removesuffix(ending) for ending in pronouns if word.endswith(ending))
        for stem in stems:
            bare = _drop_accents(stem)
            # An infinitive, or a form whose accent shows that it grew by a pronoun.
            if bare == stem and not text.facts.has_ending(stem, "infinitives"):
                continue
            for words, (easy, _) in phrases.get(bare, ()):
                if words == (bare,):
                    yield Hit(place, place, (easy, {}))


def _drop_accents(word: str) -> str:
    apart = unicodedata.normalize("NFD", word).replace("\u0301", "")
    return unicodedata.normalize("NFC", apart)


def _may_be_replaced(text: Text, hit: Hit[_Easy]) -> bool:
    places = range(hit.first, hit.last + 1)
    names = text.facts.names
    if any(text.unit.words[at].known or text.lower[at] in names for at in places):
        return False
    # A capital within a sentence is a name: `Ensure`.
    first = text.unit.words[hit.first].text
    inside = hit.first > 0 and text.gap(hit.first - 1).isspace()
    return not (inside and first[0].isupper() and not first.isupper())


@lru_cache(maxsize=64)
def load_plain_words(language: Language, own: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """The hard words of a language and a guide's own, and what to write instead."""
    return {**language.writing.get("plainer", {}), **dict(own)}


@lru_cache(maxsize=64)
def _index_words(language: Language, own: tuple[tuple[str, str], ...]) -> Index[_Easy]:
    """Every form of every hard word. A listed form counts before one that the rules make."""
    words = load_plain_words(language, own)
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for hard, easy in words.items():
        easy_forms = list_forms(easy, language)
        for name, form in list_forms(hard, language).items():
            if form not in words:
                found.setdefault(form, (easy, {}))[1][name] = easy_forms.get(name, "")
    if owner := language.writing.get("possessive"):
        owners = ((hard, easy) for hard, easy in words.items() if easy and " " not in hard)
        found |= {hard + owner: (easy + owner, {"": easy + owner}) for hard, easy in owners}
    found |= {hard: (easy, {"": easy}) for hard, easy in words.items()}
    return index_phrases(found.items())
