"""Rule comparisons: who or what is more than another, or meant and not another, stays so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations

from ...diagnostics.rule import Draft, Place, define_rule
from ...languages import Language
from .anchors import THINGS, find_anchors, list_once, list_thing_groups
from .context import Pair
from .medicines import find_medicines
from .polarity import compare_poles
from .senses import find_senses

_TABLES = "people", "side", "frequency", "route"
"""Of `meaning.toml`: what is compared."""
_TOLD_ELSEWHERE = frozenset(
    {
        "route chew",
        "route swallow",
        "frequency empty_stomach",
        "frequency with_meals",
        "frequency after_meals",
    }
)
"""Whose noes `route` and `frequency` follow: swallow, do not chew."""
_COMPARISON, _THAN, _NOT = "comparison", "than", "not"


@define_rule(
    "comparisons",
    "warning",
    source="Women get it more often than men.",
    wrong="Los hombres la tienen más a menudo que las mujeres.",
    right="Las mujeres la tienen más a menudo que los hombres.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """Two that are compared have changed places.

    Where *women more than men* became *men more than women*, or *in the morning, not at night*
    became *at night, not in the morning*: people, sides, times of the day, places of medicines,
    medicines and the things of `things.toml`. Where the translation says *less* for *more*, or has
    an opposite word, it may well turn them.
    """
    languages = pair.facts.source_language, pair.language
    if not all(language.table("meaning", _COMPARISON) for language in languages):
        return
    for sentences, starts in pair.sentences:
        compared = [
            find_senses(text, language, _COMPARISON, 0).places
            for text, language in zip(sentences, languages, strict=True)
        ]
        for sense in (_THAN, _NOT):
            between = compared[0].get(sense, ()), compared[1].get(sense, ())
            if len(between[0]) != 1 or not between[1] or _may_turn(sentences, languages, sense):
                continue
            ours, theirs = map(_find_compared, sentences, languages)
            told = ours.keys() & theirs.keys() & _TOLD_ELSEWHERE
            if sense == _NOT and len(told) > 1:
                continue
            if sense == _NOT:  # tea instead of milk, which `pairing` follows
                ours = {name: at for name, at in ours.items() if not name.startswith(THINGS)}
            if moved := _find_moved(ours, theirs, between):
                yield _report(pair, starts, moved)
                return


def _find_moved(
    ours: Mapping[str, Place],
    theirs: Mapping[str, Place],
    between: tuple[tuple[Place, ...], tuple[Place, ...]],
) -> tuple[Place, Place] | None:
    """What stands before than in a text, and after it in its translation, with another the other
    way round.
    """
    for first, second in permutations(ours.keys() & theirs.keys(), 2):
        if _stands_between(between[0], ours[first], ours[second]) and _stands_between(
            between[1], theirs[second], theirs[first]
        ):
            return ours[first], theirs[first]
    return None


def _find_compared(text: str, language: Language) -> Mapping[str, Place]:
    """What a sentence names once, and where."""
    found = {
        f"{table} {sense}": places[0]
        for table in _TABLES
        if language.table("meaning", table)
        for sense, places in find_senses(text, language, table, 0).places.items()
        if len(places) == 1
    }
    medicines = find_medicines(text, language) if language.has("medicines") else {}
    return {**found, **medicines, **_find_things(text, language)}


def _find_things(text: str, language: Language) -> Mapping[str, Place]:
    """The things of `things.toml` that a sentence names once, by group and name."""
    if not language.has("things"):
        return {}
    anchors = find_anchors(text, language, list_thing_groups(language))
    return {
        f"{group} {name}": anchors[group][name][0]
        for group in anchors
        for name in list_once(anchors[group])
    }


def _stands_between(thans: tuple[Place, ...], first: Place, second: Place) -> bool:
    return any(first[1] <= than[0] and than[1] <= second[0] for than in thans)


def _may_turn(sentences: tuple[str, str], languages: tuple[Language, Language], sense: str) -> bool:
    """Whether a translation may turn a comparison: men less than women, or rarer."""
    polarity = compare_poles(*sentences, languages)
    if polarity.turned or polarity.is_mixed:
        return True
    if sense == _NOT:
        return False
    ours, theirs = (
        {"under", "over"} & find_senses(text, language, "direction", 0).places.keys()
        for text, language in zip(sentences, languages, strict=True)
    )
    return bool(ours and theirs and ours != theirs) or "under" in ours ^ theirs


def _report(pair: Pair, starts: tuple[int, int], places: tuple[Place, Place]) -> Draft:
    ours, theirs = (
        (start + first, start + last) for start, (first, last) in zip(starts, places, strict=True)
    )
    shown = pair.source.original(*ours).strip(), pair.target.original(*theirs).strip()
    message = f"“{shown[0]}” and what it is compared with have changed places at “{shown[1]}”"
    hint = "See that the translation says of the same one that it is more, or less."
    return Draft(message, hint, None, (ours,), (theirs,))
