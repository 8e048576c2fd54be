"""An error that nobody expects: what it is and where, on one line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plainspoken import starter
from plainspoken.cli import main
from plainspoken.diagnostics.faults import describe_fault

PACKAGE = Path(__file__).parents[2] / "pipeline"


@pytest.mark.parametrize(
    "error",
    [
        KeyError("x"),
        RecursionError("maximum recursion depth exceeded"),
        UnicodeEncodeError("utf-8", "\udc80", 0, 1, "surrogates not allowed"),
        AssertionError(),
        ValueError("one\ntwo\x1b[2J" + "x" * 10_000),
    ],
)
def test_a_fault_of_the_program_is_one_line_and_code_2(
    error: Exception,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_: Path) -> None:
        raise error

    monkeypatch.delenv("PLAINSPOKEN_TRACEBACK", raising=False)
    monkeypatch.setattr(starter, "write_starter", fail)
    assert main(["new", str(tmp_path / "guide")]) == 2
    told = capsys.readouterr().err
    place = rf"^{type(error).__name__} in plainspoken/cli/new\.py:\d+[:.]"
    assert re.match(place, told)
    assert told.endswith("This is a fault of the program: please report it with the guide.\n")
    assert told.count("\n") == 1
    assert told[:-1].isprintable()
    assert len(told) < 400


def test_those_who_mend_the_program_can_ask_for_the_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLAINSPOKEN_TRACEBACK", "1")
    monkeypatch.setattr(starter, "write_starter", lambda _: 1 // 0)
    assert main(["new", str(tmp_path / "guide")]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Traceback (most recent call last):")
    assert "\nZeroDivisionError in plainspoken/cli/new.py:" in told


def test_the_place_is_the_innermost_of_the_package() -> None:
    from plainspoken.parsing.ids import slugify

    with pytest.raises(AttributeError) as raised:
        slugify(3)  # type: ignore[arg-type]
    assert describe_fault(raised.value).startswith("AttributeError in plainspoken/parsing/ids.py:")


def test_an_error_from_elsewhere_has_no_place() -> None:
    assert describe_fault(ZeroDivisionError("division by zero")) == (
        "ZeroDivisionError: division by zero"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="bounds the memory of a process")
def test_too_little_memory_is_told(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "guide")]) == 0
    program = (
        "import resource, sys\n"
        "from plainspoken import starter\n"
        "from plainspoken.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "starter.write_starter = lambda _: bytearray(1 << 31)\n"
        "sys.exit(main(['new', 'x']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(PACKAGE)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    told = "There is not enough memory. Close other programs, or use --jobs 1.\n"
    assert (done.returncode, done.stderr) == (2, told)
