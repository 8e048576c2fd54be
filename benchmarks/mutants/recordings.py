"""Record which lines of the package each test reaches, and how long it takes.

The recording of a folder of tests is kept in `.cache/mutants/` until they or the package change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from coverage import CoverageData
from coverage.exceptions import CoverageException

from .copies import PACKAGE, ROOT, Copy
from .recorder import DATA
from .trials import TrialError, run_tests

CACHE = ROOT / ".cache/mutants"
_INPUTS = ("pipeline/", "source/", "locales/", "pyproject.toml", "benchmarks/mutants/record")


@dataclass(frozen=True, slots=True)
class TimedTest:
    """A test that passes while the package is whole."""

    name: str
    """As pytest calls it: `tests/po/test_wrap.py::test_…`."""
    seconds: float
    """What it takes alone, slowed by the recorder."""
    fixtures: tuple[str, ...]
    """Those it shares with others."""
    fixture_seconds: float
    """What these take when they are made."""

    @property
    def file(self) -> str:
        """The module that it stands in."""
        return self.name.partition("::")[0]


@dataclass(frozen=True, slots=True)
class Recording:
    """What the tests of one folder reach."""

    tests: list[TimedTest]
    lines: dict[str, dict[int, int]]
    """By file and line: the tests that reach it; bit n stands for the test at place n."""
    at_import: dict[str, list[int]]
    """By file: lines reached when a test module was imported."""
    failed: list[str]
    """Tests that failed; they count for nothing."""


def group_tests(files: Iterable[str]) -> dict[str, list[str]]:
    """Group the test modules by the folder that they stand in."""
    groups: dict[str, list[str]] = {}
    for name in files:
        path = PurePosixPath(name)
        if path.parts[0] == "tests" and path.match("test_*.py"):
            groups.setdefault(str(path.parent), []).append(name)
    return groups


def name_recording(root: Path, folder: str, files: Sequence[str]) -> Path:
    """Name the file that keeps a folder's recording: by all that it depends on."""
    digest = hashlib.sha256()
    for name in files:
        is_shared = name.startswith("tests/") and name.count("/") == 1
        if name.startswith((*_INPUTS, f"{folder}/", "tests/browser/")) or is_shared:
            digest.update(name.encode() + b"\0" + (root / name).read_bytes())
    return CACHE / f"{folder.replace('/', '.')}-{digest.hexdigest()[:16]}.json"


def record(copy: Copy, modules: Sequence[str]) -> Recording:
    """Run test modules in a copy, and note what each test reaches.

    Raises:
        TrialError: they could not be run.
    """
    recorder = copy.root / "benchmarks/mutants/recorder.py"
    copy.write("pipeline/sitecustomize.py", recorder.read_bytes())
    times = copy.folder / "times.json"
    for old in (times, copy.folder / "current-test", *copy.folder.glob(f"{DATA}.*")):
        old.unlink(missing_ok=True)
    _, output = copy.run_pytest("record_plugin", modules)
    copy.restore()
    if not times.is_file():
        raise TrialError(f"the tests of {modules[0]} and others did not run:\n{output}")
    found = json.loads(times.read_text("utf-8"))
    data = _combine(copy.folder)
    # Some look at what a process imports, or how it ends: they may bear no recorder.
    failed = [name for name, facts in found["tests"].items() if not facts["passed"]]
    failed = run_tests(copy, dict.fromkeys(failed, 600), stops_early=False).failed if failed else []
    for name, facts in found["tests"].items():
        facts["passed"] = name not in failed
    return _read(found, data)


def _combine(folder: Path) -> CoverageData:
    data = CoverageData(no_disk=True)
    for path in sorted(folder.glob(f"{DATA}.*")):
        part = CoverageData(str(path))
        with suppress(CoverageException):  # A process was killed while it wrote.
            part.read()
            data.update(part, map_path=_find_in_package)
    return data


def _find_in_package(path: str) -> str:
    """Name a file of the package from the root of the repository on, wherever its copy stands."""
    return f"{PACKAGE}/{path.rpartition('/plainspoken/')[2]}"


def _read(found: Mapping[str, dict[str, Any]], data: CoverageData) -> Recording:
    seconds = found["fixtures"]
    passed = {name: facts for name, facts in found["tests"].items() if facts["passed"]}
    tests, numbers = [], dict[str, int]()
    for number, (name, facts) in enumerate(passed.items()):
        fixtures = tuple(sorted(seconds.keys() & set(facts["fixtures"])))
        cost = sum(seconds[fixture] for fixture in fixtures)
        tests.append(TimedTest(name, facts["seconds"], fixtures, cost))
        for context in (name, *fixtures, f"import {tests[-1].file}"):
            numbers[context] = numbers.get(context, 0) | 1 << number
    lines: dict[str, dict[int, int]] = {}
    at_import: dict[str, list[int]] = {}
    for file in data.measured_files():
        for line, contexts in data.contexts_by_lineno(file).items():
            mask = 0
            for context in contexts:
                mask |= numbers.get(context, 0)
            lines.setdefault(file, {})[line] = mask
            if any(context.startswith("import ") for context in contexts):
                at_import.setdefault(file, []).append(line)
    failed = [name for name in found["tests"] if name not in passed]
    return Recording(tests, lines, at_import, failed)


def write_recording(path: Path, recording: Recording) -> None:
    """Keep a recording, and drop older ones of the same folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = path.name.rpartition("-")[0]
    for old in path.parent.glob(f"{folder}-*.json"):
        old.unlink()
    masks = {
        file: {line: f"{mask:x}" for line, mask in lines.items()}
        for file, lines in recording.lines.items()
    }
    path.write_text(json.dumps({**asdict(recording), "lines": masks}), "utf-8")


def read_recording(path: Path) -> Recording:
    """Read a recording that was kept."""
    kept = json.loads(path.read_text("utf-8"))
    lines = {
        file: {int(line): int(mask, 16) for line, mask in masks.items()}
        for file, masks in kept["lines"].items()
    }
    tests = [TimedTest(**{**test, "fixtures": tuple(test["fixtures"])}) for test in kept["tests"]]
    return Recording(tests, lines, kept["at_import"], kept["failed"])
