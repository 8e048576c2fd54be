"""Topic: how many wrong translations the checks find, beside those of other programs.

The cases are those of tests/catalogs/mistranslations: right and wrong translations of medical text
into 17 languages, those of authors who had not seen the checks among them. Any finding of another
program counts, whatever it says; ours must fit the error.
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
from .sample_guide import ROOT
from .timing import time_call

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
"""Gives the places of the cases that it has a finding for."""


def measure() -> Iterator[Figure]:
    """Measure, for each program, wrong ones missed, right ones flagged, and seconds."""
    cases = _load_cases()
    for name, checker in _CHECKERS.items():
        seconds, flagged = time_call(lambda checker=checker: checker(cases))  # type: ignore[misc]
        yield from _make_figures(name, cases, flagged, seconds)


def _load_cases() -> list[Case]:
    """Load the cases as the tests do, by path: other packages have a `tests` of their own."""
    path = ROOT / "tests" / "catalogs" / "checks" / "cases.py"
    spec = importlib.util.spec_from_file_location("mistranslation_cases", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    cases: list[Case] = [*module.cases(), *module.blind_cases()]
    return cases


def _make_figures(
    name: str, cases: Sequence[Case], flagged: set[int], seconds: float
) -> Iterator[Figure]:
    ours = name == "plainspoken"
    wrong = [place for place, case in enumerate(cases) if case.wrong]
    right = [place for place, case in enumerate(cases) if not case.wrong]
    found = sum(place in flagged for place in wrong)
    false = sum(place in flagged for place in right)
    yield Figure(
        f"{name}: wrong translations missed", 100 - 100 * found / len(wrong), "%",
        2 if ours else None, f"{found} of {len(wrong)} found",
    )  # fmt: skip
    yield Figure(
        f"{name}: false alarms", 100 * false / len(right), "%", 2 if ours else None,
        f"{false} of {len(right)} right ones flagged",
    )  # fmt: skip
    languages = len({case.lang for case in cases})
    note = f"{len(cases)} messages in {languages} languages"
    yield Figure(f"{name}: time", seconds, "s", note=note)


def _flag_ours(cases: Sequence[Case]) -> set[int]:
    return {place for place, case in enumerate(cases) if case.right == case.wrong}


def _flag_pofilter(cases: Sequence[Case]) -> set[int]:
    """Check with translate-toolkit's pofilter, with all its tests."""
    found: set[int] = set()
    for lang, places, path in _write_files(cases):
        out = path.with_name("found.po")
        command = [str(_PROGRAMS / "pofilter"), "--progress=none", f"--language={lang}"]
        subprocess.run([*command, str(path), str(out)], capture_output=True, check=False)
        text = out.read_text("utf-8") if out.exists() else ""
        found |= {
            places[int(place)] for place in re.findall(r'^msgctxt "(\d+)"', text, re.MULTILINE)
        }
    return found


def _flag_msgfmt(cases: Sequence[Case]) -> set[int]:
    """Check with GNU gettext's msgfmt, as translators run it."""
    found: set[int] = set()
    for _, places, path in _write_files(cases):
        command = [str(_PROGRAMS / "msgfmt"), "--check", "--output-file=/dev/null", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        starts = [
            line
            for line, text in enumerate(path.read_text("utf-8").splitlines(), 1)
            if text.startswith("msgctxt")
        ]
        for line in map(int, re.findall(rf"{re.escape(str(path))}:(\d+):", done.stderr)):
            before = [place for place, start in enumerate(starts) if start <= line]
            found |= {places[before[-1]]} if before else set()
    return found


def _write_files(cases: Sequence[Case]) -> Iterator[tuple[str, list[int], Path]]:
    """Write a PO file for each language; give it with the places of the cases in it."""
    for lang in dict.fromkeys(case.lang for case in cases):
        places = [place for place, case in enumerate(cases) if case.lang == lang]
        with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
            path = Path(folder) / "guide.po"
            entries = (_format_entry(number, cases[place]) for number, place in enumerate(places))
            posix = lang.replace("-", "_")
            path.write_text("\n".join([_HEADER.format(lang=posix), *entries]), "utf-8")
            yield posix, places, path


def _format_entry(number: int, case: Case) -> str:
    source, target = (_quote(str(case.table[name])) for name in ("source", "target"))
    return f'msgctxt "{number}"\nmsgid {source}\nmsgstr {target}\n'


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


_CHECKERS: dict[str, Checker] = {
    "plainspoken": _flag_ours,
    "pofilter, all tests": _flag_pofilter,
    "msgfmt --check": _flag_msgfmt,
}
