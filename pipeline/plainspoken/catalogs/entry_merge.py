"""A message of a template and what the catalog had for it go in; the entry to write comes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..po.model import FUZZY, Catalog, Entry
from ..po.writer import replace_notes
from .fuzzy_match import Match

PART_NOTE = "was part of a longer text: keep only what belongs to this one"
"""What translators are told, in a line `#.`, until they take the fuzzy mark away."""
_STICKY = re.compile(r"(no-|possible-|impossible-)?[\w+-]+-format|(no-)?wrap|range:.*")
_FORMAT = re.compile(r"(?!no-|possible-|impossible-)[\w+-]+-format")
_DIRECTIVE = re.compile(r"%(?:\([^)]*\)|<[^>]*>|[^%a-zA-Z])*[a-zA-Z%]|\{[^{}]*\}")
_FORMS = re.compile(r"nplurals\s*=\s*(\d+)")


@dataclass(frozen=True, slots=True)
class EntryMerger:
    """Makes the entries of one catalog."""

    forms: int
    """How many plural forms the catalog's language has."""
    follows_flags: bool
    """Whether the template tells which messages are formats: then the catalog's say nothing."""

    def kept(self, entry: Entry, message: Entry) -> Entry:
        """An entry of the same key, with the template's notes; else byte for byte as it was."""
        flags = self._flags(entry, message)
        is_news = message.msgid_plural != entry.msgid_plural or _wrong_format(entry, message)
        if not is_news or not entry.is_translated:
            if message.msgid_plural == entry.msgid_plural and not entry.obsolete:
                return replace_notes(entry, message.extracted, message.references, flags)
            return self._again(entry, message, flags)
        made = self._again(entry, message, flags if FUZZY in flags else (FUZZY, *flags))
        if entry.is_fuzzy and entry.previous_msgid is not None:
            return made
        previous, context, plural = _previous([entry], message)
        return replace(
            made, previous_msgid=previous, previous_msgctxt=context, previous_msgid_plural=plural
        )

    def given(self, message: Entry, gift: Match | None) -> Entry:
        """A new message, with the translations of others where those help."""
        donors = gift.donors if gift else ()
        lost = [donor for donor in donors if donor.is_fuzzy]  # the others stay as obsolete ones
        useful = [donor for donor in donors if donor.is_translated]
        flags = _united(self._flags(donor, message) for donor in donors) or message.flags
        workflow = _united(donor.workflow for donor in donors)
        marked = not useful or FUZZY in flags or FUZZY in workflow
        previous, context, plural = _previous(useful, message)
        return Entry(
            message.msgid,
            self._texts(useful, message),
            msgctxt=message.msgctxt,
            msgid_plural=message.msgid_plural,
            comments=_united([*(donor.comments for donor in donors), self._left(lost, message)]),
            extracted=message.extracted,
            references=message.references,
            flags=flags if marked else (FUZZY, *flags),
            workflow=workflow,
            previous_msgid=previous,
            previous_msgctxt=context,
            previous_msgid_plural=plural,
        )

    def _again(self, entry: Entry, message: Entry, flags: tuple[str, ...]) -> Entry:
        return replace(
            entry,
            msgstrs=self._texts([entry], message),
            msgid_plural=message.msgid_plural,
            comments=_united([entry.comments, self._left([entry], message)]),
            extracted=message.extracted,
            references=message.references,
            flags=flags,
            obsolete=False,
            line=0,
            raw="",
            gap=None if entry.obsolete else entry.gap,
        )

    def _flags(self, entry: Entry, message: Entry) -> tuple[str, ...]:
        """A translator's flags and the template's."""
        own = entry.flags
        if self.follows_flags:
            own = tuple(flag for flag in own if not _STICKY.fullmatch(flag))
        first = tuple(flag for flag in own if flag == FUZZY)
        flags = _united([first, message.flags, own])
        return entry.flags if set(flags) == set(entry.flags) else flags

    def _count(self, message: Entry) -> int:
        return 1 if message.msgid_plural is None else self.forms

    def _texts(self, donors: Sequence[Entry], message: Entry) -> tuple[str, ...]:
        """Their translations, in as many forms as the message needs."""
        if (
            message.msgid_plural is not None
            and len(donors) == 1
            and donors[0].msgid_plural is not None
        ):
            texts = donors[0].msgstrs
            return (texts + ("",) * self.forms)[: max(self.forms, len(texts))]
        return (join_texts(donor.msgstr for donor in donors),) * self._count(message)

    def _left(self, donors: Iterable[Entry], message: Entry) -> tuple[str, ...]:
        """Plural forms for which the message has no place, as comments."""
        return tuple(
            f"# msgstr[{place}] {' '.join(text.split())}"
            for donor in donors
            if donor.msgid_plural is not None and message.msgid_plural is None
            for place, text in enumerate(donor.msgstrs)
            if text and text != donor.msgstr
        )


def make_entry_merger(catalog: Catalog, messages: Iterable[Entry]) -> EntryMerger:
    """What is the same for all entries of a catalog."""
    said = _FORMS.search(catalog.header_fields.get("Plural-Forms", ""))
    known = (len(entry.msgstrs) for entry in catalog.entries if entry.msgid_plural is not None)
    forms = int(said[1]) if said else next(known, 2)
    tells = any(_STICKY.fullmatch(flag) for message in messages for flag in message.flags)
    return EntryMerger(forms, tells)


def is_sticky(flag: str) -> bool:
    """Whether a flag is a template's, not a translator's."""
    return bool(_STICKY.fullmatch(flag))


def join_texts(texts: Iterable[str]) -> str:
    """Texts one after another, with a space where their script has spaces."""
    whole = ""
    for text in filter(None, texts):
        edges = whole[-1:] + text[:1]
        wide = any(unicodedata.east_asian_width(each) in "WF" for each in edges)
        whole += text if wide or not whole else f" {text}"
    return whole


def _previous(donors: Sequence[Entry], message: Entry) -> tuple[str | None, str | None, str | None]:
    """The first text, context and plural that the donors' translations were made for."""
    if not donors:
        return None, None, None
    firsts = [_first(donor) for donor in donors]
    _, context, plural = firsts[0]
    text = join_texts(text for text, _, _ in firsts)
    return text, context if context != message.msgctxt else None, plural


def _first(entry: Entry) -> tuple[str, str | None, str | None]:
    """The text, context and plural that a translation was really made for."""
    if entry.is_fuzzy and entry.previous_msgid is not None:
        context = entry.msgctxt if entry.previous_msgctxt is None else entry.previous_msgctxt
        return entry.previous_msgid, context, entry.previous_msgid_plural
    return entry.msgid, entry.msgctxt, entry.msgid_plural


def _wrong_format(entry: Entry, message: Entry) -> bool:
    """Whether a message is now known for a format, and its translation has not the same blanks."""
    if not any(_FORMAT.fullmatch(flag) for flag in set(message.flags) - set(entry.flags)):
        return False
    wanted = sorted(_DIRECTIVE.findall(entry.msgid))
    return any(text and sorted(_DIRECTIVE.findall(text)) != wanted for text in entry.msgstrs)


def _united(several: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for some in several for each in some))
