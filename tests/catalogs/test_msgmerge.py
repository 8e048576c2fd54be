"""Whatever becomes of a guide, what GNU msgmerge keeps in sight stays in sight with an update."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainspoken.catalogs.sync import add_locale, read_catalogs
from plainspoken.cli import main
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog

from ..conftest import GUIDE as SETTINGS
from .conftest import Folder

Gettext = Callable[..., subprocess.CompletedProcess[str]]
Sections = tuple[tuple[str, tuple[str, ...]], ...]
"""Headings, and the paragraphs below each."""
Step = tuple[str, int, int]
GUIDE: Sections = (
    (
        "In the greenhouse",
        (
            "Water the seeds every morning. Use a fine rose. Never let the soil dry out.",
            "Open the windows at noon.",
            "Close them before it gets dark, or the seedlings freeze.",
            "Frost",
        ),
    ),
    (
        "In the garden",
        (
            "Dig the beds in March. Take out all roots and stones.",
            "Wear gloves.",
            "Wear boots.",
            "Put 3 spoons of lime on each bed, and rake it in. Wait for a week.",
            "Heavy rain",
        ),
    ),
    ("In the shed", ("Clean the tools with oil.", "Sharpen the spade and the hoe once a year.")),
)
CARD: Sections = (
    (
        "Call now",
        (
            "Chest pain.",
            "Fever.",
            "Fever over 38 °C.",
            "No urine.",
            "Rash",
            "A rash that itches.",
            "Chest pain. Short breath. Call at once.",
        ),
    ),
    ("Call today", ("Rash", "Sore mouth.", "Sore feet.", "Loose stools. No sleep.", "Cough.")),
    ("At home", ("Rest.", "Drink.", "Eat when you can. Rest when you can.")),
)
"""Short texts, many of them alike, as the cards of a hospital have them."""
WORDS = ("new", "very", "old", "or a bucket", "4", "slowly", "spade", "not", "with your neighbour")


def edit(guide: Sections, step: Step) -> Sections:
    """Change one thing, as a writer does."""
    kind, where, what = step
    sections = [[heading, *texts] for heading, texts in guide]
    section = sections[where % len(sections)]
    place = 1 + what % max(len(section) - 1, 1)
    text = section[place] if place < len(section) else ""
    words = text.split(" ")
    at = what // 5 % len(words)
    if kind == "rename":
        section[0] = f"{WORDS[what % len(WORDS)]} {section[0].split()[-1]}".capitalize()
    elif kind == "add":
        section.append(f"Buy {WORDS[what % len(WORDS)]} seeds{'.' * (where % 2)}")
    elif not text:
        return guide
    elif kind == "replace":
        words[at] = WORDS[what % len(WORDS)]
        section[place] = " ".join(words)
    elif kind == "insert":
        section[place] = " ".join([*words[:at], WORDS[where % len(WORDS)], *words[at:]])
    elif kind == "cut":
        section[place] = " ".join([*words[:at], *words[at + 1 :]]) or "Rest"
    elif kind == "split":
        first, dot, rest = text.partition(". ")
        section[place : place + 1] = [first + dot.strip(), rest] if rest else [text]
    elif kind == "join" and place + 1 < len(section):
        section[place : place + 2] = [f"{text} {section[place + 1]}"]
    elif kind == "move":
        del section[place]
        other = sections[what % len(sections)]
        other.insert(1 + where % len(other), text)
    elif kind == "delete":
        del section[place]
    return tuple((heading, tuple(texts)) for heading, *texts in sections)


def write(folder: Folder, guide: Sections) -> None:
    parts = [f"## {heading}\n\n" + "\n\n".join(texts) for heading, texts in guide]
    text = "# Garden\n\n" + "\n\n".join(parts) + "\n"
    (folder.root / "source/01-garden.md").write_text(text, "utf-8")


def translate(catalog: Catalog) -> str:
    """The catalog with a translation of each message, which names it."""
    lines = []
    for number, entry in enumerate(catalog.entries):
        msgstr = f"<{number}>" if entry.msgid else entry.msgstr
        body, _, _ = entry.raw.rpartition("\nmsgstr")
        quoted = msgstr.replace("\n", "\\n")
        lines.append(f'{body}\nmsgstr "{quoted}"\n')
    return "\n".join(lines)


def list_in_sight(entries: Iterable[Entry]) -> str:
    return " ".join(text for entry in entries for text in entry.msgstrs)


STEPS = st.tuples(
    st.sampled_from(
        ("rename", "add", "replace", "insert", "cut", "split", "join", "move", "delete", "replace")
    ),
    st.integers(0, 8),
    st.integers(0, 60),
)


def compare(gettext: Gettext, before: Sections, after: Sections) -> list[Entry]:
    """Update a translated guide, and have msgmerge do the same: it keeps nothing more in sight, and
    no other message is finished. Gives the messages that the update left in use.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name) / "guide")
        (folder.root / "source").mkdir(parents=True)
        (folder.root / "source/guide.toml").write_text(SETTINGS, "utf-8")
        write(folder, before)
        add_locale(folder.project, folder.guide, "es")
        folder.po.write_text(translate(read_catalogs(folder.project)["es"]), "utf-8")
        old = Path(name) / "old.po"
        shutil.copy(folder.po, old)
        write(folder, after)
        assert main(["catalogs", "update", "-C", str(folder.root)]) == 0
        done = gettext("msgmerge", "--quiet", "--previous", old, folder.pot)
        theirs = parse_catalog(done.stdout.encode(), "theirs.po")
        ours = [*read_catalogs(folder.project)["es"].iter_messages()]
        kept = list_in_sight(ours)
        lost = [e for e in theirs.iter_messages() if e.msgstr and e.msgstr not in kept]
        assert [(entry.msgid, entry.previous_msgid) for entry in lost] == []
        assert {entry.msgid for entry in theirs.iter_messages() if entry.is_usable} == {
            entry.msgid for entry in ours if entry.is_usable
        }
        return ours


@given(guide=st.sampled_from((GUIDE, CARD)), steps=st.lists(STEPS, min_size=1, max_size=9))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_update_keeps_in_sight_what_msgmerge_keeps(
    gettext: Gettext, guide: Sections, steps: list[Step]
) -> None:
    after = guide
    for step in steps:
        after = edit(after, step)
    compare(gettext, guide, after)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chest pain.", "Chest pain or pressure."),
        ("Chest pain.", "Bad chest pain."),
        ("Chest pain.", "Chest ache."),
        ("No urine.", "Little urine."),
        ("Rash", "A new rash"),
        ("Sore mouth.", "Dry mouth."),
        ("Cough.", "Bad cough."),
        ("Call now", "Call us right now"),
    ],
)
def test_an_edited_word_of_a_short_text_keeps_its_translation_in_sight(
    gettext: Gettext, old: str, new: str
) -> None:
    after = tuple(
        (new if heading == old else heading, tuple(new if text == old else text for text in texts))
        for heading, texts in CARD
    )
    changed = [entry for entry in compare(gettext, CARD, after) if entry.msgid == new]
    assert [(entry.previous_msgid, entry.is_fuzzy) for entry in changed] == [(old, True)]
