"""A pytest plugin that names to the recorder what runs, and times it.

What a fixture of a module or session reaches counts for every test that uses it, and so does what
a test module reaches when it is imported. What the package keeps in caches is forgotten before each
test: it must reach all that it needs.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

recorder = import_module("sitecustomize")


class Timekeeper:
    """What ran so far."""

    def __init__(self) -> None:
        self.tests: dict[str, dict[str, Any]] = {}
        self.fixtures: dict[str, float] = {}
        self.spent_on_fixtures = 0.0
        """Seconds of the running test that its shared fixtures took."""

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        """Count what a test module reaches at import to the module."""
        if isinstance(collector, pytest.Module):
            _forget_caches()
            recorder.switch(f"import {collector.path.relative_to(collector.config.rootpath)}")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Count what a test reaches, from its own fixtures on."""
        _forget_caches()
        recorder.switch(item.nodeid)
        self.spent_on_fixtures = 0
        begin = time.perf_counter()
        facts = {"passed": True, "fixtures": _list_shared_fixtures(item)}
        self.tests[item.nodeid] = facts
        result = yield
        facts["seconds"] = round(time.perf_counter() - begin - self.spent_on_fixtures, 4)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """Count what a fixture that several tests share reaches to the fixture."""
        if fixturedef.scope == "function":
            return (yield)
        name, begin = _name_fixture(fixturedef), time.perf_counter()
        before = recorder.switch(name)
        try:
            return (yield)
        finally:
            seconds = time.perf_counter() - begin
            self.fixtures[name] = round(max(seconds, self.fixtures.get(name, 0)), 4)
            self.spent_on_fixtures += seconds
            recorder.switch(before)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note which tests fail."""
        if report.failed:
            self.tests[report.nodeid]["passed"] = False

    def pytest_sessionfinish(self) -> None:
        """Write what was timed beside the lines."""
        found = {"tests": self.tests, "fixtures": self.fixtures}
        (recorder.FOLDER / "times.json").write_text(json.dumps(found), "utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to keep time."""
    config.pluginmanager.register(Timekeeper())


def _list_shared_fixtures(item: pytest.Item) -> list[str]:
    info = getattr(item, "_fixtureinfo", None)
    definitions = [each for some in info.name2fixturedefs.values() for each in some] if info else []
    return [_name_fixture(found) for found in definitions if found.scope != "function"]


def _name_fixture(definition: pytest.FixtureDef[Any]) -> str:
    return f"fixture {definition.argname} of {definition.baseid}"


def _forget_caches() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith(("plainspoken", "tests")):
            for value in list(vars(module).values()):
                if callable(forget := getattr(value, "cache_clear", None)):
                    forget()
