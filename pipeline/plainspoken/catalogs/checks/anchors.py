"""Find what texts set against each other: morning and night, milk and water, open and close.

An anchor is a word of a group: `night` of the times, a thing of a group of `things.toml`, one pole
of a concept of `opposites.toml`, one sense of a table of `meaning.toml`, one of the medicines. Two
anchors of one group tell apart what stands with each of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ...diagnostics.rule import Place
from ...languages import Language
from .medicines import find_medicines
from .phrases import Hit, find_hits
from .senses import find_senses

Anchors = Mapping[str, Mapping[str, tuple[Place, ...]]]
"""By group and name, and where each stands."""
_TABLES = "frequency", "people", "route", "side", "amount", "direction", "modals"
"""Of `meaning.toml`."""
_EVERYWHERE = frozenset({"you", "patient", "perhaps"})
"""Senses that tell nothing apart: guides speak of you all the time."""
POLES = "opposites "
"""Before the name of a concept of `opposites.toml`, in that of its group."""
THINGS = "things "
"""The same of a group of `things.toml`."""
_MEDICINES = "medicines"
_Found = tuple[str, str, Place]


@lru_cache(1024)
def find_anchors(text: str, language: Language, groups: frozenset[str] | None = None) -> Anchors:
    """The anchors of a folded text; `groups` are the only ones to look for."""
    found: dict[str, dict[str, tuple[Place, ...]]] = {}
    for group, name, place in (
        *_find_things(text, language, groups),
        *_find_poles(text, language, groups),
        *_find_senses(text, language, groups),
        *_find_medicines(text, language, groups),
    ):
        names = found.setdefault(group, {})
        names[name] = (*names.get(name, ()), place)
    return found


def _find_things(text: str, language: Language, groups: Collection[str] | None) -> Iterator[_Found]:
    if groups is not None and not any(group.startswith(THINGS) for group in groups):
        return
    hits = [hit for some in find_hits(text, language, words="things").values() for hit in some]
    for hit in hits:
        group, _, name = hit.concept.partition(" ")
        is_wanted = groups is None or THINGS + group in groups
        if is_wanted and not any(_is_part_of(hit, other) for other in hits):
            yield THINGS + group, name, (hit.start, hit.end)


@cache
def list_thing_groups(language: Language) -> frozenset[str]:
    """The groups of a language's `things.toml`, as anchors name them."""
    return frozenset(f"{THINGS}{group}" for group in language.table("things", "things"))


def _is_part_of(hit: Hit, other: Hit) -> bool:
    """Whether a phrase is a part of a longer one: the head of headache is no head."""
    if hit.end - hit.start >= other.end - other.start:
        return False
    return other.start <= hit.start and hit.end <= other.end


def _find_poles(text: str, language: Language, groups: Collection[str] | None) -> Iterator[_Found]:
    concepts = frozenset(
        group.removeprefix(POLES) for group in groups or () if group.startswith(POLES)
    )
    if groups is None or concepts:
        for concept, hits in find_hits(text, language, concepts).items():
            for hit in hits:
                if hit.pole < 2:
                    yield POLES + concept, str(hit.pole), (hit.start, hit.end)


def _find_senses(text: str, language: Language, groups: Collection[str] | None) -> Iterator[_Found]:
    for table in _TABLES:
        if (groups is None or table in groups) and language.table("meaning", table):
            for sense, places in find_senses(text, language, table, 0).places.items():
                if sense not in _EVERYWHERE:
                    yield from ((table, sense, place) for place in places)


def _find_medicines(
    text: str, language: Language, groups: Collection[str] | None
) -> Iterator[_Found]:
    if (groups is None or _MEDICINES in groups) and language.has("medicines"):
        for medicine, (first, last) in find_medicines(text, language).items():
            if text.count(text[first:last]) == 1:
                yield _MEDICINES, medicine, (first, last)


def list_once(anchors: Mapping[str, Sequence[Place]]) -> set[str]:
    """The names of those of a group that a text has only once."""
    return {name for name, places in anchors.items() if len(places) == 1}


def merge_anchors(found: Sequence[Anchors], starts: Sequence[int]) -> Anchors:
    """The anchors of a whole text, from those of its sentences and from where these start."""
    merged: dict[str, dict[str, tuple[Place, ...]]] = {}
    for anchors, start in zip(found, starts, strict=True):
        for group, names in anchors.items():
            for name, places in names.items():
                moved = tuple((first + start, last + start) for first, last in places)
                same = merged.setdefault(group, {})
                same[name] = (*same.get(name, ()), *moved)
    return merged
