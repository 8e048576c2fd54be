"""Write the cover as files of its own, for web sites, catalogs and posters: `cover.svg`,
`cover.jpg` of 1600 by 2560 pixels, and the small `thumbnail.jpg`. Where the guide brings a picture
with it, there is no drawing.
"""

from __future__ import annotations

from pathlib import Path

from ...config.project import LocaleSettings, Project
from ...diagnostics.errors import OutputError
from ...diagnostics.finding import Finding
from ...guide import Guide
from ...narration import Narration
from ..base import Artifact
from .making import make_cover


def build(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write the files below `out/cover`. Raises OutputError: no font has the letters."""
    cover = make_cover(guide, narration, project, locale)
    if cover.pictures is None:
        message = f"the cover in {guide.lang} has letters that no font here can draw"
        hint = "Take `cover` out of its editions. The EPUB has a cover all the same: as text."
        raise OutputError([Finding("source/guide.toml", 0, message, hint)])
    folder = out / "cover"
    folder.mkdir()
    contents = {
        "cover/cover.svg": ("image/svg+xml", cover.drawing),
        "cover/cover.jpg": ("image/jpeg", cover.pictures.whole),
        "cover/thumbnail.jpg": ("image/jpeg", cover.pictures.thumbnail),
    }
    if not cover.drawing:
        del contents["cover/cover.svg"]
    for path, (_, content) in contents.items():
        (out / path).write_bytes(content)
    return tuple(Artifact(path, media_type) for path, (media_type, _) in contents.items())
