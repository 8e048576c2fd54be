"""Rule things: what a text names did not become another thing of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...diagnostics.rule import Draft, Place, define_rule
from .anchors import THINGS, find_anchors, list_thing_groups
from .context import Pair
from .denial import denies
from .long_sentences import stand_apart

_TOLD_BY_OTHERS = frozenset(
    f"{THINGS}{name}"
    for name in (
        "plenty", "more", "change", "turn", "time", "order", "run", "shut", "worn", "lift", "act",
        "breath", "level", "place_of", "degree", "portion",
    )
)  # fmt: skip
"""Groups of what `direction`, `frequency`, `number-values` and `opposites` tell, and of verbs that
translators choose freely.
"""
_TOLD_BY_ROUTE = frozenset(
    {
        "eye", "ear", "nose", "mouth", "tongue", "skin", "throat", "swallow", "chew", "spit",
        "inhale",
    }
)  # fmt: skip
"""Names of which `route` tells when one became another."""
_INTERCHANGEABLE = tuple(
    frozenset(names.split())
    for names in (
        "bandage dressing plaster", "hand palm", "spray inhaler", "clinic hospital ward",
        "rest sleep", "drip catheter", "toddler schoolchild", "mouthful sip", "glassful cupful",
        "tablet capsule pill", "stomach bowel", "carer teacher", "breathlessness wheezing",
        "gown apron", "scan mri", "drink swallow",
    )
)  # fmt: skip
"""Names that translators, or whole languages, take for each other."""
_LONG = 140
"""Characters of a sentence that says so much that its translation may well leave some out."""
_Places = Mapping[str, tuple[Place, ...]]


@define_rule(
    "things",
    "warning",
    source="Eat the soup warm.",
    wrong="Coma el pan caliente.",
    right="Tome la sopa caliente.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A thing became another one of its kind.

    Where *soup* became *bread*, *arm* became *leg*, *teaspoon* became *tablespoon*, *cough* became
    *rash*: words of the languages' `things.toml`. Only where the translation lacks the one, and
    the text the other. In a long sentence it is only worth a look.
    """
    languages = pair.facts.source_language, pair.language
    if not all(language.has("things") for language in languages):
        return
    groups = list_thing_groups(languages[0]) - _TOLD_BY_OTHERS
    for texts, starts in pair.sentences:
        noes = [denies(*each) for each in zip(texts, languages, strict=True)]
        if noes[0] != noes[1]:
            continue  # do not go outside is stay inside
        ours, theirs = (find_anchors(*each, groups) for each in zip(texts, languages, strict=True))
        for group in sorted(ours.keys() & theirs.keys()):
            yield from _compare(pair, ours[group], theirs[group], starts, texts[0])


def _compare(
    pair: Pair, ours: _Places, theirs: _Places, starts: tuple[int, int], sentence: str
) -> Iterator[Draft]:
    """What of a group only the text names, where the translation names another."""
    lost, added = _list_other_names(ours, theirs), _list_other_names(theirs, ours)
    if not lost or not added or lost | added <= _TOLD_BY_ROUTE:
        return
    if any(lost | added <= names for names in _INTERCHANGEABLE):
        return
    first = min(ours[name][0] for name in lost)
    other = min(theirs[name][0] for name in added)
    place = first[0] + starts[0], first[1] + starts[0]
    told = other[0] + starts[1], other[1] + starts[1]
    shown = pair.source.original(*place).strip(), pair.target.original(*told).strip()
    message = f"“{shown[0]}” became “{shown[1]}”"
    found = Draft(
        message, "See that the translation names what the text does.", None, (place,), (told,)
    )
    is_vague = len(sentence) > _LONG or stand_apart(pair, place, told)
    yield replace(found, level="info") if is_vague else found


def _list_other_names(places: _Places, others: _Places) -> set[str]:
    """The names of one text that the other has not; none whose words may all be a name that both
    have, as a word for hand and arm.
    """
    known = {place for name in places.keys() & others.keys() for place in places[name]}
    return {name for name in places.keys() - others.keys() if not known.issuperset(places[name])}
