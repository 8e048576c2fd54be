"""Refuse a command that would have a sentence read as a program. A sentence comes from writers and
translators: whatever it holds, it is to be spoken and not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...diagnostics.visible_text import quote

_PLACE = "{text}"
_ALONE = re.compile(r"(--?[\w-]+=)?\{text\}")
_INTERPRETER = re.compile(
    r"(.*/)?(\w*sh|busybox|su|env|xargs|python|pypy|perl|ruby|node|deno|bun|php|lua|luajit"
    r"|[gmn]?awk|sed|tclsh|osascript|Rscript|guile|julia|octave)[-.\d]*"
)
"""A program that runs what it is given as text."""
_PROGRAM_OPTION = re.compile(
    r"-\w*[ceErpRS]|--?(command|eval|execute|exec|print|run|expression|split-string)"
)
"""What stands before a program that is given as text, in one interpreter or another."""
_HINT = "Write {text} as an argument by itself, or leave it out: then it is the program's input."


def find_text_faults(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Where `{text}` is part of an argument, stands for a program, or is one for an interpreter."""
    for place, argument in enumerate(arguments):
        if _PLACE not in argument:
            continue
        if not _ALONE.fullmatch(argument):
            yield f"`run` has {_PLACE} within {quote(argument)}", _HINT
        elif not place or _is_program(arguments[:place], argument):
            yield f"`run` has {_PLACE} where a program stands, and would run what is said", _HINT


def _is_program(before: Sequence[str], argument: str) -> bool:
    """Whether an interpreter runs an argument: it follows an option for that, itself or with other
    options between. What follows the file of a script is the script's own.
    """
    return any(
        _INTERPRETER.fullmatch(each) and _ends_in_program(before[place:], argument)
        for place, each in enumerate(before, 1)
    )


def _ends_in_program(options: Sequence[str], argument: str) -> bool:
    if _PROGRAM_OPTION.fullmatch(argument.partition("=")[0]):
        return not options or options[0].startswith("-")
    if not options or not options[0].startswith("-"):
        return False
    last = takewhile(lambda each: each.startswith("-"), reversed(options))
    return any(map(_PROGRAM_OPTION.fullmatch, last))
