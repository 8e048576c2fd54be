"""Make the cover of an edition from all that the edition is made from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from ...config.project import LocaleSettings, Project
from ...diagnostics.errors import OutputError
from ...guide import Guide
from ...narration import Narration
from ..identifier import make_identifier
from .bidi import remove_explicit
from .drawing import CoverWords, draw_cover
from .fonts import choose_face, is_unseen
from .own_picture import make_own_pictures, read_own_picture
from .raster import Pictures, rasterize


@dataclass(frozen=True, slots=True)
class Cover:
    """A cover in its forms."""

    drawing: bytes
    """SVG; empty where the guide has a picture of its own."""
    pictures: Pictures | None
    """None where no font here has a letter of its words: a picture would show gaps."""


def make_cover(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings
) -> Cover:
    """Draw the cover, or take the guide's own picture; pictures are taken from the cache where
    nothing has changed. Raises OutputError: the own picture cannot be used.
    """
    is_draft = project.is_draft(locale)
    own = read_own_picture(project, locale)
    if isinstance(own, list):
        raise OutputError(own)
    if own:
        return Cover(b"", make_own_pictures(own, project, guide.lang, is_draft))
    words = CoverWords(
        guide,
        make_identifier(project, guide.source_lang),
        project.publisher,
        is_draft=is_draft,
        is_read_aloud=bool(narration.tracks),
    )
    drawing = draw_cover(words)
    if not drawing.has_outlines:
        return Cover(drawing.content, None)
    return Cover(drawing.content, rasterize(drawing.content, guide.lang, project.cache))


def find_undrawn(guide: Guide, project: Project, locale: LocaleSettings) -> tuple[str, ...]:
    """Letters of a cover that no font here has, each once; none where it has its own picture."""
    if locale.cover or project.cover:
        return ()
    said = remove_explicit(unicodedata.normalize("NFC", guide.title.text + project.publisher))
    lacking = (
        sign for sign in said if not (is_unseen(sign) or choose_face(sign, None, guide.lang))
    )
    return tuple(dict.fromkeys(lacking))
