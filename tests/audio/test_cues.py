"""What is said before sentences, though nobody reads it there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plainspoken.audio.cues import list_cues
from plainspoken.config.project import load_project
from plainspoken.guide import Guide
from plainspoken.parsing import parse


def read(folder: Path) -> Guide:
    return parse(load_project(folder))


def said_before(guide: Guide) -> dict[str, str]:
    """Cues, by the text of their sentence."""
    found = {}
    for section in guide.sections:
        cues = list_cues(section, guide)
        for block in section.leaves():
            for sentence in block.sentences:
                if cue := cues.get(sentence.id):
                    found[sentence.text] = cue.text
    return found


def test_the_steps_of_a_list_are_numbered(small_guide: Path) -> None:
    found = said_before(read(small_guide))
    assert found["Pour."] == "Step one:"
    assert found["Wait for 3 minutes."] == "Step two:"
    assert "Do not stir." not in found
    assert "One cup" not in found


def test_a_cell_is_said_with_the_head_of_its_column(small_guide: Path) -> None:
    found = said_before(read(small_guide))
    assert found["Green"] == "Tea:"
    assert found["4.5"] == "Minutes:"
    assert "Minutes" not in found


def test_a_text_that_is_not_translated_begins_with_the_name_of_its_language(
    small_guide: Path,
) -> None:
    guide = replace(read(small_guide), lang="es")
    cues = list_cues(guide.sections[0], guide)
    first = next(guide.sections[0].leaves())
    assert cues[first.sentences[0].id].text == "En inglés:"
    assert cues[first.sentences[0].id].lang == "es"
    # Once, and not before each block.
    assert [cue.text for cue in cues.values()].count("En inglés:") == 1
