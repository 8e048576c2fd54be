"""Who made an edition, and what its readers should know of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plainspoken.editions.accessibility import list_metadata
from plainspoken.editions.people import list_people
from plainspoken.narration import Reader

if TYPE_CHECKING:
    from .conftest import Spoken

SUMMARY = "schema:accessibilitySummary"
READERS = (Reader("Ana Ruiz", "person", 60), Reader("espeak-ng", "draft", 40))


def test_people_have_their_part_and_a_synthetic_voice_is_none(spoken: Spoken) -> None:
    project = replace(spoken.project, reviewed_by="Dr. Ada Roe", file_as={"Ada Leaf": "Leaf, Ada"})
    locale = replace(spoken.locale, translators=("Eva Paz", "Li Wen"))
    narration = replace(spoken.narration, readers=READERS)
    guide = replace(spoken.guide, source_lang="de")
    people = list(list_people(guide, narration, project, locale))
    assert [(person.name, person.role, person.file_as) for person in people] == [
        ("Ada Leaf", "aut", "Leaf, Ada"),
        ("Eva Paz", "trl", ""),
        ("Li Wen", "trl", ""),
        ("Dr. Ada Roe", "csl", ""),
        ("Ana Ruiz", "nrt", ""),
    ]
    assert [person.is_author for person in people] == [True, False, False, False, False]
    own = list_people(replace(guide, source_lang="en"), narration, project, locale)
    assert "trl" not in {person.role for person in own}


def test_the_summary_tells_the_draft_and_the_synthetic_voice_alone(spoken: Spoken) -> None:
    found = dict(list_metadata(spoken.guide, spoken.narration))
    assert found[SUMMARY] == (
        "Draft. No clinician has reviewed this guide yet. It does not replace your care team. "
        "Read by espeak-ng, a synthetic draft voice. Some words are hard to follow."
    )


@pytest.mark.parametrize("readers", [(), READERS[:1]])
def test_without_draft_and_synthetic_voice_there_is_no_summary(
    spoken: Spoken, readers: tuple[Reader, ...]
) -> None:
    first, *others = spoken.guide.sections
    blocks = tuple(block for block in first.blocks if block.variety != "draft")
    guide = replace(spoken.guide, sections=(replace(first, blocks=blocks), *others))
    assert SUMMARY not in dict(list_metadata(guide, replace(spoken.narration, readers=readers)))
