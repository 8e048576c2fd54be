"""Topic: how long scoring takes, in a whole process, after a save, and as a text grows."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from plainspoken.config.project import load_project
from plainspoken.guide import Guide
from plainspoken.parsing import parse
from plainspoken.readability import score
from plainspoken.readability.textstat_figure import grade_with_textstat

from .figure import Figure
from .grade_with_peer import PEERS
from .sample_guide import ROOT, copy_guide
from .timing import MeasurementError, measure_in_turn, run, time_call

_TIMES = 7
_MILLION = 1_000_000


def measure() -> Iterator[Figure]:
    """Measure scoring all languages, answering a save, a million words, and other programs."""
    with copy_guide() as folder:
        yield from _measure_commands(folder)
        guide = parse(load_project(folder))
        yield from _measure_growth(guide)
        yield from _measure_peers(guide, folder)


def _measure_commands(folder: Path) -> Iterator[Figure]:
    """Measure the whole command and its answer to a save, to the least work of the same run."""
    floors, scores = measure_in_turn(
        _TIMES,
        lambda: run("-m", "benchmarks.reading_floor", str(folder)),
        lambda: run("-m", "plainspoken", "score", "--json", "-C", str(folder)),
    )
    least, seconds = statistics.median(floors), statistics.median(scores)
    yield Figure(
        "floor: parse, read and write catalogs, by libraries", least, "s",
        note=f"one process; the median of {_TIMES}",
    )  # fmt: skip
    yield Figure(
        "score, all languages, whole process, to that floor", seconds / least, "×", 4,
        f"{seconds:.2f} s, with remarks; the median of {_TIMES}",
    )  # fmt: skip
    answer = _measure_answers(folder)
    yield Figure(
        "score --watch, from a save to its answer, to that floor", answer / least, "×", 2.3,
        f"{answer:.2f} s, the median of 5 saves of a section",
    )  # fmt: skip


def _measure_answers(folder: Path) -> float:
    """Measure the median time from a save to the end of what `score --watch` prints then."""
    command = [sys.executable, "-m", "plainspoken", "score", "--watch", "-C", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUNBUFFERED": "1"}
    text = sorted((folder / "source").glob("*.md"))[0]
    times = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as watching:
        assert watching.stdout is not None

        def read_answer() -> None:
            assert watching.stdout is not None
            for line in watching.stdout:
                if line.startswith("(") and line.endswith("s)\n"):
                    return
            raise MeasurementError("score --watch ended by itself")

        read_answer()
        time.sleep(1)
        for number in range(5):
            begin = time.perf_counter()
            text.write_text(f"{text.read_text('utf-8')}\nSave number {number}.\n", "utf-8")
            read_answer()
            times.append(time.perf_counter() - begin)
        watching.terminate()
    return sorted(times)[2]


def _measure_growth(guide: Guide) -> Iterator[Figure]:
    """Measure the exponent with which the time to score grows with the text: 1 is linear."""
    words = score(guide).whole.words
    small, large = (_repeat(guide, round(size / words)) for size in (_MILLION / 8, _MILLION))
    first, _ = time_call(lambda: score(small))
    last, card = time_call(lambda: score(large))
    grown = card.whole.words / score(small).whole.words
    exponent = math.log(last / first) / math.log(grown)
    yield Figure(
        "score, exponent of its growth to a million words", exponent, "", 1.15,
        f"{first:.2f} s, then {last:.2f} s for {grown:.1f} × the words",
    )  # fmt: skip


def _repeat(guide: Guide, times: int) -> Guide:
    sections = tuple(
        replace(section, id=f"{section.id}-{number}")
        for number in range(times)
        for section in guide.sections
        if section.role == "body"
    )
    return replace(guide, sections=sections)


def _measure_peers(guide: Guide, folder: Path) -> Iterator[Figure]:
    """Measure others on the same text and grade, each once before to load its data.

    textstat caches what it counted, so it gets the sections in another order the second time.
    """
    score(guide)
    own, _ = time_call(lambda: score(guide))
    backwards = replace(guide, sections=guide.sections[::-1])
    grade_with_textstat(guide, folder / "cache")
    textstat, _ = time_call(lambda: grade_with_textstat(backwards, folder / "cache"))
    text = "\n".join(" ".join(sentence.text.split()) for sentence in guide.sentences())
    seconds = {"textstat": textstat, **{name: _time_grading(name, text) for name in PEERS}}
    for name, taken in seconds.items():
        what = f"peer: {name} alone, to our score"
        if taken is None:
            yield Figure(what, None, "×", None, f"{name} is not installed: not measured")
        else:
            note = f"{taken:.3f} s to our {own:.3f} s, which holds all sections and bands"
            yield Figure(what, taken / own, "×", None, note)


def _time_grading(name: str, text: str) -> float | None:
    """Measure the seconds that a peer takes; none where `make bench` could not install it."""
    home = ROOT / ".venv" / "peers" / name
    if not home.is_dir():
        return None
    # Data from another package: the peer itself would fetch it from a network.
    data = home / "llama_index/core/_static/nltk_cache"
    environment = {**os.environ, "PYTHONPATH": str(home), "NLTK_DATA": str(data)}
    command = [sys.executable, "-m", "benchmarks.grade_with_peer", name]
    done = subprocess.run(
        command, cwd=ROOT, input=text, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise MeasurementError(f"{name} failed:\n{done.stderr}")
    return float(done.stdout)
