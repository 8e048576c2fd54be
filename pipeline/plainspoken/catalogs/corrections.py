"""Keep the translations of texts in which only a misprint was corrected.

They stay without the fuzzy flag; a translator comment says what changed. People name the block, by
its old id or its new one: "5 mg" may be a misprint of "50 mg", so a program cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..diagnostics.finding import Finding
from ..po.model import Entry, Key
from .match_search import Match, Matches, Search
from .similarity import MAX_LENGTH

_MAX_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Corrections:
    """Which blocks were only corrected."""

    blocks: frozenset[str] = frozenset()
    release: str = ""
    """The guide's version and date, which comments name."""

    def covers(self, *entries: Entry) -> bool:
        """Whether one of these entries belongs to a block that was only corrected."""
        return any(block in self.blocks for entry in entries for block in entry.iter_block_ids())


NO_CORRECTIONS = Corrections()


def find_corrected(
    messages: Iterable[Entry], search: Search, matches: Matches, corrections: Corrections
) -> dict[Key, Entry]:
    """Find for each corrected message the entry with its old text, whose translation is kept."""
    corrected: dict[Key, Entry] = {}
    for message in messages if corrections.blocks else ():
        entry, match = search.active.get(message.key), matches.get(message.key)
        old = None
        if entry is not None:
            old = _find_replaced(entry, search.obsolete) if corrections.covers(message) else None
        elif match is not None:
            old = _find_matched(message, match, corrections)
        if old is None or not old.is_translated or old.is_fuzzy:
            continue
        if old.msgid_plural == message.msgid_plural:
            corrected[message.key] = old
    return corrected


def apply_correction(message: Entry, old: Entry, corrections: Corrections) -> Entry:
    """Give a message the translation of its old text, and a comment that says what changed."""
    return replace(
        message,
        msgstrs=old.msgstrs,
        comments=(*old.comments, _format_comment(old.msgid, message.msgid, corrections.release)),
        flags=tuple(dict.fromkeys((*message.flags, *old.flags))),
        workflow=old.workflow,
        line=0,
        raw="",
        gap=None,
    )


def report_unused(
    corrections: Corrections, applied: Iterable[tuple[Entry, Entry]]
) -> list[Finding]:
    """Report each named block of which no translation was kept; `applied`: old and new entries."""
    used = {block for pair in applied for entry in pair for block in entry.iter_block_ids()}
    message = "was to be corrected, but no translation of it was for another text"
    hint = "Name a block as a line `#:` of a catalog does, after the colon; see --dry-run."
    return [
        Finding("", 0, f"`{block}` {message}", hint) for block in sorted(corrections.blocks - used)
    ]


def _find_replaced(entry: Entry, obsolete: Mapping[Key, Entry]) -> Entry | None:
    if not entry.is_fuzzy or not entry.previous_msgid:
        return None
    old = obsolete.get((entry.previous_msgctxt or entry.msgctxt, entry.previous_msgid))
    if old is None or old.msgstrs != entry.msgstrs:
        return old
    return replace(old, comments=tuple(dict.fromkeys((*old.comments, *entry.comments))))


def _find_matched(message: Entry, match: Match, corrections: Corrections) -> Entry | None:
    if len(match.entries) != 1 or match.is_part:
        return None
    return match.entries[0] if corrections.covers(message, match.entries[0]) else None


def _format_comment(old: str, new: str, release: str) -> str:
    pairs = _diff_words(old, new) if len(old) + len(new) <= MAX_LENGTH else []
    changes = ", ".join(f'"{before}" → "{after}"' for before, after in pairs)
    return f"# typo corrected ({release}): {changes or 'a long text'}"


def _diff_words(old: str, new: str) -> list[tuple[str, str]]:
    """List the words that changed; where words were added or removed, with the word before."""
    from difflib import SequenceMatcher

    before, after = old.split(), new.split()
    pairs = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        back = int(tag in ("insert", "delete") and i1 > 0 and j1 > 0)
        if tag != "equal":
            pairs.append((shorten(before[i1 - back : i2]), shorten(after[j1 - back : j2])))
    return pairs


def shorten(words: Sequence[str]) -> str:
    """Join words to a text of at most 60 characters, to be shown in one line."""
    text = " ".join(words)
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"
