"""Rests by structure: a listener hears what is over."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from plainspoken.audio.pauses import GRID, PAUSES, list_pauses
from plainspoken.config.project import load_project
from plainspoken.guide import Section
from plainspoken.narration import RATE
from plainspoken.parsing import parse

TEXT = """# Tea

Boil it. Then wait.

## Milk

- First.
- Second.

Last words.

| Tea | Minutes |
|---|---|
| Black | 3 |

## Sugar

No.
"""


def read_section(small_guide: Path) -> Section:
    (small_guide / "source" / "07-tea.md").write_text(TEXT, "utf-8")
    guide = parse(load_project(small_guide))
    return next(section for section in guide.sections if section.title == "Tea")


def test_rests_are_longer_the_more_is_over() -> None:
    rests = (
        PAUSES.piece, PAUSES.sentence, PAUSES.item, PAUSES.block, PAUSES.after_heading,
        PAUSES.before_heading,
    )  # fmt: skip
    assert list(rests) == sorted(set(rests))
    assert 1.5 <= PAUSES.before_heading / RATE <= 2
    assert 0.5 <= PAUSES.head / RATE <= 1
    assert 1 <= PAUSES.tail / RATE <= 2
    assert 0.06 <= PAUSES.guard / RATE < PAUSES.sentence / RATE
    assert all(rest % GRID == 0 for rest in (*rests, PAUSES.head, PAUSES.tail, PAUSES.guard))


def test_each_block_rests_by_what_it_is_and_what_comes(small_guide: Path) -> None:
    section = read_section(small_guide)
    pauses = list_pauses(section)
    rests = [(block.text, pauses[block.id]) for block in section.leaves()]
    assert rests == [
        ("Tea", PAUSES.after_heading),
        ("Boil it. Then wait.", PAUSES.before_heading),
        ("Milk", PAUSES.after_heading),
        ("First.", PAUSES.item),
        ("Second.", PAUSES.block),
        ("Last words.", PAUSES.block),
        ("Tea", PAUSES.item),
        ("Minutes", PAUSES.item),
        ("Black", PAUSES.item),
        ("3", PAUSES.before_heading),
        ("Sugar", PAUSES.after_heading),
        ("No.", PAUSES.tail),
    ]


def test_rests_have_the_lengths_that_were_found_good() -> None:
    """In milliseconds; all sound that is kept goes by them."""
    assert GRID * 1000 / RATE == 20
    assert {name: rest * 1000 / RATE for name, rest in asdict(PAUSES).items()} == {
        "guard": 120, "head": 700, "tail": 1500, "piece": 160, "sentence": 560, "item": 760,
        "block": 960, "after_heading": 1040, "before_heading": 1700, "nothing": 200,
    }  # fmt: skip
