"""A catalog and a guide's messages go in; how far the translation is comes out.

Counted are messages and, for what is left, words of the guide's own language: whole, and for each
section of the guide. A message that stands in several sections counts in the first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from ..config.project import LocaleSettings
from ..guide import Guide
from ..po.model import Catalog, Entry, Key
from .critical import explain_open, list_critical_keys
from .extract import Message, extract_messages
from .review import ROLES, is_void, list_signed_roles

if TYPE_CHECKING:
    from .checks import Rendering

GUIDE = "guide"
"""The section that stands for what is in none: title, description, subjects, values."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What is done, of the messages of a guide or of one section."""

    messages: int = 0
    translated: int = 0
    """Without the fuzzy ones."""
    fuzzy: int = 0
    untranslated: int = 0
    words: int = 0
    """Words of all messages, in the guide's own language."""
    translated_words: int = 0
    checked: int | None = None
    """Of the translated ones, those in which no check found an error; None: not looked for."""
    reviewed: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(ROLES, 0))
    """By role: messages that are signed as they are now."""
    void: int = 0
    """Messages that were signed, and have changed since."""
    critical: int = 0
    critical_open: int = 0
    """Critical messages that are not translated, or not reviewed."""

    @property
    def words_left(self) -> int:
        """Words of the messages that have no translation, or a fuzzy one."""
        return self.words - self.translated_words

    @property
    def percent(self) -> int:
        """Of 100 words, those translated; rounded down, so that 100 means all."""
        return 100 * self.translated_words // self.words if self.words else 100

    def table(self) -> dict[str, Any]:
        """All figures, for programs."""
        return {**asdict(self), "words_left": self.words_left, "percent": self.percent}


@dataclass(frozen=True, slots=True)
class Status:
    """How far one catalog is, against the guide as it stands now."""

    locale: str
    """BCP 47."""
    whole: Counts
    obsolete: int
    sections: tuple[tuple[str, Counts], ...] = ()
    """By id, in reading order."""


def count_status(
    catalog: Catalog,
    messages: Sequence[Message],
    locale: str,
    critical: Collection[Key] = (),
    faulty: Collection[int] | None = None,
) -> Status:
    """Count what is done and what is left.

    `critical` tells which messages are; `faulty` in which lines a check found an error, None
    where none was made.
    """
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    by_section: dict[str, list[Message]] = {}
    for message in messages:
        by_section.setdefault(find_section(message), []).append(message)

    def count(those: Sequence[Message]) -> Counts:
        return _counts(those, entries, critical, faulty)

    return Status(
        locale=locale,
        whole=count(messages),
        obsolete=sum(1 for _ in catalog.iter_obsolete()),
        sections=tuple((name, count(those)) for name, those in by_section.items()),
    )


def measure_status(
    guide: Guide, catalog: Catalog, locale: LocaleSettings, renderings: Sequence[Rendering] = ()
) -> Status:
    """Count what is done and what is left, with all checks made and critical blocks looked at."""
    from .checks import check

    messages = extract_messages(guide)
    findings = check(guide, catalog, locale, renderings)
    faulty = {each.line for each in findings if each.level == "error"}
    return count_status(catalog, messages, locale.lang, list_critical_keys(guide, messages), faulty)


def find_section(message: Message) -> str:
    """The id of the section that a message first stands in."""
    name = message.blocks[0].id.partition(".")[0]
    return GUIDE if name in ("guide", "value") else name


def _counts(
    messages: Sequence[Message],
    entries: Mapping[Key, Entry],
    critical: Collection[Key],
    faulty: Collection[int] | None,
) -> Counts:
    found = [(message, entries.get(message.key)) for message in messages]
    done = [(message, entry) for message, entry in found if entry and entry.is_usable]
    fuzzy = sum(bool(entry and entry.is_translated and not entry.is_usable) for _, entry in found)
    signed = [list_signed_roles(entry) for _, entry in done]
    risky = [entry for message, entry in found if message.key in critical]
    checked = None if faulty is None else sum(entry.line not in faulty for _, entry in done)
    return Counts(
        messages=len(found),
        translated=len(done),
        fuzzy=fuzzy,
        untranslated=len(found) - len(done) - fuzzy,
        words=sum(_words(message) for message, _ in found),
        translated_words=sum(_words(message) for message, _ in done),
        checked=checked,
        reviewed={role: sum(role in each for each in signed) for role in ROLES},
        void=sum(bool(entry and is_void(entry)) for _, entry in found),
        critical=len(risky),
        critical_open=sum(bool(explain_open(entry)) for entry in risky),
    )


def _words(message: Message) -> int:
    return len(message.text.split())
