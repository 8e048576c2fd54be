"""Run tests on a mutant, quickest first, until one fails."""

from __future__ import annotations

import json
import signal
from collections.abc import Mapping
from dataclasses import dataclass

from .copies import Copy

_NO_TESTS_RAN = 5


class TrialError(Exception):
    """Nothing could be tried."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run of tests ended."""

    status: str
    """`passed`, `failed` or `timeout`."""
    failed: list[str]
    """The tests that failed; none if they could not even be imported."""
    running: str
    """The test that ran last."""
    output: str
    """What pytest said."""


def run_tests(copy: Copy, limits: Mapping[str, float], stops_early: bool = True) -> Outcome:
    """Run tests in their order, each with its limit in seconds."""
    for name in ("failed", "running"):
        (copy.folder / name).unlink(missing_ok=True)
    (copy.folder / "tests.json").write_text(json.dumps(limits), "utf-8")
    modules = dict.fromkeys(name.partition("::")[0] for name in limits)
    code, output = copy.run_pytest("trial_plugin", [*(["-x"] if stops_early else []), *modules])
    status = "passed" if code in (0, _NO_TESTS_RAN) else "failed"
    if code == -signal.SIGALRM:
        status = "timeout"
    failed = _read(copy, "failed").splitlines()
    return Outcome(status, list(dict.fromkeys(failed)), _read(copy, "running"), output)


def _read(copy: Copy, name: str) -> str:
    path = copy.folder / name
    return path.read_text("utf-8") if path.is_file() else ""
