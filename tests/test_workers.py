"""Proves that work shared among processes gives what one process gives, faults included."""

from __future__ import annotations

import os
import signal
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.diagnostics.errors import SourceError
from plainspoken.diagnostics.finding import Finding
from plainspoken.workers import map_in_processes, run_in_child


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
