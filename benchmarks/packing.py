"""How long it takes to pack an edition, once all has been read and spoken."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from plainspoken.config.project import load_project
from plainspoken.editions import Artifact, choose_editions
from plainspoken.publishing.completion import complete_readings
from plainspoken.publishing.inputs import read_inputs
from plainspoken.publishing.stages import BuildRequest, narrate_readings

from .timing import time_call

_TIMES = 3


def measure_packing(folder: Path) -> dict[str, float]:
    """Measure the seconds that each usual edition of a built guide takes, by its name and
    language, in this process: without start-up. The median of several counts.
    """
    project = load_project(folder)
    locales = project.locales
    inputs = read_inputs(project, locales, "")
    completed = complete_readings(project, inputs, 1)
    editions = choose_editions(project, locales)
    request = BuildRequest(project, "", 1, lambda *_: None, editions, sound=True)
    narrations = narrate_readings(request, [one.reading for one in completed])
    taken: dict[str, float] = {}
    for one, locale, narration in zip(completed, locales, narrations, strict=True):
        for edition in editions[locale.lang]:
            build = partial(edition.load(), one.reading.guide, narration, project, locale)
            taken[f"{edition.name} in {locale.lang}"] = _time_builds(build)
    return taken


def _time_builds(build: partial[Sequence[Artifact]]) -> float:
    with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as folder:
        times = []
        for number in range(_TIMES):
            out = Path(folder, str(number))
            out.mkdir()
            seconds, _ = time_call(partial(build, out))
            times.append(seconds)
        return statistics.median(times)
