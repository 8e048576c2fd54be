"""What a check looks at: a text and its translation, both read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...findings import Finding, Level
from ...guide import Span
from ...parsing.blocks import labels_of
from ...parsing.inline import Fault, Names, read_inline
from ...project import LocaleSettings
from ..entries import Entry
from ..messages import Message

_ANY = "\N{OBJECT REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and the translation that may stand for it."""

    file: str
    entry: Entry
    source_lang: str
    locale: LocaleSettings
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    faults: tuple[Fault, ...]
    """What is wrong in the translation's Markdown."""

    @property
    def source_text(self) -> str:
        """The words of the text, values left out."""
        return _words(self.source)

    @property
    def target_text(self) -> str:
        """The words of the translation, values left out."""
        return _words(self.target)

    def finding(self, message: str, cure: str, level: Level = "error") -> Finding:
        """A finding at this translation, both texts shown."""
        detail = (f"msgid  {self.entry.msgid!r}", f"msgstr {self.entry.msgstr!r}")
        return Finding(self.file, self.entry.line, message, cure, level, detail)


def make_pair(
    file: str,
    source_lang: str,
    locale: LocaleSettings,
    message: Message,
    entry: Entry,
    terms: frozenset[str],
    values: frozenset[str],
) -> Pair:
    """Read both sides of a message; `terms` and `values` are those of the guide."""
    if message.code:
        return Pair(
            file, entry, source_lang, locale, (Span(entry.msgid),), (Span(entry.msgstr),), ()
        )
    links = {label: to for block in message.blocks for label, to in labels_of(block).items()}
    names = Names(links, terms, dict.fromkeys(values, (_ANY, "")))
    read = read_inline(entry.msgstr, names)
    source = read_inline(entry.msgid, names).spans
    return Pair(file, entry, source_lang, locale, source, read.spans, read.faults)


def _words(spans: Sequence[Span]) -> str:
    return "".join(" " if span.mark("value") else span.text for span in spans)
