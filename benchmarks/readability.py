"""Topic: how long scoring takes: a whole process, after a save, and as a text grows."""

from __future__ import annotations

import math
import os
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
from .grading_child import PEERS
from .sample import ROOT, copied
from .timing import Failed, clock, middle, run

_TIMES = 7
_MILLION = 1_000_000


def measure() -> Iterator[Figure]:
    """Scoring all languages, answering a save, growing to a million words, and peers."""
    with copied() as folder:
        seconds = middle(
            _TIMES, lambda: run("-m", "plainspoken", "score", "--json", "-C", str(folder))
        )
        yield Figure(
            "score, all languages, whole process", seconds, "s", 0.5,
            f"with remarks; the median of {_TIMES}",
        )  # fmt: skip
        yield Figure(
            "score --watch, from a save to its answer", _answer(folder), "s", 0.3,
            "the median of 5 saves of a section",
        )  # fmt: skip
        guide = parse(load_project(folder))
        yield from _growth(guide)
        yield from _peers(guide, folder)


def _answer(folder: Path) -> float:
    """The median time from a save to the end of what `score --watch` says of it."""
    command = [sys.executable, "-m", "plainspoken", "score", "--watch", "-C", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUNBUFFERED": "1"}
    text = sorted((folder / "source").glob("*.md"))[0]
    times = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as watching:
        assert watching.stdout is not None

        def heard() -> None:
            assert watching.stdout is not None
            for line in watching.stdout:
                if line.startswith("(") and line.endswith("s)\n"):
                    return
            raise Failed("score --watch ended by itself")

        heard()
        time.sleep(1)
        for number in range(5):
            begin = time.perf_counter()
            text.write_text(f"{text.read_text('utf-8')}\nSave number {number}.\n", "utf-8")
            heard()
            times.append(time.perf_counter() - begin)
        watching.terminate()
    return sorted(times)[2]


def _growth(guide: Guide) -> Iterator[Figure]:
    """How the time to score grows with the text: 1 is in proportion."""
    words = score(guide).whole.words
    small, large = (_repeated(guide, round(size / words)) for size in (_MILLION / 8, _MILLION))
    first, _ = clock(lambda: score(small))
    last, card = clock(lambda: score(large))
    grown = card.whole.words / score(small).whole.words
    exponent = math.log(last / first) / math.log(grown)
    yield Figure(
        "score, exponent of its growth to a million words", exponent, "", 1.15,
        f"{first:.2f} s, then {last:.2f} s for {grown:.1f} × the words",
    )  # fmt: skip


def _repeated(guide: Guide, times: int) -> Guide:
    sections = tuple(
        replace(section, id=f"{section.id}-{number}")
        for number in range(times)
        for section in guide.sections
        if section.role == "body"
    )
    return replace(guide, sections=sections)


def _peers(guide: Guide, folder: Path) -> Iterator[Figure]:
    """The same text, the same grade; each once before, to load its data.

    textstat keeps what it counted: it gets the sections in another order the second time.
    """
    score(guide)
    own, _ = clock(lambda: score(guide))
    backwards = replace(guide, sections=guide.sections[::-1])
    grade_with_textstat(guide, folder / "cache")
    textstat, _ = clock(lambda: grade_with_textstat(backwards, folder / "cache"))
    text = "\n".join(" ".join(each.text.split()) for each in guide.sentences())
    seconds = {"textstat": textstat, **{name: _graded(name, text) for name in PEERS}}
    for name, taken in seconds.items():
        what = f"peer: {name} alone, to our score"
        if taken is None:
            yield Figure(what, None, "×", None, f"{name} is not installed: not measured")
        else:
            note = f"{taken:.3f} s to our {own:.3f} s, which holds all sections and bands"
            yield Figure(what, taken / own, "×", None, note)


def _graded(name: str, text: str) -> float | None:
    """The seconds that a peer takes; none where `make bench` could not install it."""
    home = ROOT / ".venv" / "peers" / name
    if not home.is_dir():
        return None
    # Data that another package brings: the peer itself would fetch it from a network.
    data = home / "llama_index/core/_static/nltk_cache"
    environment = {**os.environ, "PYTHONPATH": str(home), "NLTK_DATA": str(data)}
    command = [sys.executable, "-m", "benchmarks.grading_child", name]
    done = subprocess.run(
        command, cwd=ROOT, input=text, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failed(f"{name} failed:\n{done.stderr}")
    return float(done.stdout)
