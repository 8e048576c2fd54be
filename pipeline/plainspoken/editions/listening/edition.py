"""Write what was heard of the sound as a page: the doubtful sentences with their sound, and how
many words were heard otherwise. It is made on demand, and is no edition for readers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...audio.listening.approvals import Acceptance, Approvals
from ...audio.listening.hearing import HeardSentence, Hearing, count_names
from ...config.project import LocaleSettings, Project
from ...guide import Guide
from ...languages import load
from ...narration import Narration
from ..base import Artifact
from ..pages import render_page
from ..script.edition import locate_sound


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful sentence on the page."""

    sentence: HeardSentence
    sound: str
    """The address of its sound: a stretch of the section's track."""
    acceptance: Acceptance | None


@dataclass(frozen=True, slots=True)
class SectionFigures:
    """How well a section was heard."""

    title: str
    sentences: int
    doubtful: int
    words: int
    errors: int

    @property
    def share(self) -> str:
        """Of words that were heard otherwise."""
        return f"{self.errors / max(self.words, 1):.1%}"


def build(
    hearing: Hearing,
    approvals: Approvals,
    guide: Guide,
    narration: Narration,
    _project: Project,
    _locale: LocaleSettings,
    out: Path,
) -> tuple[Artifact, ...]:
    """Write `listen/index.html` below `out`; it plays the sound files beside it."""
    doubts = [
        Doubt(each, locate_sound(each.track, each.clip), approvals.find(each))
        for each in hearing.doubtful
    ]
    sections = list(_count_sections(guide, hearing))
    everything = ("All", len(hearing.sentences), len(doubts), hearing.words, hearing.errors)
    page = render_page(
        __package__,
        guide=guide,
        language=load(guide.lang),
        voices=", ".join(reader.name for reader in narration.readers),
        hearing=hearing,
        doubts=doubts,
        accepted=sum(doubt.acceptance is not None for doubt in doubts),
        sections=sections,
        everything=SectionFigures(*everything),
        names=count_names(hearing),
        signed=[(each.by, approvals.is_valid(each, narration)) for each in approvals.signed],
    )
    (out / "listen").mkdir()
    (out / "listen" / "index.html").write_text(page, "utf-8")
    return (Artifact("listen/index.html", "text/html"),)


def _count_sections(guide: Guide, hearing: Hearing) -> Iterator[SectionFigures]:
    for section in guide.sections:
        heard = [each for each in hearing.sentences if each.track.section_id == section.id]
        stretches = [each for each in hearing.stretches if each.section_id == section.id]
        yield SectionFigures(
            section.title,
            len(heard),
            sum(bool(each.doubts) for each in heard),
            sum(each.words for each in stretches),
            sum(each.errors for each in stretches),
        )
