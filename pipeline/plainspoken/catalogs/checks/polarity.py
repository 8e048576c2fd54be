"""Compare words that have opposites, such as safe and dangerous, in a text and in its translation.

A language's `opposites.toml` has two poles for each concept: `safe = ["safe*|harmless*",
"danger*|at risk"]`. A third pole has words that say the first one only in a translation, as have
does where the text says lack, unless that is a long sentence; a fourth, words that say the second
one, but only where the text does, too: without is lack, and no opposite of plenty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...diagnostics.rule import Place
from ...languages import Language
from .denial import Said, compile_cue
from .long_sentences import is_long
from .phrases import Hit, find_hits

_FILLER = "x"


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a text and its translation say of the same concepts."""

    turned: tuple[tuple[Place, Place], ...]
    """Where one has a word, and the other one the opposite of it."""
    is_mixed: bool
    """Whether one of both has a word and its opposite, so that the other cannot be told."""
    alike: tuple[tuple[Place, Place], ...]
    """Where both have a word of the same pole, each only once."""
    plain: tuple[str, str]
    """Both, with words of concepts that both have filled up, for other rules to look at."""


@lru_cache(1024)
def compare_poles(source: str, target: str, languages: tuple[Language, Language]) -> Polarity:
    """Compare the concepts of two folded texts."""
    ours = find_hits(source, languages[0]) if languages[1].has("opposites") else {}
    theirs = find_hits(target, languages[1], frozenset(ours)) if ours else {}
    turned: list[tuple[Place, Place]] = []
    alike: list[tuple[Place, Place]] = []
    filled: tuple[list[Hit], list[Hit]] = [], []
    same: tuple[list[Hit], list[Hit]] = [], []
    is_mixed = False
    texts = (source, languages[0]), (target, languages[1])
    for concept in ours.keys() & theirs.keys():
        said = [hit for hit in ours[concept] if hit.pole < 2]
        poles = {hit.pole for hit in said}
        told = {hit.pole for hit in theirs[concept]}
        found = [
            hit
            for hit in theirs[concept]
            if hit.pole < 2
            or (poles == {1} and (hit.pole == 3 or not (is_long(source) or told & {0, 1, 3})))
        ]
        answers = {hit.pole % 2 for hit in found}
        if not poles or not answers:
            continue
        if len(poles) != len(answers):
            is_mixed = True
            continue
        places = (said[0].start, said[0].end), (found[0].start, found[0].end)
        if poles != answers:
            turned.append(places)
        else:
            same[0].extend(said)
            same[1].extend(found)
            if len(said) == len(found) == 1:
                alike.append(places)
        for text, hits, side in zip(texts, (said, found), filled, strict=True):
            side.extend(_list_paired(text, hits, min(len(said), len(found))))
    # Of contains no perfume and perfume-free, free is a part of what is alike.
    turned = [places for places in turned if not any(map(_is_part_of_any, places, same))]
    plain = _fill(source, filled[0]), _fill(target, filled[1])
    return Polarity(tuple(sorted(turned)), is_mixed, tuple(sorted(alike)), plain)


def _list_paired(text: Said, hits: Sequence[Hit], count: int) -> Iterator[Hit]:
    """So many phrases of a text, and those after them that have no no: excluding is without, and
    another without is none of it.
    """
    no = compile_cue(text[1], "strong")
    for at, hit in enumerate(hits):
        if at < count or not any(no.search(text[0], *place) for place in hit.letters):
            yield hit


def _is_part_of_any(place: Place, hits: Sequence[Hit]) -> bool:
    """Whether a place is within the words of a longer phrase; what stands in its gaps is not."""
    return any(
        first <= place[0] and place[1] <= last
        for hit in hits
        if hit.end - hit.start > place[1] - place[0]
        for first, last in hit.letters
    )


def _fill(text: str, hits: Sequence[Hit]) -> str:
    for hit in hits:
        for start, end in hit.letters:
            text = text[:start] + _FILLER * (end - start) + text[end:]
    return text
