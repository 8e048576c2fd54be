"""Model of a PO file: a `Catalog` of `Entry`s, in the terms of the GNU gettext manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Key = tuple[str | None, str]
"""msgctxt, None where there is none, and msgid: together they identify a message."""
FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message with its translation, comments and flags."""

    msgid: str
    msgstrs: tuple[str, ...] = ("",)
    """One text; with `msgid_plural`, one for each plural form."""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    comments: tuple[str, ...] = ()
    """Translator comments: whole lines, each beginning with `#`."""
    extracted: tuple[str, ...] = ()
    """Extracted comments, for translators: the lines `#.` without that prefix."""
    references: tuple[str, ...] = ()
    """File and block, from lines `#:`: `source/01-start.md:start.1a2b3c4d`."""
    flags: tuple[str, ...] = ()
    workflow: tuple[str, ...] = ()
    """Workflow flags: those of lines `#=`, which gettext plans to write after 2027."""
    previous_msgid: str | None = None
    """The msgid that a fuzzy translation was made for, from lines `#|`."""
    previous_msgctxt: str | None = None
    previous_msgid_plural: str | None = None
    obsolete: bool = False
    line: int = 0
    """The line of msgstr, from 1; 0 for an entry that was not read from a file."""
    raw: str = ""
    """The lines as they were read; empty for an entry that is new or has changed."""
    gap: str | None = None
    """The blank lines between it and the next entry, as read; None for one blank line."""

    @property
    def key(self) -> Key:
        """What identifies it in its catalog."""
        return self.msgctxt, self.msgid

    @property
    def msgstr(self) -> str:
        """The translation; with plural forms, the first."""
        return self.msgstrs[0]

    @property
    def is_fuzzy(self) -> bool:
        """Whether a person must look at the translation before it is used."""
        return FUZZY in self.flags or FUZZY in self.workflow

    @property
    def is_translated(self) -> bool:
        """Whether there is a translation, fuzzy or not."""
        return any(self.msgstrs)

    @property
    def is_usable(self) -> bool:
        """Whether an edition may use the translation."""
        return bool(self.msgstr.strip()) and not self.is_fuzzy and not self.obsolete

    def iter_block_ids(self) -> Iterator[str]:
        """Yield the ids of the blocks that its references name; line numbers are passed over."""
        for reference in self.references:
            _, colon, block_id = reference.rpartition(":")
            if colon and not block_id.isdigit():
                yield block_id


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO or POT file."""

    file: str
    entries: tuple[Entry, ...]
    """The header first; then messages and obsolete messages in the order of the file."""
    tail: str = ""
    """Blank lines and comments after the last entry."""
    newline: str = "\n"
    is_wrapped: bool = True
    """Whether long lines are broken; else only where the text has a line end."""

    @property
    def header(self) -> Entry:
        """The entry of the empty msgid."""
        return self.entries[0]

    @property
    def header_fields(self) -> Mapping[str, str]:
        """The header's fields by name."""
        pairs = (line.partition(":") for line in self.header.msgstr.split("\n"))
        return {name.strip(): value.strip() for name, colon, value in pairs if colon}

    def iter_messages(self) -> Iterator[Entry]:
        """Yield every message that is in use."""
        return (entry for entry in self.entries[1:] if not entry.obsolete)

    def iter_obsolete(self) -> Iterator[Entry]:
        """Yield every obsolete message."""
        return (entry for entry in self.entries[1:] if entry.obsolete)
