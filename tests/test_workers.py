"""Proves that work shared among processes gives what one process gives, faults included."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.diagnostics.errors import OutputError, SourceError, WorkerError
from plainspoken.diagnostics.finding import Finding
from plainspoken.workers import Task, map_in_processes, run_in_child, run_tasks

PACKAGE = Path(__file__).parents[1] / "pipeline"


def children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("utf-8").split())


def refuse(number: int) -> int:
    raise SourceError([Finding("source/01-a.md", number, "is wrong", "Mend it.")])


@settings(max_examples=25)
@given(st.lists(st.integers(), max_size=9), st.integers(1, 4))
def test_answers_come_in_the_order_of_what_was_given(numbers: list[int], jobs: int) -> None:
    assert map_in_processes(str, numbers, jobs) == [str(each) for each in numbers]


def test_another_process_does_the_work() -> None:
    with run_in_child(os.getpid) as answer:
        assert answer.get() != os.getpid()
    assert len(set(map_in_processes(lambda _: os.getpid(), range(6), 3))) == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_comes_back_as_it_was_raised(jobs: int) -> None:
    with pytest.raises(SourceError) as raised:
        map_in_processes(refuse, (7, 8), jobs)
    assert raised.value.findings[0].line in (7, 8)


def test_what_a_dead_process_left_undone_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    with run_in_child(work) as answer:
        assert answer.get() == "done"


def test_an_error_nobody_expects_is_raised_here_with_its_own_traceback() -> None:
    with run_in_child(partial(divmod, 1, 0)) as answer, pytest.raises(ZeroDivisionError):
        answer.get()


def test_no_process_is_left_when_nobody_waits_for_its_answer() -> None:
    before = children()
    with pytest.raises(KeyError), run_in_child(signal.pause):
        raise KeyError
    assert children() == before


def write_number(folder: Path, number: int) -> None:
    (folder / str(number)).write_text(str(os.getpid()), "utf-8")


@settings(max_examples=10)
@given(st.integers(0, 9), st.integers(1, 4))
def test_each_task_is_done_once_in_a_process_of_its_own(count: int, jobs: int) -> None:
    steps: list[int] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        tasks = [Task(f"number {n}", partial(write_number, folder, n)) for n in range(count)]
        run_tasks(tasks, jobs, lambda _: steps.append(1))
        pids = {path.read_text("utf-8") for path in folder.iterdir()}
    assert len(steps) == len(pids) == count
    assert str(os.getpid()) not in pids


def test_an_error_of_a_task_stops_the_others() -> None:
    def refuse_all() -> None:
        raise OutputError([Finding("dist", 0, "cannot be written", "Make room.")])

    before = children()
    tasks = [Task("the pause", signal.pause), Task("the refusal", refuse_all)]
    with pytest.raises(OutputError, match="cannot be written"):
        run_tasks(tasks, 2, lambda _: None)
    assert children() == before


@pytest.mark.parametrize(
    ("die", "cause"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "signal 9"),
        (lambda: os.kill(os.getpid(), signal.SIGTERM), "signal 15"),
        (lambda: os._exit(3), "an error"),
        (lambda: divmod(1, 0), "an error"),
    ],
)
def test_a_process_that_dies_is_named_with_what_it_did(die: Callable[[], None], cause: str) -> None:
    with pytest.raises(WorkerError) as raised:
        run_tasks([Task("the sentence “Stir.”", die)], 2, lambda _: None)
    (finding,) = raised.value.findings
    assert finding.message == f"the process for the sentence “Stir.” died of {cause}"


def test_a_mistake_in_the_program_is_shown_with_its_place() -> None:
    with pytest.raises(WorkerError) as raised:
        run_tasks([Task("the edition", partial(divmod, 1, 0))], 1, lambda _: None)
    (finding,) = raised.value.findings
    assert "ZeroDivisionError" in finding.detail[-1]
    assert "report it" in finding.hint


def test_a_task_may_run_beside_a_child_that_is_asked_for_later(tmp_path: Path) -> None:
    with run_in_child(os.getpid) as answer:
        run_tasks([Task("a number", partial(write_number, tmp_path, 1))], 1, lambda _: None)
        assert answer.get() != os.getpid()


def test_an_answer_larger_than_a_pipe_comes_whole() -> None:
    assert map_in_processes(lambda size: b"x" * size, [3_000_000, 5_000_000], 2)[1] == (
        b"x" * 5_000_000
    )


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system to end children")
def test_a_child_ends_with_a_parent_that_is_killed() -> None:
    program = (
        "import os, time\n"
        "from plainspoken.workers import run_in_child\n"
        "def work():\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(60)\n"
        "with run_in_child(work) as child: child.get()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(PACKAGE)},
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout
        child = Path("/proc", parent.stdout.readline().strip(), "stat")
        assert child.exists()
        parent.kill()
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                if child.read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
                    break
            except OSError:
                break
            time.sleep(0.01)
    assert time.monotonic() < deadline


class EndsOtherProcesses:
    """Has threads, as it were, in the process that made it, and waits for them when it is freed."""

    def __init__(self) -> None:
        self.myself, self.maker = self, os.getpid()

    def __del__(self) -> None:
        if os.getpid() != self.maker:
            os._exit(9)


def test_a_child_frees_nothing_that_was_garbage_in_its_parent() -> None:
    gc.disable()
    try:
        EndsOtherProcesses()
        with run_in_child(gc.collect) as child:
            assert child.receive() >= 0
    finally:
        gc.enable()
        gc.collect()
