"""List the critical messages of a guide with the reasons, for `plainspoken catalogs status`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...diagnostics.visible_text import shorten, show_hidden

if TYPE_CHECKING:
    from ...catalogs.critical_text import Reason
    from ...catalogs.extract import Message
    from ...guide import Block, Guide

_MOST_CHARACTERS = 76
"""Of a text in the list; in JSON it is whole."""


def print_critical(guide: Guide) -> None:
    """Print each critical message at its line, with the reasons; then what the source exempts."""
    messages, explained, exempt = _explain(guide)
    print(f"Critical messages: {len(explained)} of {len(messages)}.")
    for message, reasons in explained:
        print(f"{_format_place(message.blocks[0])} {_shorten(message.text)}")
        for reason in reasons:
            print(f"    {_shorten(reason.describe())}")
    if exempt:
        print(f"Marked as not critical in the source: {len(exempt)}.")
    for block, reasons in exempt:
        print(f"{_format_place(block)} {_shorten(block.text)}")
        print(f"    why it is not: {block.critical_mark.reason if block.critical_mark else ''}")
        for reason in reasons:
            print(f"    {_shorten(reason.describe())}")


def to_json(guide: Guide) -> Mapping[str, Any]:
    """The same for programs: `critical` and `not_critical`."""
    _, explained, exempt = _explain(guide)
    return {
        "critical": [
            {
                "msgid": message.text,
                "context": message.entry.msgctxt,
                "places": [_locate(block) for block in message.blocks],
                "reasons": list(_list_reasons(reasons)),
            }
            for message, reasons in explained
        ],
        "not_critical": [
            {
                "text": block.text,
                "places": [_locate(block)],
                "why_not": block.critical_mark.reason if block.critical_mark else "",
                "reasons": list(_list_reasons(reasons)),
            }
            for block, reasons in exempt
        ],
    }


def _explain(
    guide: Guide,
) -> tuple[
    Sequence[Message],
    Sequence[tuple[Message, tuple[Reason, ...]]],
    Sequence[tuple[Block, tuple[Reason, ...]]],
]:
    """All messages, the critical ones, and the blocks that the source exempts; in order."""
    from ...catalogs.critical import explain_critical, find_exempt
    from ...catalogs.extract import extract_messages

    messages = extract_messages(guide)
    explained = explain_critical(guide, messages)
    exempt = find_exempt(guide)
    blocks = (block for message in messages for block in message.blocks)
    return (
        messages,
        [(message, explained[message.key]) for message in messages if message.key in explained],
        [(block, exempt[block.id]) for block in blocks if block.id in exempt],
    )


def _list_reasons(reasons: Sequence[Reason]) -> Iterator[Mapping[str, str]]:
    for reason in reasons:
        yield {"kind": reason.kind, "words": reason.words}


def _locate(block: Block) -> Mapping[str, Any]:
    return {"id": block.id, "file": block.place.file, "line": block.place.line}


def _format_place(block: Block) -> str:
    return f"{block.place.file}:{block.place.line}:" if block.place.line else block.place.file


def _shorten(text: str) -> str:
    return shorten(show_hidden(" ".join(text.split())), _MOST_CHARACTERS)
