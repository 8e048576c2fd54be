"""A text that was only misspelt goes in; its translation stays, and a comment says why.

A correction of the source that changes no meaning undoes no translation. People name its block,
as it was or as it is now; nobody can tell it from the words alone: "5 mg" may be one for "50 mg".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..diagnostics.finding import Finding
from ..po.model import Entry, Key
from .fuzzy_match import Matches
from .similarity import MAX_LENGTH

_SHOWN = 60
"""Characters of changed words that a comment shows."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Which blocks were only corrected."""

    blocks: frozenset[str] = frozenset()
    release: str = ""
    """What a comment names: the guide's version and date."""

    def names(self, *entries: Entry) -> bool:
        """Whether one of these is a block that was only corrected."""
        return any(block in self.blocks for entry in entries for block in entry.iter_block_ids())


NO_CORRECTIONS = Corrections()


def find_corrected(
    messages: Iterable[Entry],
    active: Mapping[Key, Entry],
    pool: Mapping[Key, Entry],
    gifts: Matches,
    typos: Corrections,
) -> dict[Key, Entry]:
    """For each corrected message the entry with its old text, whose translation is good as it is.

    The old text may have been in use until now, or it was replaced before the correction was
    named: then the message is fuzzy, and the old text is obsolete.
    """
    found: dict[Key, Entry] = {}
    for message in messages if typos.blocks else ():
        entry, gift = active.get(message.key), gifts.get(message.key)
        old = None
        if entry is not None and entry.is_fuzzy and entry.previous_msgid and typos.names(message):
            old = pool.get((entry.previous_msgctxt or entry.msgctxt, entry.previous_msgid))
            if old is not None and old.msgstrs == entry.msgstrs:
                comments = dict.fromkeys((*old.comments, *entry.comments))
                old = replace(old, comments=tuple(comments))
        elif gift is not None and len(gift.donors) == 1 and not gift.is_part:
            old = gift.donors[0] if typos.names(message, gift.donors[0]) else None
        if (
            old is not None
            and old.is_translated
            and not old.is_fuzzy
            and old.msgid_plural == message.msgid_plural
        ):
            found[message.key] = old
    return found


def apply_correction(message: Entry, old: Entry, typos: Corrections) -> Entry:
    """The message with the translation of its old text, and a comment that tells what changed."""
    return replace(
        message,
        msgstrs=old.msgstrs,
        comments=(*old.comments, _comment(old.msgid, message.msgid, typos.release)),
        flags=tuple(dict.fromkeys((*message.flags, *old.flags))),
        workflow=old.workflow,
        line=0,
        raw="",
        gap=None,
    )


def report_unused(typos: Corrections, done: Iterable[tuple[Entry, Entry]]) -> list[Finding]:
    """A fault for each block that was named and of which no translation was kept."""
    used = {block for pair in done for entry in pair for block in entry.iter_block_ids()}
    what = "was to be corrected, but no translation of it was for another text"
    hint = "Name a block as a line `#:` of a catalog does, after the colon; see --dry-run."
    return [Finding("", 0, f"{block} {what}", hint) for block in sorted(typos.blocks - used)]


def _comment(old: str, new: str, release: str) -> str:
    pairs = _changes(old, new) if len(old) + len(new) <= MAX_LENGTH else []
    changed = ", ".join(f'"{one}" → "{other}"' for one, other in pairs)
    return f"# typo corrected ({release}): {changed or 'a long text'}"


def _changes(old: str, new: str) -> list[tuple[str, str]]:
    """The words that changed, with the word before where some came or went."""
    from difflib import SequenceMatcher

    before, after = old.split(), new.split()
    pairs = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        back = int(tag in ("insert", "delete") and i1 > 0 and j1 > 0)
        if tag != "equal":
            pairs.append((_cut(before[i1 - back : i2]), _cut(after[j1 - back : j2])))
    return pairs


def _cut(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
