"""Signals at any moment of a command's life: it says that it stopped, or it has done its work."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspoken.cli import main

PACKAGE = Path(__file__).parents[2] / "pipeline"
PIPE = 65_536
"""Bytes that a pipe holds until somebody reads them."""
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
CALLS = [30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 10_000_000]
"""Calls and returns that a process has made when it gets a signal; the first 20 prepare for it."""
AT_A_CALL = """
import os, signal, sys
seen = 0
def count(frame, event, argument):
    global seen
    seen += 1
    if seen == {call}:
        for _ in range({times}):
            os.kill(os.getpid(), {number})
from plainspoken.__main__ import run
sys.argv[1:] = {arguments!r}
sys.setprofile(count)
sys.exit(run())
"""


def start(*command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, "PYTHONPATH": str(PACKAGE)},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def list_group(leader: int) -> Iterator[str]:
    """The processes of a group that still run."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            yield stat.parent.name


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "guide")]) == 0
    return tmp_path / "guide"


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(
    ("command", "times"), [("--help", 1), ("score", 5), ("catalogs extract", 1)]
)
def test_a_signal_at_any_call_ends_in_one_line_or_in_the_whole_output(
    guide: Path, command: str, number: int, times: int
) -> None:
    arguments = command.split()
    if command != "--help":
        arguments += ["-C", str(guide)]
    whole, _ = start("-m", "plainspoken", *arguments).communicate(timeout=60)
    before = {path for path in guide.rglob("*") if path.is_file()}
    seen = set()
    for call in CALLS:
        text = AT_A_CALL.format(call=call, times=times, number=int(number), arguments=arguments)
        process = start("-c", text)
        output, errors = process.communicate(timeout=60)
        seen.add(process.returncode)
        if process.returncode == 0:
            assert (output, errors) == (whole, ""), call
        else:
            assert (process.returncode, errors) == (128 + number, "Stopped.\n"), call
        assert not list(list_group(process.pid)), call
        assert {path for path in guide.rglob("*") if path.is_file()} <= before, call
    assert seen == {0, 128 + number}


@pytest.mark.parametrize("number", SIGNALS)
def test_a_build_that_is_stopped_leaves_nothing_behind(
    guide: Path, tmp_path: Path, number: int
) -> None:
    begun = time.monotonic()
    start("-m", "plainspoken", "build", "-C", str(guide)).communicate(timeout=120)
    whole = time.monotonic() - begun
    for part, to_all in ((0.2, False), (0.5, True), (0.8, False), (0.9, True)):
        folder = tmp_path / f"part-{part}"
        shutil.copytree(guide, folder, ignore=shutil.ignore_patterns(".cache", "dist"))
        build = start("-m", "plainspoken", "build", "-C", str(folder))
        time.sleep(whole * part)
        for _ in range(2):
            send(build.pid, number, to_all)
            time.sleep(0.01)
        _, errors = build.communicate(timeout=60)
        assert (build.returncode, errors) in ((0, ""), (128 + number, "Stopped.\n"))
        assert not list(list_group(build.pid))
        for name in ("aside", "staging"):
            assert not list((folder / ".cache/plainspoken" / name).glob("*"))
        is_published = any(path.is_file() for path in (folder / "dist").rglob("*"))
        assert is_published or build.returncode


def send(leader: int, number: int, to_all: bool) -> None:
    try:
        (os.killpg if to_all else os.kill)(leader, number)
    except ProcessLookupError:
        return


def test_a_program_that_is_to_outlive_its_terminal_does(guide: Path) -> None:
    command = f"trap '' HUP; exec {sys.executable} -m plainspoken score -C {guide}"
    process = subprocess.Popen(
        ["bash", "-c", command],
        env={**os.environ, "PYTHONPATH": str(PACKAGE)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    for _ in range(10):
        time.sleep(0.1)
        send(process.pid, signal.SIGHUP, to_all=True)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="knows how much a pipe holds")
@pytest.mark.parametrize("number", SIGNALS)
def test_a_reader_that_sleeps_keeps_nothing_waiting(guide: Path, number: int) -> None:
    text = guide / "source/01-when.md"
    more = "\nWash your hands with soap and water, and dry them with a clean towel.\n" * 300
    text.write_text(text.read_text("utf-8") + more, "utf-8")
    arguments = ("score", "--audit", "--locale", "en", "--jobs", "1", "-C", str(guide))
    process = start("-m", "plainspoken", *arguments)
    assert process.stdout
    held = [0, 1]
    deadline = time.monotonic() + 60
    while (held[-1] < PIPE // 2 or held[-1] != held[-2]) and time.monotonic() < deadline:
        time.sleep(0.3)
        size = bytearray(4)
        fcntl.ioctl(process.stdout, termios.FIONREAD, size)
        held.append(int.from_bytes(size, sys.byteorder))
    process.send_signal(number)
    assert process.wait(30) == 128 + number
    process.stdout.close()
    assert process.stderr
    with process.stderr as errors:
        assert errors.read() == "Stopped.\n"
