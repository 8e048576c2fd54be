"""Make the entry of a message from the entries that the catalog has for it, as msgmerge does.

Extracted comments, references and sticky flags come from the template, translations and translator
comments from the catalog (GNU gettext manual, "Invoking the msgmerge Program").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..po.model import FUZZY, Catalog, Entry
from ..po.writer import replace_notes
from .match_search import Match

PART_NOTE = "was part of a longer text: keep only what belongs to this one"
_STICKY = re.compile(r"(no-|possible-|impossible-)?[\w+-]+-format|(no-)?wrap|range:.*")
_FORMAT = re.compile(r"(?!no-|possible-|impossible-)[\w+-]+-format")
_DIRECTIVE = re.compile(r"%(?:\([^)]*\)|<[^>]*>|[^%a-zA-Z])*[a-zA-Z%]|\{[^{}]*\}")
_RANGE = re.compile(r"range:\s*(\d+)\s*\.\.\s*(\d+)")
_NPLURALS = re.compile(r"nplurals\s*=\s*(\d+)")


@dataclass(frozen=True, slots=True)
class EntryMerger:
    """Makes the entries of one catalog."""

    nplurals: int
    follows_flags: bool
    """Whether the template marks formats with flags: then the catalog's own flags do not count."""

    def update_entry(self, entry: Entry, message: Entry) -> Entry:
        """Give an entry of the same key the template's notes; every other byte stays.

        It becomes fuzzy where its plural changed, where its numbers have a wider range, or where
        it is a format now that it does not fit.
        """
        flags = self._merge_flags(entry, message)
        same_plural = message.msgid_plural == entry.msgid_plural
        fits = not (_misses_directives(entry, message) or _has_wider_range(entry, flags))
        if not entry.is_translated or (same_plural and fits):
            if same_plural and not entry.obsolete:
                return replace_notes(entry, message.extracted, message.references, flags)
            return self._rewrite(entry, message, flags)
        updated = self._rewrite(entry, message, flags if FUZZY in flags else (FUZZY, *flags))
        if entry.is_fuzzy and entry.previous_msgid is not None:
            return updated
        return _set_previous(updated, [entry], message)

    def create_entry(self, message: Entry, match: Match | None) -> Entry:
        """Make the entry of a new message, with the translations of those that match it."""
        matched = match.entries if match else ()
        fuzzy = [entry for entry in matched if entry.is_fuzzy]  # the others stay as obsolete ones
        translated = [entry for entry in matched if entry.is_translated]
        flags = _unite(self._merge_flags(entry, message) for entry in matched) or message.flags
        workflow = _unite(entry.workflow for entry in matched)
        needs_no_mark = not translated or FUZZY in flags or FUZZY in workflow
        created = Entry(
            message.msgid,
            self._make_msgstrs(translated, message),
            msgctxt=message.msgctxt,
            msgid_plural=message.msgid_plural,
            comments=_unite(
                [*(entry.comments for entry in matched), _format_lost_forms(fuzzy, message)]
            ),
            extracted=message.extracted,
            references=message.references,
            flags=flags if needs_no_mark else (FUZZY, *flags),
            workflow=workflow,
        )
        return _set_previous(created, translated, message)

    def _rewrite(self, entry: Entry, message: Entry, flags: tuple[str, ...]) -> Entry:
        return replace(
            entry,
            msgstrs=self._make_msgstrs([entry], message),
            msgid_plural=message.msgid_plural,
            comments=_unite([entry.comments, _format_lost_forms([entry], message)]),
            extracted=message.extracted,
            references=message.references,
            flags=flags,
            obsolete=False,
            line=0,
            raw="",
            gap=None if entry.obsolete else entry.gap,
        )

    def _merge_flags(self, entry: Entry, message: Entry) -> tuple[str, ...]:
        own = entry.flags
        if self.follows_flags:
            own = tuple(flag for flag in own if not is_sticky(flag))
        first = tuple(flag for flag in own if flag == FUZZY)
        flags = _unite([first, message.flags, own])
        return entry.flags if set(flags) == set(entry.flags) else flags

    def _make_msgstrs(self, entries: Sequence[Entry], message: Entry) -> tuple[str, ...]:
        if message.msgid_plural is None:
            return (join_texts(entry.msgstr for entry in entries),)
        if len(entries) == 1 and entries[0].msgid_plural is not None:
            forms = entries[0].msgstrs
            return (forms + ("",) * self.nplurals)[: max(self.nplurals, len(forms))]
        return (join_texts(entry.msgstr for entry in entries),) * self.nplurals


