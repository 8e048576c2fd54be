"""Topic: merging translations into a new template, beside GNU msgmerge and Babel.

All get the same files, in the same run.
"""

from __future__ import annotations

import importlib.util
import io
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plainspoken.catalogs.merge import merge_catalog
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

from . import sample_guide, synthetic_catalogs
from .figure import Figure
from .timing import BARE_PYTHON, Run, format_seconds, run, time_call

_MESSAGES = 3_000
_FEW = 100
"""Babel's time grows with the square of the number: 300 messages take it half a minute."""
_MANY = 100_000
_ROUNDS = 3
_TIMES = 7


def measure() -> Iterator[Figure]:
    """Measure against msgmerge and Babel, an update without changes, and growth with size."""
    with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as name:
        yield from _measure_msgmerge(Path(name))
    yield _measure_babel()
    yield _measure_unchanged()
    yield from _measure_growth()


def _merge(po: Path, pot: Path, out: Path) -> Run:
    return run("-m", "plainspoken", "catalogs", "merge", str(po), str(pot), "-o", str(out))


def _measure_msgmerge(folder: Path) -> Iterator[Figure]:
    program = Path(sys.executable).with_name("msgmerge")
    what = f"catalogs merge of {_MESSAGES} messages, half edited, to msgmerge"
    if not program.exists():
        yield Figure(what, None, "×", note="msgmerge is not installed: not measured")
        return
    po, pot = synthetic_catalogs.make_pair(_MESSAGES).save(folder)
    mine, other = folder / "mine.po", folder / "other.po"
    command = [str(part) for part in (program, "--quiet", "--previous", po, pot, "-o", other)]
    ours: list[float] = []
    theirs: list[float] = []
    # In turn, so that other work on the machine slows both; the least of each counts.
    for _ in range(_ROUNDS):
        mine.unlink(missing_ok=True)
        ours.append(_merge(po, pot, mine).seconds)
        theirs.append(time_call(lambda: subprocess.run(command, check=True))[0])
    yield Figure(
        what, min(ours) / min(theirs), "×", 0.5,
        f"{format_seconds(ours)} to {format_seconds(theirs)}; whole processes, the same files",
    )  # fmt: skip
    kept, kept_there = _find_in_use(po, mine), _find_in_use(po, other)
    yield Figure(
        "translations that msgmerge keeps in use, and catalogs merge does not",
        len(kept_there - kept), "", 0,
        f"in use after the merge: {len(kept)} with catalogs merge, {len(kept_there)} with "
        f"msgmerge; of {_MESSAGES}",
    )  # fmt: skip


def _find_in_use(before: Path, after: Path) -> set[str]:
    """Find the translations of a catalog that belong to a message in use after a merge."""
    had = {
        entry.msgstr
        for entry in parse_catalog(before.read_bytes(), before.name, "any").iter_messages()
    }
    return had & {
        entry.msgstr
        for entry in parse_catalog(after.read_bytes(), after.name, "any").iter_messages()
    }


def _measure_babel() -> Figure:
    what = f"merging {_FEW} messages, half edited, to Babel's Catalog.update"
    if not importlib.util.find_spec("babel"):
        return Figure(what, None, "×", note="Babel is not installed: not measured")
    from babel.messages.pofile import read_po

    pair = synthetic_catalogs.make_pair(_FEW)
    messages = [*pair.template.iter_messages()]
    ours = min(
        time_call(lambda: merge_catalog(pair.catalog, messages, "2026"))[0] for _ in range(_TIMES)
    )
    catalog, template = (
        read_po(io.BytesIO(format_catalog(side).encode())) for side in (pair.catalog, pair.template)
    )
    theirs, _ = time_call(lambda: catalog.update(template))
    note = f"{ours * 1000:.1f} ms to {theirs:.1f} s: {theirs / ours:.0f} times as fast; in memory"
    return Figure(what, ours / theirs, "×", 1 / 200, note)


def _measure_unchanged() -> Figure:
    with sample_guide.copy_guide() as folder:

        def update() -> Run:
            return run("-m", "plainspoken", "catalogs", "update", "-C", str(folder))

        # Other work on the machine only makes it slower: the least counts.
        seconds = min(update().seconds for _ in range(_TIMES))
        bare = min(run(*BARE_PYTHON).seconds for _ in range(_TIMES))
    note = f"the whole process, this repository's guide; {seconds / bare:.1f} × a bare python"
    return Figure("catalogs update, nothing changed", seconds, "s", 0.3, note)


def _measure_growth() -> Iterator[Figure]:
    runs: list[Run] = []
    size = 0.0
    for number in (_MANY // 4, _MANY):
        with tempfile.TemporaryDirectory(prefix="plainspoken-bench-") as name:
            po, pot = synthetic_catalogs.make_pair(number).save(Path(name))
            runs.append(_merge(po, pot, Path(name) / "out.po"))
            size = po.stat().st_size / 1e6
    small, large = (result.seconds for result in runs)
    text = f"{_MANY} messages, half edited, in a file of {size:.0f} MB"
    yield Figure(
        "how the time of catalogs merge grows: exponent", math.log(large / small, 4), "", 1.2,
        f"{small:.1f} s for {_MANY // 4} messages, {large:.1f} s for {_MANY}; 1 is linear",
    )  # fmt: skip
    yield Figure("peak memory of catalogs merge", runs[-1].peak / 1e6, "MB", 1000, text)
