"""A sentence may be an argument of a program, and never a program itself."""

from __future__ import annotations

import shlex

import pytest

from plainspoken.audio.voices.command_text import find_text_faults

HINT = "Write {text} as an argument by itself, or leave it out: then it is the program's input."
RUNS = "`run` has {text} where a program stands, and would run what is said"


@pytest.mark.parametrize(
    "command",
    [
        "say {text}", "say --text={text}", "say -t={text}", "say --a-b_c={text} {wav}",
        "say -c {text}", "say {wav}", "", "python say.py {text}", "python say.py -c {text}",
        "bash -x say.sh {text}", "sh say -e --x {text}", "env say {text}", "awkward -e {text}",
        "python -m tts {text}", "lua say.lua --eval {text}",
    ],
)  # fmt: skip
def test_an_argument_by_itself_is_only_said(command: str) -> None:
    assert list(find_text_faults(shlex.split(command))) == []


@pytest.mark.parametrize(
    "argument",
    ["-t{text}", "{text}.", "--text={text}x", "x={text}", "a{text}", "={text}"],
)
def test_a_part_of_an_argument_is_refused(argument: str) -> None:
    assert list(find_text_faults(["say", argument])) == [
        (f"`run` has {{text}} within “{argument}”", HINT)
    ]


@pytest.mark.parametrize(
    "program",
    [
        "sh", "bash", "zsh", "/bin/dash", "fish", "busybox", "su", "env", "xargs", "python",
        "python3", "python3.11", "pypy3", "perl", "ruby", "node", "deno", "bun", "php", "lua",
        "luajit", "awk", "gawk", "mawk", "nawk", "sed", "tclsh", "tclsh8.6", "osascript", "Rscript",
        "guile", "julia", "octave", "/usr/local/bin/perl5.36",
    ],
)  # fmt: skip
@pytest.mark.parametrize("option", ["-c", "-e"])
def test_an_interpreter_runs_what_follows_an_option_for_that(program: str, option: str) -> None:
    assert list(find_text_faults([program, option, "{text}"])) == [(RUNS, HINT)]
    assert list(find_text_faults([program, "it", option, "{text}"])) == []


@pytest.mark.parametrize(
    "option",
    [
        "-c", "-e", "-E", "-r", "-p", "-R", "-S", "-ne", "-lc", "--command", "--eval", "--execute",
        "--exec", "--print", "--run", "--expression", "--split-string", "-eval", "-command",
    ],
)  # fmt: skip
def test_each_option_for_a_program_is_known(option: str) -> None:
    for command in (
        [option, "{text}"], [f"{option}={{text}}"], ["-x", option, "--", "{text}"],
        ["-x", f"{option}={{text}}"],
    ):  # fmt: skip
        assert list(find_text_faults(["sh", *command])) == [(RUNS, HINT)], command


@pytest.mark.parametrize("option", ["-x", "-i", "--color", "--evaluate", "--c"])
def test_other_options_are_for_no_program(option: str) -> None:
    assert list(find_text_faults(["sh", option, "{text}"])) == []
    assert list(find_text_faults(["sh", f"{option}={{text}}"])) == []


def test_a_text_in_the_place_of_a_program_is_refused() -> None:
    assert list(find_text_faults(["{text}"])) == [(RUNS, HINT)]
    assert list(find_text_faults(["nice", "env", "sh", "-c", "{text}"])) == [(RUNS, HINT)]
    assert list(find_text_faults(["{text}", "{text}"])) == [(RUNS, HINT)]
    two = [*["say", "-{text}"], "{text}x"]
    assert [message for message, _ in find_text_faults(two)] == [
        "`run` has {text} within “-{text}”", "`run` has {text} within “{text}x”",
    ]  # fmt: skip
