"""Write the plain-text book of a guide: a file for each section."""

from __future__ import annotations

from pathlib import Path

from ...config.project import LocaleSettings, Project
from ...guide import Guide
from ...narration import Narration
from ..base import Artifact
from .links import find_targets
from .render import render_section


def build(
    guide: Guide, _narration: Narration, _project: Project, _locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `text/NN-section.txt` below `out`, numbered as the sound files are."""
    folder = out / "text"
    folder.mkdir()
    targets = find_targets(guide)
    artifacts = []
    for section in guide.sections:
        name = targets[section.id].file
        text = render_section(section, targets).replace("\n", "\r\n")
        (folder / name).write_bytes(text.encode("utf-8-sig"))
        artifacts.append(Artifact(f"text/{name}", "text/plain; charset=utf-8"))
    return tuple(artifacts)
