"""Processes that do many small tasks: what comes back, and what becomes of one that dies."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from plainspoken.diagnostics.errors import VoiceError, WorkerError
from plainspoken.diagnostics.finding import Finding
from plainspoken.worker_pool import can_pickle, open_pool
from plainspoken.workers import Task, run_tasks


def give(number: int) -> tuple[int, int]:
    return number, os.getpid()


def fail(message: str) -> None:
    raise VoiceError([Finding("", 0, message)])


def divide(number: int) -> float:
    return 1 / number


def die() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def quiet(_: object) -> None:
    """A result that nobody looks at."""


def test_results_keep_their_order_and_come_from_the_same_few_processes() -> None:
    seen: list[tuple[int, int]] = []
    with open_pool(3) as pool:
        tasks = [Task(str(number), partial(give, number)) for number in range(40)]
        results = pool.run(tasks, seen.append)
        again = pool.run(tasks[:2], quiet)
    assert [number for number, _ in results] == [*range(40)]
    assert sorted(seen) == sorted(results)
    processes = {process for _, process in results}
    assert 1 <= len(processes) <= 3
    assert os.getpid() not in processes
    assert {process for _, process in again} <= processes


def test_large_results_come_whole() -> None:
    with open_pool(2) as pool:
        tasks = [Task("", partial(bytes, size)) for size in (0, 1, 70_000, 5_000_000)]
        assert [len(result) for result in pool.run(tasks, quiet)] == [0, 1, 70_000, 5_000_000]


def test_what_a_task_raises_is_raised_here() -> None:
    with open_pool(2) as pool, pytest.raises(VoiceError, match="no sound"):
        pool.run([Task("one", partial(fail, "no sound"))], quiet)


def test_a_process_that_dies_is_told_with_its_task() -> None:
    with open_pool(2) as pool, pytest.raises(WorkerError) as caught:
        pool.run([Task("the sentence “Go.”", die)], quiet)
    assert str(caught.value).startswith("the process for the sentence “Go.” died of signal 11")


def test_a_fault_of_the_program_is_told_with_its_trace() -> None:
    with open_pool(1) as pool, pytest.raises(WorkerError) as caught:
        pool.run([Task("it", partial(divide, 0))], quiet)
    assert "ZeroDivisionError" in caught.value.findings[0].detail[-1]


def test_something_is_done_once_in_each_process(tmp_path: Path) -> None:
    with open_pool(3) as pool:
        pool.run_in_each(partial(leave_trace, tmp_path))
        assert len(list(tmp_path.iterdir())) == pool.jobs == 3
        with pytest.raises(VoiceError, match="never"):
            pool.run_in_each(partial(fail, "never"))


def leave_trace(folder: Path) -> None:
    (folder / str(os.getpid())).touch()


def test_what_was_begun_in_each_process_is_done_before_a_task_and_waited_for_once(
    tmp_path: Path,
) -> None:
    with open_pool(3) as pool:
        pool.begin_in_each(partial(leave_trace, tmp_path))
        pool.begin_in_each(partial(give, 7))
        results = pool.run([Task("", partial(give, number)) for number in range(9)], quiet)
        assert [number for number, _ in results] == [*range(9)]
        assert len(list(tmp_path.iterdir())) == 3


def test_what_fails_in_the_background_is_raised_by_the_next_task() -> None:
    with open_pool(2) as pool:
        pool.begin_in_each(partial(fail, "not installed"))
        with pytest.raises(VoiceError, match="not installed"):
            pool.run([Task("", partial(give, 1))], quiet)


def test_the_answer_to_what_was_begun_comes_after_what_the_process_had_to_do_before() -> None:
    with open_pool(1) as pool:
        pool.begin_in_each(partial(give, 7))
        answer = pool.begin(partial(give, 8))
        number, process = answer.get()
        assert number == 8
        assert process != os.getpid()


def test_what_was_begun_is_done_here_where_its_process_dies() -> None:
    with open_pool(1) as pool:
        pool.begin_in_each(die)
        assert pool.begin(partial(give, 8)).get() == (8, os.getpid())


def test_what_was_begun_and_fails_is_raised_by_its_answer() -> None:
    with open_pool(1) as pool:
        answer = pool.begin(partial(fail, "not right"))
        with pytest.raises(VoiceError, match="not right"):
            answer.get()


def test_no_process_is_left_when_the_pool_ends_in_the_middle(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_pool(2) as pool:
        pool.run_in_each(partial(leave_trace, tmp_path))
        tasks = [Task("", partial(time.sleep, 0)), Task("", partial(time.sleep, 60))]
        pool.run(tasks, interrupt)
    for process in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(process.name), 0)


def test_a_child_of_a_process_ends_with_it(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), open_pool(2) as pool:
        tasks = [Task("", partial(wait_in_child, tmp_path)), Task("", partial(time.sleep, 1))]
        pool.run(tasks, interrupt)
    (child,) = tmp_path.iterdir()
    for _ in range(100):
        if not is_running(int(child.name)):
            return
        time.sleep(0.01)
    pytest.fail("it still runs")


def wait_in_child(folder: Path) -> None:
    run_tasks([Task("", partial(leave_trace_and_wait, folder))], 1, quiet)


def leave_trace_and_wait(folder: Path) -> None:
    leave_trace(folder)
    time.sleep(60)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def interrupt(_: object) -> None:
    raise KeyboardInterrupt


def test_what_cannot_be_pickled_is_known_before() -> None:
    assert can_pickle(partial(give, 1))
    assert not can_pickle(lambda: 1)
