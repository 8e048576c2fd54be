"""Write the feed of a narration, its picture and its transcripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...config.project import LocaleSettings, Project
from ...diagnostics.finding import Finding
from ...guide import Guide
from ...narration import Narration
from ..base import Artifact
from ..cover_picture import draw_picture
from ..timings.webvtt import render_captions
from .rss import COVER, name_transcript, render_feed

_COVER_SIDE = 1400
"""Pixels: Apple takes none that is smaller."""


@dataclass(frozen=True, slots=True)
class _FeedEdition:
    """The edition as a build knows it: a function that can say beforehand what it lacks."""

    follows_sound: bool = True

    def __call__(
        self,
        guide: Guide,
        narration: Narration,
        project: Project,
        locale: LocaleSettings,
        out: Path,
    ) -> tuple[Artifact, ...]:
        """Write `feed.xml` and what it names in `feed/`, where a voice reads the guide."""
        if not (narration.tracks and project.feed):
            return ()
        (out / "feed").mkdir()
        (out / "feed.xml").write_bytes(
            render_feed(guide, narration, project, project.feed, locale.lang)
        )
        (out / COVER).write_bytes(draw_picture(_COVER_SIDE))
        artifacts = [Artifact("feed.xml", "application/rss+xml"), Artifact(COVER, "image/png")]
        for section, track in zip(guide.sections, narration.tracks, strict=True):
            name = name_transcript(track)
            (out / name).write_text(render_captions(section, track, guide.lang), "utf-8")
            artifacts.append(Artifact(name, "text/vtt"))
        return tuple(artifacts)

    def find_errors(self, project: Project) -> Iterator[Finding]:
        """An error where nobody has said what the address of the sound files will be."""
        if not project.feed:
            hint = 'Add [feed] with url = "https://…": the address at which dist is served.'
            message = "the edition 'feed' needs an address, and there is no [feed]"
            yield project.config.error(["editions"], message, hint)


build = _FeedEdition()
