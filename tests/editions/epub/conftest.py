"""A small guide, packed: with sound, as text only, and partly in another language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from plainspoken.audio.casting import Reading
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices import find_voice
from plainspoken.config.project import Project, load_project
from plainspoken.editions.epub import edition
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Block, Guide
from plainspoken.narration import Narration, Reader
from plainspoken.parsing import parse


@dataclass(frozen=True)
class Packed:
    """An edition, and what it was made from."""

    path: Path
    guide: Guide
    narration: Narration
    project: Project

    @property
    def seconds(self) -> dict[str, float]:
        """The length of each sound file."""
        return {f"audio/{track.file_name}": track.seconds for track in self.narration.tracks}


Pack = Callable[..., Packed]


@pytest.fixture
def pack(small_guide: Path, tmp_path: Path) -> Pack:
    """Pack the small guide, changed or not."""

    def pack(
        change: Callable[[Guide], Guide] = lambda guide: guide,
        sound: bool = True,
        lang: str = "en",
        name: str = "edition.epub",
    ) -> Packed:
        project = load_project(small_guide)
        locale = replace(project.find_locale("en"), lang=lang)
        readers = [Reader("espeak-ng", "draft")] if sound else []
        guide = add_front_matter(change(parse(project)), project, locale, readers)
        narration = Narration((), ())
        if sound:
            voices = [find_voice("espeak")]
            (narration,) = narrate(
                [Reading(guide, tuple(voices))], tmp_path / "cache", 2, lambda *_: None
            )
        (artifact,) = edition.build(guide, narration, project, locale, tmp_path)
        path = (tmp_path / artifact.path).rename(tmp_path / name)
        return Packed(path, guide, narration, project)

    return pack


def relanguaged(block: Block, lang: str) -> Block:
    """A block as if it were written in another language."""
    sentences = tuple(replace(sentence, lang=lang) for sentence in block.sentences)
    children = tuple(relanguaged(child, lang) for child in block.children)
    return replace(block, lang=lang, sentences=sentences, children=children)


@pytest.fixture
def foreign() -> Callable[[Guide], Guide]:
    """The guide in Spanish but for its second section, which stays English."""

    def change(guide: Guide) -> Guide:
        first, *rest = guide.sections
        first = replace(first, blocks=tuple(relanguaged(block, "es") for block in first.blocks))
        return replace(
            guide,
            lang="es",
            sections=(first, *rest),
            title=relanguaged(guide.title, "es"),
        )

    return change


@pytest.fixture
def relanguage() -> Callable[[str], Callable[[Guide], Guide]]:
    """The same words said to be in another language, which is the guide's."""

    def relanguage(lang: str) -> Callable[[Guide], Guide]:
        def change(guide: Guide) -> Guide:
            sections = tuple(
                replace(part, blocks=tuple(relanguaged(block, lang) for block in part.blocks))
                for part in guide.sections
            )
            title = relanguaged(guide.title, lang)
            return replace(guide, lang=lang, sections=sections, title=title)

        return change

    return relanguage
