"""Grade a whole guide as `score` does, but count only what changed since the cache was written: to
find all words of a guide takes longer than to read a changed sentence aloud.

What a section counts for is known by the program and all that counting sees. Only what the last run
asked for is kept, so that nothing piles up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from ..cache_files import read_sealed, write_sealed
from ..guide import Guide, Section
from ..languages import load
from ..program import name_program
from .counting_policy import apply_policy, count_units
from .counts import NO_TEXT, TextCounts, WordCounts
from .formulas import load_formulas
from .score import list_own_syllables, make_syllable_counter
from .tokens import KnownTerms, collect_known_terms
from .units import counts_in_whole, find_labels, split_units


@dataclass(frozen=True, slots=True)
class OverallGrade:
    """How hard a guide is to read."""

    scale: str
    """The title of the language's first scale; empty where none is accepted."""
    value: float | None
    """With known terms set aside; None where nothing was counted."""


def grade_overall(guide: Guide, cache: Path) -> OverallGrade:
    """The grade of `score(guide).whole`. Raises LanguageError: the guide's language is not known. A
    cache that cannot be read or written does no harm.
    """
    formulas = load_formulas(load(guide.lang))
    if not formulas:
        return OverallGrade("", None)
    whole = reduce(TextCounts.plus, _count_sections(guide, cache), NO_TEXT)
    return OverallGrade(formulas[0].title, formulas[0].grade(whole))


def _count_sections(guide: Guide, cache: Path) -> list[TextCounts]:
    """What each section counts for."""
    path = cache / "readability" / f"{guide.lang}.json"
    known = collect_known_terms(guide)
    sections = [section for section in guide.sections if counts_in_whole(section)]
    keys = _make_keys(sections, guide, known)
    kept = _read_counts(path)
    changed = {key: each for key, each in zip(keys, sections, strict=True) if key not in kept}
    syllables = make_syllable_counter(guide) if changed else None
    counts = {key: kept[key] for key in keys if key in kept}
    for key, section in changed.items():
        units = split_units(section, guide, known).units
        counts[key] = apply_policy(count_units(units, syllables), judged="all but known terms")
    if counts.keys() != kept.keys():
        with suppress(OSError):
            record = {key: [*each[:2], *each.judged] for key, each in counts.items()}
            write_sealed(path, record, cache)
    return [counts[key] for key in keys]


def _make_keys(sections: Sequence[Section], guide: Guide, known: KnownTerms) -> list[str]:
    """Of each section the SHA-256 of all that its counts depend on."""
    terms, own = sorted(known.items()), sorted(list_own_syllables(guide).items())
    common = hashlib.sha256(repr((name_program(), guide.lang, terms, own)).encode())
    keys = []
    for section in sections:
        whole = common.copy()
        whole.update(repr((section.blocks, find_labels(section, guide))).encode())
        keys.append(whole.hexdigest())
    return keys


def _read_counts(path: Path) -> Mapping[str, TextCounts]:
    """The counts of a file by key; none where it is not whole."""
    try:
        record = (read_sealed(path) or {}).items()
        return {key: _to_counts(*value) for key, value in record}
    except (TypeError, ValueError, AttributeError):
        return {}


def _to_counts(*numbers: Any) -> TextCounts:
    if all(type(number) is int for number in numbers):
        sentences, length, *judged = numbers
        return TextCounts(sentences, length, WordCounts._make(judged))
    raise ValueError
