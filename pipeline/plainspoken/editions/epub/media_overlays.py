"""Render the media overlay of a section (EPUB 3.3 §9): one `par` for each sentence, in order."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Block, Section
from ...narration import RATE, Clip, Track

_SMIL = "http://www.w3.org/ns/SMIL"
_OPS = "http://www.idpf.org/2007/ops"
# What a listener may skip or leave early, by `epub:type` (EPUB 3.3 §9: skippability, escapability).
_SKIPPABLE = {"table": "table", "list": "list"}


def render_overlay(section: Section, track: Track, audio: str) -> bytes:
    """The overlay document that joins the document of a section and the sound file `audio`."""
    document = f"{section.id}.xhtml"
    root = etree.Element(f"{{{_SMIL}}}smil", version="3.0", nsmap={None: _SMIL, "epub": _OPS})  # type: ignore[dict-item]
    body = etree.SubElement(root, f"{{{_SMIL}}}body")
    body.set(f"{{{_OPS}}}textref", document)
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
            within = etree.SubElement(parent, f"{{{_SMIL}}}seq", id=f"seq.{block.id}")
            within.set(f"{{{_OPS}}}textref", f"{document}#{block.id}")
            within.set(f"{{{_OPS}}}type", _SKIPPABLE[block.kind])
        for sentence in block.sentences:
            clip = clips[sentence.id]
            par = etree.SubElement(within, f"{{{_SMIL}}}par", id=f"par.{sentence.id}")
            etree.SubElement(par, f"{{{_SMIL}}}text", src=f"{document}#{sentence.id}")
            times = {"clipBegin": format_clock(clip.begin), "clipEnd": format_clock(clip.end)}
            etree.SubElement(par, f"{{{_SMIL}}}audio", {"src": audio, **times})
        _add_blocks(within, block.children, document, audio, clips)
