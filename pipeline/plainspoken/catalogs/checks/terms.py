"""Rule terms: terms are said as the glossary has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...diagnostics.rule import Draft, define_rule
from ..termbase import Rendering
from .context import Facts, Pair
from .inflected_match import PhraseIndex, find_any, find_phrase, index_phrases, select_phrases
from .names import list_names


@define_rule(
    "terms",
    "warning",
    source="Call if you have a fever.",
    wrong="Llame si tiene temperatura.",
    right="Llame si tiene fiebre.",
    terms=(("fever", "fiebre"),),
)
def check(pair: Pair) -> Iterator[Draft]:
    """A term is not said as the glossary has it.

    A term of the glossary in the text, without one of its approved or admitted renderings in
    the translation, in any inflected form; or with one that is forbidden.
    """
    source, target = pair.source.text, pair.target.text
    terms, index = _list_terms(pair.facts)
    for rendering in map(terms.__getitem__, select_phrases(index, source)):
        place = find_phrase(rendering.term, source, pair.facts.source_language, strict=True)
        if place is None:
            continue
        better = rendering.approved or rendering.admitted
        hint = f"Write “{better[0]}”." if better else "Write it in another way."
        for word in rendering.forbidden:
            if found := find_phrase(word, target, pair.language):
                message = f"“{word}” is not to be said for “{rendering.term}”"
                yield Draft(message, hint, None, (place,), (found,))
                break
        else:
            right = (*rendering.approved, *rendering.admitted)
            if right and not find_any(right, target, pair.language):
                message = f"“{rendering.term}” is not said as the glossary has it"
                yield Draft(message, hint, None, (place,))


@lru_cache(16)
def _list_terms(facts: Facts) -> tuple[list[Rendering], PhraseIndex]:
    """The terms that are no names, and where each stands by its beginning."""
    names = set(list_names(facts))
    terms = [
        rendering
        for rendering in facts.renderings
        if rendering not in names and any(map(str.isalpha, rendering.term))
    ]
    return terms, index_phrases([term.term for term in terms], facts.source_language)
