"""Topic: how many wrong translations checks find, ours beside those of other programs.

On the cases of tests/catalogs/mistranslations: right and wrong translations of medical text into
13 languages. Every finding of another program counts, whatever it says; ours must fit the fault.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .figure import Figure
from .sample import ROOT
from .timing import clock

if TYPE_CHECKING:
    from tests.catalogs.checks.cases import Case

_PROGRAMS = Path(sys.executable).parent
_HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"MIME-Version: 1.0\\n"
"Language: {lang}\\n"
"""
Checker = Callable[["Sequence[Case]"], set[int]]
"""Cases in; which of them it says something of."""


def measure() -> Iterator[Figure]:
    """For each program: wrong ones missed, right ones flagged, seconds."""
    every = _cases()
    for name, checker in _CHECKERS.items():
        seconds, flagged = clock(lambda checker=checker: checker(every))  # type: ignore[misc]
        yield from _figures(name, every, flagged, seconds)


def _cases() -> list[Case]:
    """The cases as the tests read them; other packages have a `tests` of their own."""
    path = ROOT / "tests" / "catalogs" / "checks" / "cases.py"
    spec = importlib.util.spec_from_file_location("mistranslation_cases", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    made: list[Case] = module.cases()
    return made


def _figures(
    name: str, every: Sequence[Case], flagged: set[int], seconds: float
) -> Iterator[Figure]:
    ours = name == "plainspoken"
    wrong = [at for at, case in enumerate(every) if case.wrong]
    right = [at for at, case in enumerate(every) if not case.wrong]
    found = sum(at in flagged for at in wrong)
    false = sum(at in flagged for at in right)
    yield Figure(
        f"{name}: wrong translations missed", 100 - 100 * found / len(wrong), "%",
        2 if ours else None, f"{found} of {len(wrong)} found",
    )  # fmt: skip
    yield Figure(
        f"{name}: false alarms", 100 * false / len(right), "%", 2 if ours else None,
        f"{false} of {len(right)} right ones flagged",
    )  # fmt: skip
    yield Figure(f"{name}: time", seconds, "s", note=f"{len(every)} messages in 13 languages")


def _ours(every: Sequence[Case]) -> set[int]:
    return {at for at, case in enumerate(every) if case.right == case.wrong}


def _pofilter(every: Sequence[Case]) -> set[int]:
    """translate-toolkit's, with all its tests."""
    found: set[int] = set()
    for lang, some, path in _files(every):
        out = path.with_name("found.po")
        command = [str(_PROGRAMS / "pofilter"), "--progress=none", f"--language={lang}"]
        subprocess.run([*command, str(path), str(out)], capture_output=True, check=False)
        text = out.read_text("utf-8") if out.exists() else ""
        found |= {some[int(at)] for at in re.findall(r'^msgctxt "(\d+)"', text, re.MULTILINE)}
    return found


def _msgfmt(every: Sequence[Case]) -> set[int]:
    """GNU gettext's, as translators run it."""
    found: set[int] = set()
    for _, some, path in _files(every):
        command = [str(_PROGRAMS / "msgfmt"), "--check", "--output-file=/dev/null", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        starts = [
            line
            for line, text in enumerate(path.read_text("utf-8").splitlines(), 1)
            if text.startswith("msgctxt")
        ]
        for line in map(int, re.findall(rf"{re.escape(str(path))}:(\d+):", done.stderr)):
            before = [at for at, start in enumerate(starts) if start <= line]
            found |= {some[before[-1]]} if before else set()
    return found


def _files(every: Sequence[Case]) -> Iterator[tuple[str, list[int], Path]]:
    """For each language a PO file, and which cases stand in it."""
    for lang in dict.fromkeys(case.lang for case in every):
        some = [at for at, case in enumerate(every) if case.lang == lang]
        with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
            path = Path(folder) / "guide.po"
            entries = (_entry(number, every[at]) for number, at in enumerate(some))
            posix = lang.replace("-", "_")
            path.write_text("\n".join([_HEADER.format(lang=posix), *entries]), "utf-8")
            yield posix, some, path


def _entry(number: int, case: Case) -> str:
    source, target = (_quoted(str(case.table[name])) for name in ("source", "target"))
    return f'msgctxt "{number}"\nmsgid {source}\nmsgstr {target}\n'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


_CHECKERS: dict[str, Checker] = {
    "plainspoken": _ours,
    "pofilter, all tests": _pofilter,
    "msgfmt --check": _msgfmt,
}
