"""The commands in docs/translators.md are valid, and every command for translators is in it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from plainspoken.catalogs.review import ROLES
from plainspoken.cli import command_line, main
from plainspoken.cli.catalogs import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "translators.md").read_text("utf-8")
TYPED = re.findall(r"^    plainspoken (.+)$", TEXT, re.MULTILINE)
OTHERS = {"extract", "merge"}
"""For those who keep the project, not for translators."""


@pytest.mark.parametrize("line", TYPED)
def test_every_command_line_is_understood(line: str) -> None:
    assert command_line.parse(shlex.split(line)).run


def test_every_command_for_translators_is_told() -> None:
    for name in set(COMMANDS) - OTHERS:
        assert f"catalogs {name}" in TEXT, name


def test_every_role_is_told() -> None:
    for role in ROLES:
        assert f"`{role}`" in TEXT


@pytest.mark.parametrize("path", [["export"], ["import"]], ids=" ".join)
def test_commands_of_the_glossary_have_help_with_an_example(
    path: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["catalogs", "glossary", *path, "--help"])
    assert left.value.code == 0
    assert f"example: plainspoken catalogs glossary {path[0]}" in capsys.readouterr().out


def test_every_link_leads_somewhere() -> None:
    for name in ("translators.md", "weblate/README.md"):
        text = (DOCS / name).read_text("utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert ((DOCS / name).parent / target).is_file(), target
