"""`-C DIR`: in which folder a command works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.cli.test_help import PATHS

from plainspoken.cli import command_line, main

WITHOUT_GUIDE: list[list[str]] = [
    [], ["catalogs"], ["catalogs", "merge"], ["catalogs", "merge-driver"], ["languages"],
]  # fmt: skip
COMMANDS = [path for path in PATHS if path not in WITHOUT_GUIDE]
Out = pytest.CaptureFixture[str]


def help_of(words: list[str], capsys: Out) -> str:
    with pytest.raises(SystemExit) as left:
        main([*words, "--help"])
    assert left.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_folder_stands_before_or_after_the_command(path: list[str], capsys: Out) -> None:
    text = help_of(path, capsys)
    found = re.search(r"^example: plainspoken (.+)$", text, re.MULTILINE)
    assert found
    words = shlex.split(found[1])
    plain = command_line.parse(words).folder
    assert command_line.parse(["-C", "a", *words]).folder == Path("a") / plain
    assert command_line.parse(["-Ca", "-C", "b", *words]).folder == Path("a/b") / plain
    if path != ["new"]:
        assert command_line.parse([*words, "-C", "a"]).folder == Path("a")
        assert command_line.parse(["-C", "a", *words, "-C", "b"]).folder == Path("a/b")
        assert command_line.parse([*words, "-C", "a", "-C", "/b"]).folder == Path("/b")
    assert help_of(["-C", "a", *path], capsys) == text


def test_help_for_all_commands_may_name_a_folder(capsys: Out) -> None:
    text = help_of([], capsys)
    assert help_of(["-C", "build"], capsys) == text
    assert all(f"\n    {name}" in text for name in command_line.COMMANDS)


def test_a_command_works_in_the_folder_and_other_paths_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("guides").mkdir()
    assert main(["-C", "guides", "new", "tea"]) == 0
    assert Path("guides/tea/source/guide.toml").is_file()
    assert main(["-C", "guides", "score", "-C", "tea", "--check"]) == 0
    export = ["catalogs", "export", "es", "--format", "csv", "-o", "es.csv"]
    assert main(["-C", "guides/tea", *export]) == 0
    assert Path("es.csv").is_file()
    assert main(["-C", "guides/tea", "catalogs", "import", "es", "es.csv"]) == 0


def test_a_folder_that_is_not_there_is_reported(capsys: Out) -> None:
    assert main(["-C", "nowhere", "catalogs", "status"]) == 2
    assert "source/guide.toml: is not there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-C", "a", "catalogs", "merge", "a.po", "b.pot"], "this command reads no guide"),
        (["-C", "a", "languages"], "this command reads no guide"),
        (["-C"], "argument -C: expected one argument"),
        (["-C", "build"], "COMMAND"),
        (["-C", "a", "biuld"], "invalid choice: 'biuld'"),
    ],
)
def test_what_names_no_command_or_folder_is_refused(
    words: list[str], message: str, capsys: Out
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert message in capsys.readouterr().err
