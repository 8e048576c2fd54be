"""Write the feed of a narration, its picture and its transcripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...config.project import LocaleSettings, Project
from ...diagnostics.finding import Finding
from ...guide import Guide
from ...narration import Narration
from ..base import Artifact, declare
from ..cover_picture import draw_picture
from ..timings.webvtt import write_captions
from .rss import COVER, FOLDER, render_feed

_COVER_SIDE = 1400
"""Pixels: Apple takes none that is smaller."""


def _find_errors(project: Project) -> Iterator[Finding]:
    """An error where nobody has said what the address of the sound files will be."""
    if not project.feed:
        hint = 'Add [feed] with url = "https://…": the address at which dist is served.'
        message = "the edition 'feed' needs an address, and there is no [feed]"
        yield project.config.error(["editions"], message, hint)


@declare(follows_sound=True, find_errors=_find_errors)
def build(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `feed.xml` and what it names in `feed/`, where a voice reads the guide."""
    if not (narration.tracks and project.feed):
        return ()
    (out / FOLDER).mkdir()
    feed = render_feed(guide, narration, project, project.feed, locale.lang)
    (out / "feed.xml").write_bytes(feed)
    (out / COVER).write_bytes(draw_picture(_COVER_SIDE))
    captions = write_captions(guide, narration, out, FOLDER)
    return (Artifact("feed.xml", "application/rss+xml"), Artifact(COVER, "image/png"), *captions)
