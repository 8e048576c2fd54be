"""What a PO file holds: `Catalog > Entry`, each entry with the very text that it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Key = tuple[str | None, str]
"""msgctxt, or None where there is none, and msgid: what tells one message from another."""
FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message with its translation and all that people and programs noted about it."""

    msgid: str
    msgstrs: tuple[str, ...] = ("",)
    """One text; with `plural`, one for each form."""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    comments: tuple[str, ...] = ()
    """Whole lines that people wrote, each beginning with `#`."""
    extracted: tuple[str, ...] = ()
    """What the program says to translators: the lines `#.` without their sign."""
    references: tuple[str, ...] = ()
    """File and block: `source/01-start.md:start.1a2b3c4d`."""
    flags: tuple[str, ...] = ()
    workflow: tuple[str, ...] = ()
    """The flags of lines `#=`, which gettext plans for after 2027: they are kept and heeded."""
    previous_msgid: str | None = None
    """The msgid that the translation was made for, where that was another."""
    previous_msgctxt: str | None = None
    previous_msgid_plural: str | None = None
    obsolete: bool = False
    line: int = 0
    """The line of msgstr, from 1; 0 for an entry that was not read from a file."""
    raw: str = ""
    """The lines as they stand in the file; empty for an entry that must be written anew."""
    gap: str | None = None
    """The blank lines between it and the next, as read; None for one blank line."""

    @property
    def key(self) -> Key:
        """What tells it from the other entries of its catalog."""
        return self.msgctxt, self.msgid

    @property
    def msgstr(self) -> str:
        """The translation; of a plural, its first form."""
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
        """Whether the translation may stand in an edition."""
        return bool(self.msgstr.strip()) and not self.is_fuzzy and not self.obsolete

    def iter_block_ids(self) -> Iterator[str]:
        """The ids of the blocks that its references name; a line's number is none."""
        for reference in self.references:
            _, colon, block = reference.rpartition(":")
            if colon and not block.isdigit():
                yield block


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO or POT file."""

    file: str
    """Path below the guide's folder."""
    entries: tuple[Entry, ...]
    """The header first; then messages and obsolete messages as they stand in the file."""
    tail: str = ""
    """Blank lines and comments after the last entry."""
    newline: str = "\n"

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
        """Every message that is in use."""
        return (entry for entry in self.entries[1:] if not entry.obsolete)

    def iter_obsolete(self) -> Iterator[Entry]:
        """Every message that the guide no longer has."""
        return (entry for entry in self.entries[1:] if entry.obsolete)
