"""One process at a time; what stands in the way of that is reported."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plainspoken.diagnostics.errors import OutputError
from plainspoken.locks import BUILD, CATALOGS, hold_lock

PACKAGE = Path(__file__).parents[1] / "pipeline"
HOLDER = """\
import os, sys, time
from pathlib import Path
from plainspoken.locks import BUILD, hold_lock
root = Path(sys.argv[1])
with hold_lock(BUILD, root / "cache", root):
    if os.fork() == 0:  # a child that outlives a killed parent
        time.sleep(60)
        os._exit(0)
    print("held", flush=True)
    time.sleep(60)
"""
COUNTER = """\
import sys
from pathlib import Path
from plainspoken.locks import BUILD, hold_lock
root = Path(sys.argv[1])
for _ in range(100):
    with hold_lock(BUILD, root / "cache", root):
        count = int((root / "count").read_text())
        (root / "count").write_text(str(count + 1))
"""


def start(program: str, root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, str(root)],
        env={**os.environ, "PYTHONPATH": str(PACKAGE)},
        text=True,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )


@contextmanager
def held(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process, with a child, that holds the lock of builds."""
    process = start(HOLDER, root)
    try:
        assert process.stdout and process.stdout.readline() == "held\n"
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(60)


def test_no_two_processes_are_ever_within_a_lock(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    counters = [start(COUNTER, tmp_path) for _ in range(4)]
    assert [counter.wait(120) for counter in counters] == [0] * 4
    assert (tmp_path / "count").read_text() == "400"


def test_who_may_not_wait_is_told_by_whom_a_lock_is_held(tmp_path: Path) -> None:
    with held(tmp_path) as holder:
        with (
            pytest.raises(OutputError) as raised,
            hold_lock(BUILD, tmp_path / "cache", tmp_path, wait=False),
        ):
            pass
        message = f"process {holder.pid} (-c {tmp_path}) builds this guide"
        assert raised.value.findings[0].message == message
        with hold_lock(CATALOGS, tmp_path / "cache", tmp_path, wait=False) as has_waited:
            assert not has_waited, "another lock"


def test_a_killed_process_keeps_no_lock_even_if_its_children_live(tmp_path: Path) -> None:
    with held(tmp_path) as holder:
        holder.kill()
        holder.wait(60)
        with hold_lock(BUILD, tmp_path / "cache", tmp_path, wait=False) as has_waited:
            assert not has_waited


def test_who_waits_says_so_once_and_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with held(tmp_path) as holder:
        killer = f"import os, time; time.sleep(0.5); os.kill({holder.pid}, 9)"
        subprocess.Popen([sys.executable, "-c", killer])
        with hold_lock(BUILD, tmp_path / "cache", tmp_path) as has_waited:
            assert has_waited
        expected = f"Waiting for process {holder.pid} (-c {tmp_path}), which builds this guide."
        assert caplog.messages == [expected]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"pid": 4194305, "command": "x"}', b"\xff", b'{"pid": 1, "command": 1}'],
)
def test_a_lock_says_nothing_wrong_of_a_holder_that_is_not_known(
    tmp_path: Path, content: bytes
) -> None:
    with held(tmp_path):
        (tmp_path / "cache/locks/build").write_bytes(content)
        with (
            pytest.raises(OutputError, match="another process builds this guide"),
            hold_lock(BUILD, tmp_path / "cache", tmp_path, wait=False),
        ):
            pass


@pytest.mark.parametrize(
    ("command", "shown"), [("a\nb", "a b"), ("\x1b[2J", "<U+001B>[2J"), ("\u202e", "<U+202E>")]
)
def test_a_command_line_that_hides_or_steers_is_shown_by_numbers(
    tmp_path: Path, command: str, shown: str
) -> None:
    with held(tmp_path):
        content = json.dumps({"pid": os.getpid(), "command": command})
        (tmp_path / "cache/locks/build").write_text(content, "utf-8")
        with (
            pytest.raises(OutputError) as raised,
            hold_lock(BUILD, tmp_path / "cache", tmp_path, wait=False),
        ):
            pass
    expected = f"process {os.getpid()} ({shown}) builds this guide"
    assert raised.value.findings[0].message == expected


def test_a_cache_that_is_deleted_while_others_wait_lets_one_after_another_go_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "count").write_text("0")
    with held(tmp_path) as holder:
        counters = [start(COUNTER, tmp_path) for _ in range(3)]
        time.sleep(0.5)
        shutil.rmtree(tmp_path / "cache")
        holder.kill()
        assert [counter.wait(120) for counter in counters] == [0] * 3
    assert (tmp_path / "count").read_text() == "300"


def test_the_lock_of_an_ended_process_names_nobody(tmp_path: Path) -> None:
    with hold_lock(BUILD, tmp_path / "cache", tmp_path):
        written = json.loads((tmp_path / "cache/locks/build").read_text("utf-8"))
        assert written["pid"] == os.getpid()
    assert (tmp_path / "cache/locks/build").read_text("utf-8") == ""


@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "dangling link", "socket"])
def test_what_can_be_no_lock_is_told_and_stays(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cache/locks/build"
    path.parent.mkdir(parents=True)
    (tmp_path / "elsewhere").write_text("mine", "utf-8")
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "socket":
            socket.socket(socket.AF_UNIX).bind(os.path.relpath(path))
        case "link":
            path.symlink_to(tmp_path / "elsewhere")
        case _:
            path.symlink_to(tmp_path / "nowhere")
    mode = path.lstat().st_mode
    with (
        pytest.raises(OutputError, match="cache/locks/build: is no plain file"),
        hold_lock(BUILD, tmp_path / "cache", tmp_path),
    ):
        pass
    assert path.lstat().st_mode == mode
    assert (tmp_path / "elsewhere").read_text("utf-8") == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_a_cache_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "cache").mkdir(0o555)
    program = """\
import os
from pathlib import Path
from plainspoken.locks import BUILD, hold_lock
if os.geteuid() == 0:  # who may write everywhere
    os.seteuid(65534)
with hold_lock(BUILD, Path("cache"), Path()):
    pass
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(PACKAGE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "OutputError: cache/locks: cannot be made: Permission denied" in done.stderr
