"""A small guide that is read aloud once for all tests here, and the same guide in other words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.conftest import write_small_guide

from plainspoken.audio.casting import Reading
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.config.project import LocaleSettings, Project, load_project
from plainspoken.editions import Artifact
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Block, Guide, Section, Span
from plainspoken.narration import Narration, Reader
from plainspoken.parsing import parse

TITLES = (
    'Tea & <milk> "now" --> 1 < 2',
    "كيف تُحضّر الشاي، 2 كوب",
    "Long & " * 80 + "😀",
    "茶",
    "'Who' made\u200f it?",
)
"""Of the five sections, such as break what is written carelessly."""


@dataclass(frozen=True)
class Spoken:
    """All that an edition is made from."""

    guide: Guide
    narration: Narration
    project: Project
    locale: LocaleSettings

    def build(
        self, function: Callable[..., Sequence[Artifact]], out: Path, **changes: object
    ) -> list[str]:
        """Make an edition in a new folder; give the names of its files."""
        out.mkdir()
        project = replace(self.project, **changes)  # type: ignore[arg-type]
        return [
            artifact.path
            for artifact in function(self.guide, self.narration, project, self.locale, out)
        ]


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Spoken:
    """A guide of five sections, with its sound."""
    folder = tmp_path_factory.mktemp("spoken")
    project = load_project(write_small_guide(folder / "guide"))
    locale = project.find_locale("en")
    guide = add_front_matter(parse(project), project, locale, [Reader("espeak-ng", "draft")])
    reading = Reading(guide, (EspeakVoice(),))
    (narration,) = narrate([reading], project.cache, 2, lambda *_: None, needs_words=True)
    return Spoken(guide, narration, project, locale)


@pytest.fixture(scope="session")
def silent(spoken: Spoken) -> Spoken:
    """The same guide without a voice."""
    return replace(spoken, narration=Narration((), ()))


@pytest.fixture(scope="session")
def awkward(spoken: Spoken) -> Spoken:
    """The same sound for other words: titles that break what is written carelessly."""
    guide = spoken.guide
    sections = [
        _retitle(section, title) for section, title in zip(guide.sections, TITLES, strict=True)
    ]
    title = _reword(guide.title, TITLES[0])
    return replace(spoken, guide=replace(guide, title=title, sections=tuple(sections)))


def _retitle(section: Section, title: str) -> Section:
    return replace(section, blocks=(_reword(section.blocks[0], title), *section.blocks[1:]))


def _reword(block: Block, text: str) -> Block:
    sentence = replace(block.sentences[0], spans=(Span(text),))
    return replace(block, sentences=(sentence,))
