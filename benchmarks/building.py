"""Topic: how long `plainspoken build` takes, and how much memory."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from pathlib import Path

from . import floor, sample_guide
from .figure import Figure
from .packing import measure_packing
from .timing import (
    BARE_PYTHON,
    MeasurementError,
    Run,
    find_median,
    format_seconds,
    measure_in_turn,
    run,
)

_ROUNDS = 2
_TIMES = 3


def measure() -> Iterator[Figure]:
    """Measure a cold build and its memory, one with nothing changed, one after an edit."""
    with sample_guide.copy_guide() as folder:
        yield from _measure_cold_build(folder)
        yield from _measure_packing(folder)
        yield _measure_unchanged(folder)
        yield from _measure_edit(folder)


def _measure_cold_build(folder: Path) -> Iterator[Figure]:
    utterances = sample_guide.list_utterances(folder)
    floors: list[float] = []
    builds: list[Run] = []
    # In turn, so that other work on the machine slows both; the least of each counts.
    for _ in range(_ROUNDS):
        floors.append(floor.measure_floor(utterances))
        sample_guide.remove_build(folder)
        builds.append(_build(folder, False, "--jobs", str(floor.JOBS)))
    least = min(floors)
    cold = [build.seconds for build in builds]
    yield Figure(
        "floor: synthesis, level and MP3 alone, two processes", least, "s",
        note=f"{format_seconds(floors)}; {len(utterances)} sentences, each once; "
        "no process for each sentence",
    )  # fmt: skip
    yield Figure(
        "cold build of all languages, --jobs 2, to the floor", min(cold) / least, "×", 1.5,
        f"{format_seconds(cold)}; the whole process, nothing kept from before",
    )  # fmt: skip
    yield Figure(
        "peak memory of the cold build", max(build.peak for build in builds) / 1e6, "MB", 300,
        "the largest of its processes",
    )  # fmt: skip


def _measure_packing(folder: Path) -> Iterator[Figure]:
    for name, seconds in measure_packing(folder).items():
        yield Figure(f"pack {name}", seconds, "s", 0.5, "what is spoken is there, without start-up")


def _measure_unchanged(folder: Path) -> Figure:
    bare = find_median(_TIMES, lambda: run(*BARE_PYTHON))
    seconds = find_median(_TIMES, lambda: _build(folder, True))
    note = f"the whole process; {seconds / bare:.1f} × a bare python (median of {_TIMES})"
    return Figure("build, nothing changed", seconds, "s", 0.35, note)


def _measure_edit(folder: Path) -> Iterator[Figure]:
    def build() -> Run:
        sample_guide.edit_sentence(folder)
        return _build(folder, False)

    floors, builds = measure_in_turn(
        _TIMES, lambda: run("-m", "benchmarks.reading_floor", str(folder), "--pack"), build
    )
    least, seconds = statistics.median(floors), statistics.median(builds)
    yield Figure(
        "floor: parse, read and write catalogs, pack, by libraries", least, "s",
        note=f"{format_seconds(floors)}; one process, nothing translated, spoken or checked",
    )  # fmt: skip
    yield Figure(
        "build, one sentence edited, to that floor", seconds / least, "×", 7,
        f"{format_seconds(builds)}; the whole process, all languages made anew "
        f"(medians of {_TIMES})",
    )  # fmt: skip


def _build(folder: Path, unchanged: bool, *options: str) -> Run:
    """Build, and check that editions were built or found unchanged as the measurement means it."""
    result = run("-m", "plainspoken", "build", "-C", str(folder), "--json", *options)
    for edition in json.loads(result.output)["editions"]:
        if edition["unchanged"] != unchanged:
            raise MeasurementError(
                f"the edition {edition['locale']} was {'not ' * unchanged}up to date"
            )
    return result
