"""A pytest plugin that runs chosen tests in a chosen order, each with a limit of time.

The folder that the environment variable MUTANT_TRIAL names holds `tests.json`: the tests, in their
order, each with its limit in seconds. The plugin leaves there `failed`, the tests that failed, and
`running`, the test that ran last.
"""

from __future__ import annotations

import json
import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

FOLDER = Path(os.environ["MUTANT_TRIAL"])
_LIMITS: dict[str, float] = json.loads((FOLDER / "tests.json").read_text("utf-8"))
_TO_COME_AND_GO = 120
"""Seconds for all that is no test: imports, the end."""
_MEMORY = 6 << 30
"""Bytes of memory that a process may write to: a mutant may be greedy."""


def pytest_configure() -> None:
    """Limit memory and time, and have failing examples not made smaller: that takes long."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", settings.get_profile("house"), phases=phases)
    settings.load_profile("mutants")
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    _limit_time(_TO_COME_AND_GO)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the chosen tests, in their order."""
    order = {name: number for number, name in enumerate(_LIMITS)}
    chosen = [item for item in items if item.nodeid in order]
    items[:] = sorted(chosen, key=lambda item: order[item.nodeid])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """End the process if a test takes too long, whatever it does."""
    (FOLDER / "running").write_text(item.nodeid, "utf-8")
    _limit_time(_LIMITS[item.nodeid])
    result = yield
    _limit_time(_TO_COME_AND_GO)
    return result


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note which tests fail."""
    if report.failed:
        with (FOLDER / "failed").open("a", encoding="utf-8") as file:
            file.write(f"{report.nodeid}\n")


def _limit_time(seconds: float) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
