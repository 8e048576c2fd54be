"""Read the HTML comments that tell something: what they allow, what they mark, what they ask.

    <!-- allow NAME: REASON -->      the finding NAME is right here
    <!-- critical -->                a mistake here can hurt a reader
    <!-- not critical: REASON -->    none can, though it reads so
    <!-- review: TEXT -->            a note for who reviews the text, in no edition

Other comments are notes of the author, and left out. One that is written nearly so is an error: it
would be taken for a note, and do nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics.suppressions import Suppression
from ..guide import CriticalMark

ALLOW_SYNTAX = "`<!-- allow NAME: REASON -->`"
MARK_SYNTAX = "`<!-- critical -->` or `<!-- not critical: REASON -->`"
NOTE_SYNTAX = "`<!-- review: TEXT -->`"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ALLOW = re.compile(r"<!--\s*allow\b\s*([\w-]*)\s*:?(.*?)-->", re.DOTALL)
_CRITICAL = re.compile(r"<!--\s*critical\s*-->")
_NOT_CRITICAL = re.compile(r"<!--\s*not\s+critical\s*:(.*?)-->", re.DOTALL)
_REVIEW = re.compile(r"<!--\s*review\s*(?:[:：](.*?))?-->", re.DOTALL | re.IGNORECASE)
_MISWRITTEN = re.compile(
    r"<!--\W*(?:(?:not|non|un|is|isn't|no|very)(?![^\W_])[\s_:-]*|(?:un|non|not)(?=cr))?"
    r"(?:cr[aeiou]*t[a-z]*c?[a-z]*al|critic\w*|crtical|critcal)\b(?!\s+\w+\s+\w)",
    re.IGNORECASE,
)
"""Critical or not critical, in other words, other case or misspelt, and no sentence."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment tells; nothing where it is a note."""

    suppression: Suppression | None = None
    mark: CriticalMark | None = None
    note: str = ""
    """What it says to who reviews the text, on one line."""
    error: tuple[str, str] | None = None
    """What is wrong with it, and what to do."""


def read_comment(text: str, is_translation: bool = False) -> Comment:
    """Read one comment, with its signs. What belongs to the source is an error in a translation."""
    comment = _read_comment(text)
    if is_translation and comment.mark:
        return Comment(error=(f"`{text}` marks a translation", "Mark the text in the source."))
    if is_translation and comment.note:
        hint = "Write it above the message, after `# `."
        return Comment(error=(f"`{text}` is in a translation", hint))
    return comment


def _read_comment(text: str) -> Comment:
    if found := _ALLOW.match(text):
        reason = " ".join((found[2] or "").split())
        error = None if reason else (f"`{text}` gives no reason", f"Write {ALLOW_SYNTAX}.")
        return Comment(Suppression(found[1], reason), error=error)
    if _CRITICAL.fullmatch(text):
        return Comment(mark=CriticalMark(is_critical=True))
    if found := _NOT_CRITICAL.fullmatch(text):
        if reason := " ".join(found[1].split()):
            return Comment(mark=CriticalMark(is_critical=False, reason=reason))
        return Comment(error=(f"`{text}` gives no reason", f"Write {MARK_SYNTAX}."))
    if found := _REVIEW.fullmatch(text):
        if note := " ".join((found[1] or "").split()):
            return Comment(note=note)
        return Comment(error=(f"`{text}` says nothing", f"Write {NOTE_SYNTAX}, or remove it."))
    if _MISWRITTEN.match(text):
        return Comment(error=(f"`{text}` does not mark anything", f"Write {MARK_SYNTAX}."))
    return Comment()


def find_notes(text: str) -> Iterator[tuple[int, str]]:
    """The notes for reviewers among comments: line from 0, and text."""
    for found in _COMMENT.finditer(text):
        if note := read_comment(found[0]).note:
            yield text.count("\n", 0, found.start()), note


def find_stray_comments(text: str) -> Iterator[tuple[int, str, str]]:
    """What is wrong with comments that stand alone: line from 0, message and hint. One that tells
    something belongs to the text that it stands in.
    """
    for found in _COMMENT.finditer(text):
        line = text.count("\n", 0, found.start())
        comment = read_comment(found[0])
        if comment.mark:
            hint = "Put it at the end of the text that it is for, on the same line."
            yield line, f"`{found[0]}` belongs to no text", hint
        elif comment.suppression:
            hint = f"Put {ALLOW_SYNTAX} at the end of the paragraph that it is for."
            yield line, "a comment that allows something belongs to no paragraph", hint
        elif comment.error:
            yield line, *comment.error
