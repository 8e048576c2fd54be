"""A catalog and a guide's messages go in; how far the translation is comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .entries import Catalog
from .messages import Message


@dataclass(frozen=True, slots=True)
class Status:
    """How far one catalog is, against the guide as it stands now."""

    locale: str
    """BCP 47."""
    messages: int
    translated: int
    fuzzy: int
    untranslated: int
    obsolete: int
    words: int
    """Words of all messages, in the guide's own language."""
    translated_words: int

    @property
    def percent(self) -> int:
        """Of 100 words, those translated; rounded down, so that 100 means all."""
        return 100 * self.translated_words // self.words if self.words else 100


def status(catalog: Catalog, messages: Sequence[Message], locale: str) -> Status:
    """Count what is done and what is left."""
    entries = {entry.key: entry for entry in catalog.messages()}
    translated = fuzzy = words = translated_words = 0
    for message in messages:
        entry = entries.get(message.key)
        size = len(message.text.split())
        words += size
        if entry and entry.usable:
            translated += 1
            translated_words += size
        elif entry and entry.translated:
            fuzzy += 1
    return Status(
        locale=locale,
        messages=len(messages),
        translated=translated,
        fuzzy=fuzzy,
        untranslated=len(messages) - translated - fuzzy,
        obsolete=sum(1 for _ in catalog.obsolete()),
        words=words,
        translated_words=translated_words,
    )
