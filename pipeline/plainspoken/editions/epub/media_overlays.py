"""Render the media overlay of a section (EPUB 3.3 §9): one `par` for each sentence, in order."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Block, Section
from ...narration import RATE, Clip, Track
from ..xml_elements import OPS, add_element, create_root

# What a listener may skip or leave early, by `epub:type` (EPUB 3.3 §9: skippability, escapability).
_SKIPPABLE = ("table", "list")


def render_overlay(section: Section, track: Track, audio: str) -> bytes:
    """The overlay document that joins the document of a section and the sound file `audio`."""
    document = f"{section.id}.xhtml"
    root = create_root("http://www.w3.org/ns/SMIL", "smil", {"epub": OPS}, version="3.0")
    body = add_element(root, "body", epub_textref=document)
    clips = {clip.sentence_id: clip for clip in track.clips}
    _add_blocks(body, section.blocks, document, audio, clips)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def format_clock(samples: int) -> str:
    """A time in samples as a SMIL 3.0 clock value in seconds, to the millisecond."""
    return f"{samples / RATE:.3f}s"


def _add_blocks(
    parent: Element, blocks: Sequence[Block], document: str, audio: str, clips: dict[str, Clip]
) -> None:
    for block in blocks:
        within = parent
        if block.kind in _SKIPPABLE:
            address = f"{document}#{block.id}"
            within = add_element(
                parent, "seq", id=f"seq.{block.id}", epub_textref=address, epub_type=block.kind
            )
        for sentence in block.sentences:
            clip = clips[sentence.id]
            par = add_element(within, "par", id=f"par.{sentence.id}")
            add_element(par, "text", src=f"{document}#{sentence.id}")
            begin, end = format_clock(clip.begin), format_clock(clip.end)
            add_element(par, "audio", src=audio, clipBegin=begin, clipEnd=end)
        _add_blocks(within, block.children, document, audio, clips)
