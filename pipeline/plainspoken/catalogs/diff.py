"""Compare a catalog with the result of its merge: what changed for translators."""

from __future__ import annotations

from dataclasses import dataclass

from .merge import MergeResult


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text and the one that took its place."""

    old: str
    new: str


KINDS = ("new", "fuzzy", "corrected", "revived", "obsolete")


@dataclass(frozen=True, slots=True)
class CatalogDiff:
    """What a merge does to one catalog. The names of the fields are keys in the commands' JSON."""

    locale: str
    new: tuple[str, ...]
    fuzzy: tuple[Rewording, ...]
    corrected: tuple[Rewording, ...]
    revived: tuple[str, ...]
    obsolete: tuple[str, ...]
    """Texts that are gone, with none in their place; their translation stays as obsolete."""
    unchanged: int

    def format_counts(self) -> str:
        """Format how much changed: `1 new, 2 fuzzy, …`."""
        numbers = [f"{len(getattr(self, kind))} {kind}" for kind in KINDS]
        return ", ".join([*numbers, f"{self.unchanged} unchanged"])


def diff_catalogs(result: MergeResult, locale: str) -> CatalogDiff:
    """Compare a catalog before and after a merge."""
    active = {entry.key: entry for entry in result.before.iter_messages()}
    obsolete = {entry.key for entry in result.before.iter_obsolete()}
    corrected = {new.key: Rewording(old.msgid, new.msgid) for old, new in result.corrected}
    now = {entry.key: entry for entry in result.catalog.iter_messages()}
    revived = tuple(key[1] for key in now if key in obsolete and key not in corrected)
    others = [entry for key, entry in now.items() if key not in corrected and key not in obsolete]
    added = [entry for entry in others if entry.key not in active]
    new = tuple(entry.msgid for entry in added if not entry.is_translated)
    was_fuzzy = {entry.key for entry in active.values() if entry.is_fuzzy}
    suggested = [entry for entry in others if entry.is_fuzzy and entry.is_translated]
    fuzzy = [entry for entry in suggested if entry.key not in was_fuzzy]
    gone = [entry for key, entry in active.items() if key not in now and key not in result.moved]
    return CatalogDiff(
        locale=locale,
        new=new,
        fuzzy=tuple(Rewording(entry.previous_msgid or "", entry.msgid) for entry in fuzzy),
        corrected=tuple(corrected.values()),
        revived=revived,
        obsolete=tuple(entry.msgid for entry in gone),
        unchanged=len(now) - len(new) - len(fuzzy) - len(corrected) - len(revived),
    )
