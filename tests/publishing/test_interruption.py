"""A build that is stopped, or killed, at any moment."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Digest = Callable[[Path], dict[str, str]]
PACKAGE = str(Path(__file__).parents[2] / "pipeline")


def start(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "plainspoken", "build", "-C", str(folder)]
    return subprocess.Popen(
        command,
        env={"PYTHONPATH": PACKAGE},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def processes_of(group: int) -> Iterator[str]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            yield stat.parent.name


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("spoken", [1, 2, 3, 5, 8, 13, 21])
def test_ctrl_c_stops_at_once_and_leaves_nothing_behind(two_languages: Path, spoken: int) -> None:
    build = start(two_languages)
    deadline = time.monotonic() + 60
    clips = two_languages / ".cache/plainspoken/clips"
    while len(list(clips.glob("*/*.pcm"))) < spoken and time.monotonic() < deadline:
        time.sleep(0.002)
    build.send_signal(signal.SIGINT)
    _, errors = build.communicate(timeout=30)
    assert build.returncode == 130
    assert errors.strip() == "Stopped."
    assert not list(processes_of(build.pid))
    assert not [path for path in (two_languages / "dist").rglob("*") if path.is_file()]
    assert not (two_languages / ".cache/plainspoken/aside").exists()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_build_leaves_the_editions_of_the_one_before(
    two_languages: Path, run: Run, digest: Digest, sent: signal.Signals
) -> None:
    run("build", "-C", two_languages)
    dist = two_languages / "dist"
    before = digest(dist)
    source = two_languages / "source/02-how.md"
    source.write_text(source.read_text("utf-8") + "\nOne more. And one more.\n", "utf-8")
    build = start(two_languages)
    deadline = time.monotonic() + 60
    while (
        not (two_languages / ".cache/plainspoken/staging").exists() and time.monotonic() < deadline
    ):
        time.sleep(0.002)
    build.send_signal(sent)
    build.communicate(timeout=30)
    assert build.returncode == (130 if sent == signal.SIGINT else -signal.SIGKILL)
    assert digest(dist) == before


def test_a_build_after_a_kill_gives_the_reference_bytes(
    two_languages: Path, tmp_path: Path, run: Run, digest: Digest
) -> None:
    begun = time.monotonic()
    run("build", "-C", two_languages)
    whole = time.monotonic() - begun
    reference = digest(two_languages / "dist")
    for moment in range(20):
        folder = tmp_path / f"kill-{moment}"
        shutil.copytree(two_languages, folder, ignore=shutil.ignore_patterns(".cache", "dist"))
        build = start(folder)
        time.sleep(whole * (moment + 1) / 20)
        build.kill()
        build.communicate(timeout=60)
        assert run("build", "-C", folder).returncode == 0
        assert digest(folder / "dist") == reference, f"killed at {moment + 1}/20"
        shutil.rmtree(folder)
