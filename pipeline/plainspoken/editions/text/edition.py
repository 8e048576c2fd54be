"""Write the plain-text book of a guide: a file for each section."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ...config.project import LocaleSettings, Project
from ...front_matter import name_narrator
from ...guide import Guide, Section
from ...languages import load
from ...narration import Narration
from ..base import Artifact
from ..page_languages import find_page_languages
from .links import find_targets
from .render import render_section


def build(
    guide: Guide, narration: Narration, _project: Project, _locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `text/NN-section.txt` below `out`, numbered as the sound files are."""
    folder = out / "text"
    folder.mkdir()
    targets, languages = find_targets(guide), find_page_languages(guide)
    artifacts = []
    for section in _leave_out_sound(guide, narration):
        name = targets[section.id].file
        text = render_section(section, targets, languages, guide.lang).replace("\n", "\r\n")
        (folder / name).write_bytes(text.encode("utf-8-sig"))
        artifacts.append(Artifact(f"text/{name}", "text/plain; charset=utf-8"))
    return tuple(artifacts)


def _leave_out_sound(guide: Guide, narration: Narration) -> list[Section]:
    """The sections without what a guide says of its sound, which a book of text has not."""
    language = load(guide.lang)
    narrator = name_narrator(language, narration.readers)
    said = (narrator, language.words["text-only"], language.words["listen"])
    return [
        replace(
            section,
            blocks=tuple(
                block
                for block in section.blocks
                if block.kind != "notice" or block.text not in said
            ),
        )
        for section in guide.sections
    ]
