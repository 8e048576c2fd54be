"""Make the cover of an edition from all that the edition is made from."""

from __future__ import annotations

from dataclasses import dataclass

from ...config.project import LocaleSettings, Project
from ...guide import Guide
from ...narration import Narration
from ..identifier import make_identifier
from .drawing import CoverWords, draw_cover
from .raster import Pictures, rasterize


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover in its forms."""

    drawing: bytes
    """SVG."""
    pictures: Pictures | None
    """None where no font here has a letter of its words: a picture would show gaps."""


def make_cover(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings
) -> Cover:
    """Draw the cover; its pictures are taken from the cache where it has not changed."""
    words = CoverWords(
        guide,
        make_identifier(project, guide.source_lang),
        project.publisher,
        is_draft=project.is_draft(locale),
        is_read_aloud=bool(narration.tracks),
    )
    drawing = draw_cover(words)
    if not drawing.has_outlines:
        return Cover(drawing.content, None)
    return Cover(drawing.content, rasterize(drawing.content, guide.lang, project.cache))
