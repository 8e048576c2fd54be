"""Write the address of each link of a block on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ...guide import Block, Guide, Section, Span
from ..page_languages import note_page_language


@dataclass(frozen=True, slots=True)
class Target:
    """A section, heading or entry that a link of the guide may lead to."""

    file: str
    """The name of the file of its section: `01-opening.txt`."""
    title: str


def find_targets(guide: Guide) -> dict[str, Target]:
    """All that links within the guide can lead to, by id."""
    targets = {}
    for number, section in enumerate(guide.sections, 1):
        file = f"{number:02}-{section.id}.txt"
        targets[section.id] = Target(file, section.title)
        for block in section.iter_blocks():
            title = block.text if block.kind == "heading" else section.title
            targets[block.id] = Target(file, title)
    return targets


def list_addresses(
    block: Block, section: Section, targets: Mapping[str, Target], languages: Mapping[str, str]
) -> Iterator[str]:
    """A line for each link of a block whose address its text does not show: `text: address`.

    Of `languages`, that of the page is said where it is another than the block's.
    """
    spans = [span for sentence in block.sentences for span in sentence.spans]
    lines = []
    for mark, linked in groupby(spans, lambda span: span.mark("link")):
        if mark and mark.target.startswith("#"):
            lines.append(_write_place(mark.target, _join(linked), section, targets))
        elif mark:
            note = note_page_language(languages.get(mark.target, ""), block.lang)
            lines.append(_write_address(mark.target, _join(linked), note))
    yield from dict.fromkeys(filter(None, lines))


def _write_address(address: str, text: str, note: str) -> str:
    """The line of a link out of the guide; nothing where its text says all of it."""
    if _is_shown(address, text):
        return ""
    return f"{' '.join(filter(None, (text, note)))}: {address}"


def _write_place(address: str, text: str, section: Section, targets: Mapping[str, Target]) -> str:
    """The line of a link within the guide; nothing where its text says all of it."""
    target = targets[address[1:]]
    parts = [] if text == target.title else [target.title]
    if target.file != targets[section.id].file:
        parts.append(target.file)
    return f"{text}: {', '.join(parts)}" if parts else ""


def _is_shown(address: str, text: str) -> bool:
    scheme, _, rest = address.partition(":")
    if scheme == "tel":
        return re.sub(r"\D", "", rest) in re.sub(r"\D", "", text)
    return address in text or (scheme == "mailto" and rest in text)


def _join(spans: Iterator[Span]) -> str:
    return " ".join("".join(span.text for span in spans).split())
