"""Write the script of a narration as a page: each sentence as it is written and as it is said, with
its sound. It is made on demand, and is no edition for readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...audio.cues import list_cues
from ...audio.spoken_text import say_sentence
from ...config.project import LocaleSettings, Project
from ...guide import Guide, Section, Sentence
from ...languages import load
from ...narration import RATE, Clip, Narration, Track
from ...spoken.text import SpokenText
from ..base import Artifact


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One sentence of the page."""

    lang: str
    written: Markup
    """With <mark> round what is said in other words."""
    spoken: Markup
    """With <mark> round the words that differ; empty where nothing is said."""
    cue: str
    """What is said before it; empty for nothing."""
    differs: bool
    sound: str
    """The address of its sound: a stretch of the section's track."""


def build(
    guide: Guide, narration: Narration, project: Project, _locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `script/index.html` below `out`; it plays the sound files beside it."""
    tracks = {track.section_id: track for track in narration.tracks}
    sections = [
        (section.title, list(_list_lines(section, guide, project, tracks.get(section.id))))
        for section in guide.sections
    ]
    environment = Environment(
        loader=PackageLoader(__package__), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    page = environment.get_template("page.html").render(
        guide=guide,
        language=load(guide.lang),
        voices=", ".join(narration.voices),
        sections=sections,
        total=sum(len(lines) for _, lines in sections),
        differing=sum(line.differs for _, lines in sections for line in lines),
    )
    (out / "script").mkdir()
    (out / "script" / "index.html").write_text(page, "utf-8")
    return (Artifact("script/index.html", "text/html"),)


def _list_lines(
    section: Section, guide: Guide, project: Project, track: Track | None
) -> Iterator[ScriptLine]:
    cues = list_cues(section, guide, has_language_cue=project.language_cue)
    clips = {clip.sentence_id: clip for clip in track.clips} if track else {}
    for sentence in section.sentences():
        region = project.regions.get(sentence.lang, "")
        spoken = say_sentence(sentence, guide.lexicon, "", region)
        cue = cues.get(sentence.id)
        written, words = _mark(spoken)
        yield ScriptLine(
            load(sentence.lang).tag, written, words if spoken.words else Markup(), _say_cue(cue),
            bool(spoken.sayings), _locate_sound(track, clips.get(sentence.id)),
        )  # fmt: skip


def _say_cue(cue: Sentence | None) -> str:
    return say_sentence(cue, (), "").words if cue else ""


def _mark(spoken: SpokenText) -> tuple[Markup, Markup]:
    """The text and its words, with marks round the stretches that differ."""
    written, words = [], []
    at = 0
    for saying in spoken.sayings:
        between = spoken.written[at : saying.start]
        mark = Markup("<mark>{}</mark>")
        written += [Markup.escape(between), mark.format(spoken.written[saying.start : saying.end])]
        words += [Markup.escape(between), mark.format(saying.words)]
        at = saying.end
    rest = Markup.escape(spoken.written[at:])
    return Markup().join([*written, rest]), Markup().join([*words, rest])


def _locate_sound(track: Track | None, clip: Clip | None) -> str:
    """By a media fragment (Media Fragments URI 1.0, §4.2.1): seconds from and to."""
    if not (track and clip):
        return ""
    return f"../audio/{track.file_name}#t={clip.begin / RATE:.3f},{clip.end / RATE:.3f}"
