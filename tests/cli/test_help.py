"""The command line, as people meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plainspoken.cli import main
from plainspoken.cli.options import COMMANDS

CATALOGS = ("extract", "update", "add", "check", "status")
PATHS = [[], *([name] for name in COMMANDS), *(["catalogs", name] for name in CATALOGS)]


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_has_help_with_an_example(
    path: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*path, "--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    assert f"example: plainspoken {' '.join(path)}".rstrip() in told


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
    package = str(Path(__file__).parents[2] / "pipeline")
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env={"PYTHONPATH": package, "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr


def test_score_tells_programs_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", str(tmp_path / "guide")])
    capsys.readouterr()
    assert main(["score", "-C", str(tmp_path / "guide"), "--json", "--check"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert table["schema"] == 1
    assert [each["locale"] for each in table["locales"]] == ["en", "es"]
    assert table["locales"][0]["scale"] == "Flesch-Kincaid grade"


def test_a_missed_target_exits_with_1_and_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "guide"
    main(["new", str(folder)])
    config = folder / "source/guide.toml"
    config.write_text(config.read_text("utf-8").replace("score = 6.0", "score = -2.0"), "utf-8")
    assert main(["score", "-C", str(folder), "--check"]) == 1
    assert "misses its target: en: Flesch-Kincaid grade, known terms set aside" in (
        capsys.readouterr().out
    )
    assert main(["score", "-C", str(folder)]) == 0
