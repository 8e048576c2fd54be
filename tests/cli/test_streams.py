"""Output that nobody can read, or that cannot be written: one line where there is room for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plainspoken.cli import main

PACKAGE = Path(__file__).parents[2] / "pipeline"
SIGPIPE = 141


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "guide")]) == 0
    return tmp_path / "guide"


def shell(text: str, guide: Path, **environment: str) -> tuple[int, str, str]:
    """Run a line of bash in which `$P` is the program; the code is that of the program."""
    done = subprocess.run(
        ["bash", "-c", text],
        env={
            **os.environ,
            "PYTHONPATH": str(PACKAGE),
            "P": f"{sys.executable} -m plainspoken",
            **environment,
        },
        cwd=guide,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    for sign in ("Traceback", "Exception ignored", "Error:", "lost sys."):
        assert sign not in done.stdout + done.stderr
    return done.returncode, done.stdout, done.stderr


COMMANDS = ["--help", "score --json --jobs 1", "languages"]


@pytest.mark.parametrize("command", [*COMMANDS, "--version", "score --help", "score"])
def test_output_that_cannot_be_written_is_told_in_one_line(guide: Path, command: str) -> None:
    full = shell(f"$P {command} > /dev/full", guide)
    assert full == (2, "", "Output: No space left on device\n")
    closed = shell(f"$P {command} >&-", guide)
    assert closed == (2, "", "Output: Bad file descriptor\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_output_that_is_not_buffered_is_no_other(guide: Path, command: str) -> None:
    full = shell(f"$P {command} > /dev/full", guide, PYTHONUNBUFFERED="1")
    assert full == (2, "", "Output: No space left on device\n")


@pytest.mark.parametrize("streams", ["> /dev/full 2>&1", ">&- 2>&-", "<&- >&- 2> /dev/full"])
def test_the_code_tells_it_where_no_line_can(guide: Path, streams: str) -> None:
    assert shell(f"$P --help {streams}", guide) == (2, "", "")


@pytest.mark.parametrize("streams", ["2>&-", "2> /dev/full", "<&-", "<&- 2>&-", "2> >(:)"])
def test_output_is_whole_whatever_the_other_streams_are(guide: Path, streams: str) -> None:
    expected = shell("$P score", guide)
    assert expected[0] == 0
    assert shell(f"$P score {streams}", guide) == expected


@pytest.mark.parametrize("command", [*COMMANDS, "score"])
def test_a_reader_that_leaves_ends_the_program_without_a_word(guide: Path, command: str) -> None:
    text = f"$P {command} | (exec <&-; sleep 2); exit ${{PIPESTATUS[0]}}"
    assert shell(text, guide) == (SIGPIPE, "", "")


@pytest.mark.parametrize("streams", ["2>&-", "2> /dev/full", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["score", "biuld", "catalogs check"])
def test_an_error_keeps_its_code_where_it_cannot_be_told(
    guide: Path, command: str, streams: str
) -> None:
    (guide / "source/guide.toml").write_text("id = 3", "utf-8")
    assert shell(f"$P {command} {streams}", guide) == (2, "", "")


@pytest.mark.parametrize(("streams", "code"), [(">&-", 2), ("2>&-", 0), ("<&- >&- 2>&-", 2)])
def test_nothing_is_printed_into_a_file_that_is_written(
    guide: Path, streams: str, code: int
) -> None:
    template = guide / "locales/guide.pot"
    expected = template.read_bytes()
    template.write_bytes(b"")
    assert shell(f"$P catalogs extract {streams}", guide)[0] == code
    assert template.read_bytes() == expected
