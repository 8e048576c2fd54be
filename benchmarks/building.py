"""Topic: how long `plainspoken build` takes, and how much memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from . import floor, sample
from .figure import Figure
from .timing import BARE, Failed, Run, listed, middle, run

_ROUNDS = 2
_TIMES = 3


def measure() -> Iterator[Figure]:
    """A cold build against the floor, its memory, nothing changed, one sentence edited."""
    with sample.copied() as folder:
        yield from _cold(folder)
        yield _unchanged(folder)
        yield _edited(folder)


def _cold(folder: Path) -> Iterator[Figure]:
    said = sample.all_said(folder)
    floors: list[float] = []
    builds: list[Run] = []
    # In turn, so that other work on the machine slows both; the least of each counts.
    for _ in range(_ROUNDS):
        floors.append(floor.seconds(said))
        sample.clean(folder)
        builds.append(_build(folder, False, "--jobs", str(floor.JOBS)))
    least = min(floors)
    cold = [each.seconds for each in builds]
    yield Figure(
        "floor: synthesis and MP3 alone, two processes", least, "s",
        note=f"{listed(floors)}; {len(said)} sentences, each once; no process for each sentence",
    )  # fmt: skip
    yield Figure(
        "cold build of all languages, --jobs 2, to the floor", min(cold) / least, "×", 2,
        f"{listed(cold)}; the whole process, nothing kept from before",
    )  # fmt: skip
    yield Figure(
        "peak memory of the cold build", max(each.peak for each in builds) / 1e6, "MB", 300,
        "the largest of its processes",
    )  # fmt: skip


def _unchanged(folder: Path) -> Figure:
    bare = middle(_TIMES, lambda: run(*BARE))
    seconds = middle(_TIMES, lambda: _build(folder, True))
    note = f"the whole process; {seconds / bare:.1f} × a bare python (median of {_TIMES})"
    return Figure("build, nothing changed", seconds, "s", 1, note)


def _edited(folder: Path) -> Figure:
    def build() -> Run:
        sample.edit(folder)
        return _build(folder, False)

    note = f"the whole process, all languages made anew (median of {_TIMES})"
    return Figure("build, one sentence edited", middle(_TIMES, build), "s", 2, note)


def _build(folder: Path, unchanged: bool, *options: str) -> Run:
    """Build, and see that as much was made anew as is meant to be measured."""
    made = run("-m", "plainspoken", "build", "-C", str(folder), "--json", *options)
    for edition in json.loads(made.output)["editions"]:
        if edition["unchanged"] != unchanged:
            raise Failed(f"the edition {edition['locale']} was {'not ' * unchanged}up to date")
    return made