def make_entry_merger(catalog: Catalog, messages: Iterable[Entry]) -> EntryMerger:
    """Find out what is the same for all entries of a catalog."""
    declared = _NPLURALS.search(catalog.header_fields.get("Plural-Forms", ""))
    counts = (len(entry.msgstrs) for entry in catalog.entries if entry.msgid_plural is not None)
    nplurals = int(declared[1]) if declared else next(counts, 2)
    follows_flags = any(is_sticky(flag) for message in messages for flag in message.flags)
    return EntryMerger(nplurals, follows_flags)


def is_sticky(flag: str) -> bool:
    """Whether a flag is the template's (gettext: a sticky flag), not a translator's."""
    return bool(_STICKY.fullmatch(flag))


def join_texts(texts: Iterable[str]) -> str:
    """Join texts, with a space between them where their script has spaces."""
    joined = ""
    for text in filter(None, texts):
        edges = joined[-1:] + text[:1]
        is_wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in edges)
        joined += text if is_wide or not joined else f" {text}"
    return joined


def _format_lost_forms(entries: Iterable[Entry], message: Entry) -> tuple[str, ...]:
    return tuple(
        f"# msgstr[{index}] {' '.join(text.split())}"
        for entry in entries
        if entry.msgid_plural is not None and message.msgid_plural is None
        for index, text in enumerate(entry.msgstrs)
        if text and text != entry.msgstr
    )


def _set_previous(entry: Entry, sources: Sequence[Entry], message: Entry) -> Entry:
    if not sources:
        return entry
    originals = [find_original(source) for source in sources]
    msgctxt = originals[0].msgctxt
    return replace(
        entry,
        previous_msgid=join_texts(original.msgid for original in originals),
        previous_msgctxt=msgctxt if msgctxt != message.msgctxt else None,
        previous_msgid_plural=originals[0].msgid_plural,
    )


def find_original(entry: Entry) -> Entry:
    """Find the message that a translation was made for: of a fuzzy one, that before."""
    if not entry.is_fuzzy or entry.previous_msgid is None:
        return entry
    msgctxt = entry.msgctxt if entry.previous_msgctxt is None else entry.previous_msgctxt
    return Entry(entry.previous_msgid, msgctxt=msgctxt, msgid_plural=entry.previous_msgid_plural)


def _misses_directives(entry: Entry, message: Entry) -> bool:
    """Whether a message is newly marked as a format, and its translation lacks a directive."""
    if not any(_FORMAT.fullmatch(flag) for flag in set(message.flags) - set(entry.flags)):
        return False
    expected = sorted(_DIRECTIVE.findall(entry.msgid))
    return any(text and sorted(_DIRECTIVE.findall(text)) != expected for text in entry.msgstrs)


def _has_wider_range(entry: Entry, flags: Iterable[str]) -> bool:
    """Whether plural forms were translated for a range of numbers in which not all fall now."""
    before, now = (
        next(filter(None, map(_RANGE.fullmatch, some)), None) for some in (entry.flags, flags)
    )
    if before is None or entry.msgid_plural is None:
        return False
    return now is None or int(now[1]) < int(before[1]) or int(now[2]) > int(before[2])


def _unite(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))
