"""Check terms: the glossary's renderings stand where its terms do, forbidden ones do not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .accepted_terms import Rendering
from .context import Draft, Facts, Pair
from .inflected_match import find_any, find_phrase
from .names import listed_names


def check(pair: Pair) -> Iterator[Draft]:
    """A term that is said otherwise than the glossary has it; names are for another check."""
    source, target = pair.source.text, pair.target.text
    for each in _terms(pair.facts):
        place = find_phrase(each.term, source, pair.facts.source_lang, strict=True)
        if place is None:
            continue
        better = each.approved or each.admitted
        instead = f"Write “{better[0]}”." if better else "Write it in another way."
        for word in each.forbidden:
            if found := find_phrase(word, target, pair.lang):
                what = f"“{word}” is not to be said for “{each.term}”"
                yield Draft(what, instead, "warning", (place,), (found,))
                break
        else:
            if better and not find_any((*each.approved, *each.admitted), target, pair.lang):
                what = f"“{each.term}” is not said as the glossary has it"
                yield Draft(what, instead, "warning", (place,))


@lru_cache(16)
def _terms(facts: Facts) -> tuple[Rendering, ...]:
    """The renderings that have letters and are no names."""
    names = listed_names(facts)
    return tuple(
        each for each in facts.renderings if each not in names and any(map(str.isalpha, each.term))
    )
