"""Render media overlays (EPUB 3.3 §9): of a section, one `par` for each sentence, in order; of the
table of contents, one for each heading, heard where the section has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Block, Guide, Section
from ...narration import RATE, Clip, Track
from ..xml_elements import OPS, add_element, create_root
from .nav import NAV, list_headings, name_entry

# What a listener may skip or leave early, by `epub:type` (EPUB 3.3 §9: skippability, escapability).
_TYPES = {
    "list": "list",
    "item": "list-item",
    "table": "table",
    "row": "table-row",
    "cell": "table-cell",
}
# Reading systems skip notes for listeners who want none; a notice can only be left early. Documents
# do not say `note`: foliate-js hides such an `aside`.
_ALERTS = {
    "caution": "notice",
    "warning": "notice",
    "important": "notice",
    "tip": "note",
    "note": "note",
    "question": "note",
}


def render_overlay(section: Section, track: Track, audio: str) -> bytes:
    """The overlay document that joins the document of a section and the sound file `audio`."""
    document = f"{section.id}.xhtml"
    root, body = _create_overlay(document)
    clips = {clip.sentence_id: clip for clip in track.clips}
    _add_blocks(body, section.blocks, document, audio, clips)
    return _serialize(root)


def render_nav_overlay(guide: Guide, tracks: Sequence[Track]) -> tuple[bytes, int]:
    """The overlay document of the table of contents, and its samples. `tracks` are those of the
    sections, in their order: the headings are heard from there.
    """
    root, body = _create_overlay(NAV)
    contents = _add_seq(body, "toc", f"{NAV}#toc", "toc")
    total = 0
    for track, heading in _pair_headings(guide, tracks):
        clips = {clip.sentence_id: clip for clip in track.clips}
        spoken = [clips[sentence.id] for sentence in heading.sentences]
        begin, end = spoken[0].begin, spoken[-1].end
        entry = name_entry(heading)
        _add_par(contents, entry, f"{NAV}#{entry}", f"audio/{track.file_name}", begin, end)
        total += end - begin
    return _serialize(root), total


def format_clock(samples: int) -> str:
    """A time in samples as a SMIL 3.0 clock value in seconds, to the millisecond."""
    return f"{samples / RATE:.3f}s"


def _pair_headings(guide: Guide, tracks: Sequence[Track]) -> Iterator[tuple[Track, Block]]:
    for section, track in zip(guide.sections, tracks, strict=True):
        for heading in list_headings(section):
            yield track, heading


def _create_overlay(document: str) -> tuple[Element, Element]:
    root = create_root("http://www.w3.org/ns/SMIL", "smil", {"epub": OPS}, version="3.0")
    return root, add_element(root, "body", epub_textref=document)


def _serialize(root: Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _add_blocks(
    parent: Element, blocks: Sequence[Block], document: str, audio: str, clips: dict[str, Clip]
) -> None:
    for block in blocks:
        within = parent
        kind = _ALERTS.get(block.variety, "") if block.kind == "alert" else _TYPES.get(block.kind)
        if kind and any(block.leaves()):  # SMIL 3.0: a `seq` holds something
            within = _add_seq(parent, block.id, f"{document}#{block.id}", kind)
        for sentence in block.sentences:
            clip = clips[sentence.id]
            text = f"{document}#{sentence.id}"
            _add_par(within, sentence.id, text, audio, clip.begin, clip.end)
        _add_blocks(within, block.children, document, audio, clips)


def _add_seq(parent: Element, name: str, address: str, kind: str) -> Element:
    return add_element(parent, "seq", id=f"seq.{name}", epub_textref=address, epub_type=kind)


def _add_par(parent: Element, name: str, text: str, audio: str, begin: int, end: int) -> None:
    par = add_element(parent, "par", id=f"par.{name}")
    add_element(par, "text", src=text)
    times = {"clipBegin": format_clock(begin), "clipEnd": format_clock(end)}
    add_element(par, "audio", src=audio, **times)
