"""Write the script of a narration as a page: each sentence as it is written and as it is said, with
its sound. It is made on demand, and is no edition for readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from markupsafe import Markup, escape

from ...config.project import LocaleSettings, Project
from ...front_matter import name_narrator
from ...guide import Guide, Section
from ...languages import load
from ...narration import RATE, Clip, Narration, SpokenPart, Track
from ..base import Artifact
from ..pages import render_page


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One sentence of the page. Each part of its texts names its language."""

    lang: str
    written: Markup
    """With <mark> round what is said in other words."""
    spoken: Markup
    """With <mark> round the words that differ; empty where nothing is said."""
    cue: Markup
    """What is said before it; empty for nothing."""
    differs: bool
    sound: str
    """The address of its sound: a stretch of the section's track."""


def build(
    guide: Guide, narration: Narration, _project: Project, _locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `script/index.html` below `out`; it plays the sound files beside it."""
    tracks = {track.section_id: track for track in narration.tracks}
    sections = [
        (section.title, list(_list_lines(section, narration, tracks.get(section.id))))
        for section in guide.sections
    ]
    page = render_page(
        __package__,
        guide=guide,
        language=load(guide.lang),
        voices=name_narrator(load(guide.lang), narration.readers, short=True),
        sections=sections,
        total=sum(len(lines) for _, lines in sections),
        differing=sum(line.differs for _, lines in sections for line in lines),
    )
    (out / "script").mkdir()
    (out / "script" / "index.html").write_text(page, "utf-8")
    return (Artifact("script/index.html", "text/html"),)


def _list_lines(
    section: Section, narration: Narration, track: Track | None
) -> Iterator[ScriptLine]:
    clips = {clip.sentence_id: clip for clip in track.clips} if track else {}
    for sentence in section.sentences():
        said = narration.script[sentence.id]
        yield ScriptLine(
            lang=load(sentence.lang).tag,
            written=_mark(said.parts, 0),
            spoken=_mark(said.parts, 1) if any(map(_has_words, said.parts)) else Markup(),
            cue=_mark(said.cue, 1, is_all_marked=True),
            differs=any(text != words for part in said.parts for text, words in part.stretches),
            sound=locate_sound(track, clips.get(sentence.id)),
        )


def _has_words(part: SpokenPart) -> bool:
    return any(words.strip() for _, words in part.stretches)


def _mark(parts: Iterable[SpokenPart], which: Literal[0, 1], is_all_marked: bool = False) -> Markup:
    """The texts of parts, or their words, with marks round the stretches in which both differ."""
    spans = []
    for part in parts:
        pieces = [
            Markup("<mark>{}</mark>").format(pair[which])
            if is_all_marked or pair[0] != pair[1]
            else escape(pair[which])
            for pair in part.stretches
        ]
        spans.append(Markup('<span lang="{}">{}</span>').format(part.lang, Markup().join(pieces)))
    return Markup().join(spans)


def locate_sound(track: Track | None, clip: Clip | None) -> str:
    """Where a page in a folder beside `audio/` finds the sound of a sentence; empty: nowhere. It is
    a media fragment (Media Fragments URI 1.0, §4.2.1): seconds from and to.
    """
    if not (track and clip):
        return ""
    return f"../audio/{track.file_name}#t={clip.begin / RATE:.3f},{clip.end / RATE:.3f}"
