"""What is said just below, at and above what decides, and what would be heard as something else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.approval import Approve

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

TABLES = tomllib.loads(Path(__file__).with_name("bounds.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "about", ["dates", "measures", "names", "pairs", "short-dates", "times", "weekdays"]
)
def test_what_is_said(about: str, approve: Approve) -> None:
    lines = []
    for tag, text in list_lines(about):
        spoken = say_text(text, load(tag))
        misread = "".join(f" | heard as {each.heard}" for each in find_misreadings(spoken))
        unsaid = "".join(f" | without {spoken.written[a:b]}" for a, b in spoken.unsaid)
        lines.append(f"{tag}: {text} → {spoken.words}{misread}{unsaid}")
    approve("\n".join(lines))


def test_what_is_heard(approve: Approve) -> None:
    lines = []
    for tag, line in list_lines("heard"):
        text, *sayings = line.split(" | ")
        spoken = say_text(text, load(tag))
        for words in sayings:
            first = (replace(spoken.sayings[0], words=words),)
            found = list(find_misreadings(replace(spoken, sayings=first)))
            heard = f"no: {found[0].heard or 'nothing'}" if found else "yes"
            lines.append(f"{tag}: {text} | {words} | {heard}")
    approve("\n".join(lines))


def list_lines(table: str) -> Iterator[tuple[str, str]]:
    for tag, lines in TABLES[table].items():
        yield from ((tag, line) for line in lines.splitlines())
