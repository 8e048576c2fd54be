"""Files are written as a whole or not at all, and errors are reported."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainspoken.atomic_write import write_files
from plainspoken.diagnostics.errors import OutputError
from plainspoken.workers import run_in_child


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.dictionaries(st.sampled_from("abc"), st.text() | st.binary(), min_size=1))
def test_what_is_saved_is_there_and_is_not_written_again(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    paths = {tmp_path / "deep" / name: content for name, content in files.items()}
    write_files(paths, tmp_path)
    expected = {path: content.encode() if isinstance(content, str) else content
                for path, content in paths.items()}  # fmt: skip
    assert {path: path.read_bytes() for path in paths} == expected
    assert write_files(paths, tmp_path) == []


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.po", tmp_path / "bad.po"
    good.write_text("before", "utf-8")
    bad.mkdir()
    with pytest.raises(OutputError) as raised:
        write_files({good: "after", bad: "after"}, tmp_path)
    assert raised.value.findings[0].file == "bad.po"
    assert content(tmp_path) == {"good.po": b"before"}


@pytest.mark.parametrize("name", ["n" * 300, "file/inside"])
def test_a_place_where_no_file_can_be_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write_files({tmp_path / name: "text"}, tmp_path)
    assert content(tmp_path) == {"file": b"x"}


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(0)

    def work() -> list[Path]:
        if os.geteuid() == 0:  # who may enter everywhere
            os.seteuid(65534)
        return write_files({shut / "a.po": "x"}, tmp_path)

    with (
        run_in_child(work) as answer,
        pytest.raises(OutputError, match="cannot be written: Permission"),
    ):
        answer.get()


def test_a_link_stays_a_link_and_a_file_keeps_its_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.po", tmp_path / "link.po"
    real.write_text("before", "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert write_files({link: "after"}, tmp_path) == [link]
    assert link.is_symlink() and real.read_text("utf-8") == "after"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text("utf-8")))
    reader.start()
    write_files({pipe: "text"}, tmp_path)
    reader.join(10)
    assert heard == ["text"] and pipe.is_fifo()


def test_what_a_killed_process_left_goes_and_what_another_writes_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(60)
    left_over = [tmp_path / f"a.po.{pid}.tmp" for pid in (ended.pid, os.getpid(), 10**12)]
    others = [tmp_path / name for name in (f"a.po.{os.getppid()}.tmp", "a.po.x.tmp", "b.po.1.tmp")]
    for path in (*left_over, *others):
        path.write_text("x", "utf-8")
    write_files({tmp_path / "a.po": "new"}, tmp_path)
    assert {*tmp_path.iterdir()} == {tmp_path / "a.po", *others}


def test_the_longest_name_that_a_file_can_have_is_written(tmp_path: Path) -> None:
    paths = [tmp_path / f"{'x' * 250}.{end}" for end in ("po", "xl")]
    write_files(dict.fromkeys(paths, "text"), tmp_path)
    assert {*tmp_path.iterdir()} == {*paths}


def test_a_file_of_another_size_is_replaced_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "LINGUAS"
    with path.open("wb") as file:
        file.truncate(10**11)
    assert write_files({path: "es"}, tmp_path) == [path]
    assert path.read_text() == "es"


def test_no_new_folder_is_left_where_nothing_was_written(tmp_path: Path) -> None:
    (tmp_path / "shut").write_text("a file", "utf-8")
    with pytest.raises(OutputError):
        write_files({tmp_path / "new/er/a.po": "x", tmp_path / "shut/b.po": "x"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["shut"]
    write_files({tmp_path / "new/er/a.po": "x"}, tmp_path)
    assert (tmp_path / "new/er/a.po").read_text() == "x"
