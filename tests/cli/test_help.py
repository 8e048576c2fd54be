"""The command line, as people meet it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from plainspoken.cli import command_line, main
from plainspoken.cli.catalogs import COMMANDS as CATALOGS
from plainspoken.cli.command_line import COMMANDS
from plainspoken.cli.lexicon import COMMANDS as LEXICON

PATHS = [
    [],
    *([name] for name in COMMANDS),
    *(["catalogs", name] for name in CATALOGS),
    *(["lexicon", name] for name in LEXICON),
    ["catalogs", "glossary", "export"],
    ["catalogs", "glossary", "import"],
]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_has_help_with_an_example(
    path: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*path, "--help"])
    assert left.value.code == 0
    text = capsys.readouterr().out
    found = re.search(rf"^example: plainspoken ({' '.join(path)}\b.*)$", text, re.MULTILINE)
    assert found
    assert command_line.parse(shlex.split(found[1])).run


def test_help_imports_no_command() -> None:
    program = (
        "import sys\n"
        "from plainspoken.cli import command_line\n"
        "try: command_line.parse(['--help'])\n"
        "finally: sys.exit(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(ROOT / "pipeline")},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    ours = {name for name in done.stderr.split() if name.startswith("plainspoken")}
    names = ("", ".cli", ".cli.command_line", ".cli.options")
    assert ours == {f"plainspoken{name}" for name in names}


def test_every_command_stands_in_the_documentation() -> None:
    files = (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    text = "\n".join(path.read_text("utf-8") for path in files)
    for path in PATHS:
        assert f"plainspoken {' '.join(path)}".rstrip() in text, path


def test_an_unknown_command_is_told_and_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["biuld"])
    assert left.value.code == 2
    assert "biuld" in capsys.readouterr().err


def test_a_folder_without_a_guide_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-C", str(tmp_path)]) == 2
    assert "source/guide.toml: is not there" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    main(["new", str(tmp_path / "guide")])
    command = f'"{sys.executable}" -m plainspoken score -C guide | true'
    package = str(ROOT / "pipeline")
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env={"PYTHONPATH": package, "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
