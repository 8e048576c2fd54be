"""A catalog before and after a merge go in; what changed for translators comes out."""

from __future__ import annotations

from dataclasses import dataclass

from ..po.model import Catalog
from .merge import MergeResult


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text and the one that took its place."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class CatalogDiff:
    """What a merge does to one catalog."""

    locale: str
    """BCP 47."""
    new: tuple[str, ...]
    """Texts without any translation yet."""
    fuzzy: tuple[Rewording, ...]
    """Texts whose translation was made for another: a person must look at it."""
    corrected: tuple[Rewording, ...]
    """Texts that were only misspelt: their translation stands."""
    revived: tuple[str, ...]
    """Texts that came back, and their translation with them."""
    obsolete: tuple[str, ...]
    """Texts that are gone, with no other in their place; their translation stays, as obsolete."""
    unchanged: int
    """Messages for whose translation nothing changes."""


def diff_catalogs(before: Catalog, after: MergeResult, locale: str) -> CatalogDiff:
    """Compare a catalog with what came of it."""
    active = {entry.key: entry for entry in before.iter_messages()}
    pool = {entry.key for entry in before.iter_obsolete()}
    corrected = {new.key: Rewording(old.msgid, new.msgid) for old, new in after.corrected}
    now = {entry.key: entry for entry in after.catalog.iter_messages()}
    others = [entry for key, entry in now.items() if key not in corrected and key not in pool]
    fuzzy = [each for each in others if each.is_fuzzy and each.is_translated]
    fuzzy = [each for each in fuzzy if each.key not in active or not active[each.key].is_fuzzy]
    added = [each for each in others if each.key not in active]
    new = tuple(each.msgid for each in added if not each.is_translated)
    revived = tuple(key[1] for key in now if key in pool and key not in corrected)
    gone = [each for key, each in active.items() if key not in now and key not in after.moved]
    return CatalogDiff(
        locale=locale,
        new=new,
        fuzzy=tuple(Rewording(each.previous_msgid or "", each.msgid) for each in fuzzy),
        corrected=tuple(corrected.values()),
        revived=revived,
        obsolete=tuple(each.msgid for each in gone),
        unchanged=len(now) - len(new) - len(fuzzy) - len(corrected) - len(revived),
    )
