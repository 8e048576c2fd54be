"""Choose the tests that could notice a mutant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .mutations import Mutant
from .recordings import Recording, TimedTest
from .uses import Uses


class Reach:
    """Which tests reach which lines, over all recordings."""

    def __init__(self, recordings: Sequence[Recording], uses: Uses) -> None:
        self._recordings = recordings
        self._uses = uses

    def choose_tests(self, mutant: Mutant) -> list[TimedTest]:
        """Choose the tests that reach a mutant, quickest first, those of one fixture together."""
        lines = {(mutant.file, line) for line in mutant.place.lines}
        if mutant.place.names:
            places, modules = self._uses.find(mutant.place.names)
            tests = self._find_tests(places) | self._list_tests_of(modules)
            tests |= set() if tests else self._find_tests(lines)
        else:
            tests = self._find_tests(lines | self._list_others(mutant.file, mutant.place.lines))
        return sorted(tests, key=_order)

    def _find_tests(self, places: Iterable[tuple[str, int]]) -> set[TimedTest]:
        tests: set[TimedTest] = set()
        for recording in self._recordings:
            reached = 0
            for file, line in places:
                reached |= recording.lines.get(file, {}).get(line, 0)
            tests |= {test for n, test in enumerate(recording.tests) if reached >> n & 1}
        return tests

    def _list_tests_of(self, modules: set[str]) -> set[TimedTest]:
        return {
            test
            for recording in self._recordings
            for test in recording.tests
            if test.file in modules
        }

    def _list_others(self, file: str, lines: range) -> set[tuple[str, int]]:
        """List all lines of a module, if some of its lines ran when it was imported."""
        return {
            (file, line)
            for recording in self._recordings
            if not set(lines).isdisjoint(recording.at_import.get(file, ()))
            for line in recording.lines[file]
        }


def list_limits(tests: Iterable[TimedTest]) -> Mapping[str, float]:
    """Give each test a limit in seconds that it passes only if a mutant has it run for ever."""
    return {test.name: 30 + 15 * (test.seconds + test.fixture_seconds) for test in tests}


def _order(test: TimedTest) -> tuple[float, tuple[str, ...], float, str]:
    if test.fixture_seconds < 0.1:
        return test.seconds, (), 0, test.name
    return test.fixture_seconds, test.fixtures, test.seconds, test.name
