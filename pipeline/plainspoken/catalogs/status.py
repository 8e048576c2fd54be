"""Count how far a translation is: its messages, and the words that are left to translate.

A message that is in several sections counts in the first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import Any

from ..config.project import LocaleSettings
from ..guide import Guide
from ..po.model import Catalog, Entry, Key
from .extract import Message, extract_messages
from .review import (
    INDEPENDENT,
    ROLES,
    ReviewTerms,
    explain_open,
    is_void,
    list_reviews,
    list_signed_roles,
)
from .termbase import Rendering

GUIDE = "guide"
"""The id for what is in no section: title, description, subjects, values."""


@dataclass(frozen=True, slots=True)
class MessageCounts:
    """Counts of the messages of a guide or of one section. The names are keys in JSON."""

    messages: int = 0
    translated: int = 0
    """Without the fuzzy ones."""
    fuzzy: int = 0
    untranslated: int = 0
    words: int = 0
    translated_words: int = 0
    checked: int | None = None
    """Translated messages in which no check found an error; None if no checks were made."""
    reviewed: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(ROLES, 0))
    """By role: messages with a valid signature."""
    void: int = 0
    critical: int = 0
    critical_open: int = 0

    @property
    def words_left(self) -> int:
        """Words of the messages with no translation or a fuzzy one."""
        return self.words - self.translated_words

    @property
    def percent(self) -> int:
        """Translated words in percent; rounded down, so that 100 means all."""
        return 100 * self.translated_words // self.words if self.words else 100

    def to_json(self) -> dict[str, Any]:
        """All counts, for JSON."""
        return {**asdict(self), "words_left": self.words_left, "percent": self.percent}


@dataclass(frozen=True, slots=True)
class CatalogStatus:
    """How far one catalog is, compared with the guide as it is now."""

    locale: str
    whole: MessageCounts
    obsolete: int
    sections: tuple[tuple[str, MessageCounts], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """All counts, for JSON."""
        sections = [{"id": name, **counts.to_json()} for name, counts in self.sections]
        return {
            "locale": self.locale,
            **self.whole.to_json(),
            "obsolete": self.obsolete,
            "sections": sections,
        }


def count_status(
    catalog: Catalog,
    messages: Sequence[Message],
    locale: str,
    critical: Collection[Key] = (),
    error_lines: Collection[int] | None = None,
    terms: ReviewTerms | None = None,
) -> CatalogStatus:
    """Count what is done and left; `error_lines` have an error, None if no checks were made."""
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    by_section: dict[str, list[Message]] = {}
    for message in messages:
        by_section.setdefault(find_section(message), []).append(message)
    count = partial(
        _count_messages,
        entries=entries,
        critical=critical,
        error_lines=error_lines,
        terms=terms or ReviewTerms(),
    )
    return CatalogStatus(
        locale=locale,
        whole=count(messages),
        obsolete=sum(1 for _ in catalog.iter_obsolete()),
        sections=tuple((name, count(some)) for name, some in by_section.items()),
    )


def measure_status(
    guide: Guide,
    catalog: Catalog,
    locale: LocaleSettings,
    renderings: Sequence[Rendering] = (),
    terms: ReviewTerms | None = None,
) -> CatalogStatus:
    """Count what is done and what is left, with checks and critical messages."""
    # Here, since to merge catalogs takes neither checks nor the reading of quantities.
    from .checks import list_open_findings
    from .critical import list_critical_keys

    messages = extract_messages(guide)
    findings = list_open_findings(guide, catalog, locale, renderings)
    error_lines = {finding.line for finding in findings if finding.level == "error"}
    critical = list_critical_keys(guide, messages)
    return count_status(catalog, messages, locale.lang, critical, error_lines, terms)


def find_section(message: Message) -> str:
    """The id of the first section that a message is in."""
    name = message.blocks[0].id.partition(".")[0]
    return GUIDE if name in ("guide", "value") else name


def _count_messages(
    messages: Sequence[Message],
    entries: Mapping[Key, Entry],
    critical: Collection[Key],
    error_lines: Collection[int] | None,
    terms: ReviewTerms,
) -> MessageCounts:
    pairs = [(message, entries.get(message.key)) for message in messages]
    done = [(message, entry) for message, entry in pairs if entry and entry.is_usable]
    fuzzy = sum(bool(entry and entry.is_translated and not entry.is_usable) for _, entry in pairs)
    signed_roles = [_list_roles(entry, terms) for _, entry in done]
    critical_entries = [entry for message, entry in pairs if message.key in critical]
    checked = None
    if error_lines is not None:
        checked = sum(entry.line not in error_lines for _, entry in done)
    return MessageCounts(
        messages=len(pairs),
        translated=len(done),
        fuzzy=fuzzy,
        untranslated=len(pairs) - len(done) - fuzzy,
        words=sum(_count_words(message) for message, _ in pairs),
        translated_words=sum(_count_words(message) for message, _ in done),
        checked=checked,
        reviewed={role: sum(role in roles for roles in signed_roles) for role in ROLES},
        void=sum(bool(entry and is_void(entry)) for _, entry in pairs),
        critical=len(critical_entries),
        critical_open=sum(bool(explain_open(entry, terms)) for entry in critical_entries),
    )


def _list_roles(entry: Entry, terms: ReviewTerms) -> frozenset[str]:
    """The roles whose signature counts: a reviewer who translated the entry has none."""
    reviews = {signature.reviewer.role for signature in list_reviews(entry, terms)}
    return list_signed_roles(entry) - set(INDEPENDENT) | reviews


def _count_words(message: Message) -> int:
    return len(message.text.split())
