"""Signals that end a program, each in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

PACKAGE = Path(__file__).parents[1] / "pipeline"
FRAME = """
import os, signal, sys, time

from plainspoken.interrupts import delay_interrupts, get_exit_code, ignore_signals, raise_on_signals

def send(number={number}):
    os.kill(os.getpid(), number)

raise_on_signals()
try:
{body}
except KeyboardInterrupt:
    ignore_signals()
    print("interrupted")
    sys.exit(get_exit_code())
print("went on")
"""
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def run(body: str, number: int, before: str = "") -> tuple[int, str, str]:
    text = before + FRAME.format(number=number, body=textwrap.indent(textwrap.dedent(body), "    "))
    # As a module: Python itself looks how those ended.
    with TemporaryDirectory() as folder:
        Path(folder, "program.py").write_text(text, "utf-8")
        return run_module(folder)


def run_module(folder: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "program"],
        env={"PYTHONPATH": f"{PACKAGE}:{folder}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_interrupts_and_gives_its_code(number: int) -> None:
    assert run("send(); time.sleep(30)", number) == (128 + number, "interrupted\n", "")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_waits_for_what_must_not_be_cut_in_two(number: int) -> None:
    body = """
    with delay_interrupts():
        with delay_interrupts():
            send()
        print("whole")
    print("cut")
    """
    assert run(body, number) == (128 + number, "whole\ninterrupted\n", "")


def test_a_signal_right_before_what_must_not_be_cut_in_two_leaves_none_blocked() -> None:
    # Few fall into the moment between asking for the mask and setting it, so many are tried.
    body = """
    blocked = 0
    for _ in range(150):
        try:
            child = os.fork()
            while not child:
                with delay_interrupts():
                    pass
        except KeyboardInterrupt:
            os._exit(len(signal.pthread_sigmask(signal.SIG_BLOCK, ())))
        while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
            time.sleep(0.000_3)
            os.kill(child, signal.SIGTERM)  # until it ends, as a fork swallows one
        blocked += ended[1] != 0
    print(blocked)
    """
    assert run(body, signal.SIGTERM) == (0, "0\nwent on\n", "")


@pytest.mark.parametrize("number", SIGNALS)
def test_further_signals_do_not_cut_off_the_cleaning_up(number: int) -> None:
    body = """
    try:
        send()
        time.sleep(30)
    finally:
        for _ in range(50):
            send(signal.SIGINT)
            send(signal.SIGTERM)
        print("clean")
    """
    assert run(body, number) == (128 + number, "clean\ninterrupted\n", "")


@pytest.mark.parametrize("soon", [0.005, 0.000_001])
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_that_falls_into_a_destructor_is_not_lost(number: int, soon: float) -> None:
    body = f"""
    from plainspoken import interrupts
    interrupts._AGAIN = {soon}
    class Gone:
        def __del__(self):
            send()
            for _ in range(1000): pass
    Gone()
    time.sleep(30)
    """
    assert run(body, number) == (128 + number, "interrupted\n", "")


def test_a_signal_that_falls_into_a_destructor_stops_what_follows_at_once() -> None:
    body = """
    class Gone:
        def __del__(self): send()
    Gone()
    time.sleep(0.8)
    """
    assert run(body, signal.SIGTERM) == (128 + signal.SIGTERM, "interrupted\n", "")


def test_other_errors_in_a_destructor_are_shown_as_ever() -> None:
    body = """
    class Gone:
        def __del__(self):
            1 / 0
    Gone()
    """
    code, out, err = run(body, signal.SIGINT)
    assert (code, out) == (0, "went on\n")
    assert "Exception ignored in" in err
    assert "ZeroDivisionError" in err


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_within_exec_ends_with_its_own_code_too(number: int) -> None:
    body = "exec('send(); time.sleep(30)')"
    assert run(body, number) == (128 + number, "interrupted\n", "")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_that_was_ignored_stays_so(number: int) -> None:
    before = f"import signal; signal.signal({int(number)}, signal.SIG_IGN)"
    assert run("send(); time.sleep(0.05)", number, before) == (0, "went on\n", "")


@pytest.mark.parametrize("number", SIGNALS)
def test_nothing_stops_what_is_done(number: int) -> None:
    assert run("ignore_signals(); send(); time.sleep(0.05)", number) == (0, "went on\n", "")
