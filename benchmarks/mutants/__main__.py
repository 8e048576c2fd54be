"""`python -m benchmarks.mutants`: draw mutants, try the tests on each, report the survivors."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from .copies import PACKAGE, Copy, copy_repository
from .mutations import Mutant, list_mutants
from .reach import Reach, list_limits
from .recordings import (
    Recording,
    group_tests,
    name_recording,
    read_recording,
    record,
    write_recording,
)
from .report import Result, Status, compute_score, diff_mutant, format_json, format_report
from .share_out import share_out
from .trials import TrialError, run_tests
from .uses import Uses


def main(argv: Sequence[str] | None = None) -> int:
    """Try mutants; give the exit code: 0 done, 1 too few were noticed, 2 it could not be done."""
    args = _parser().parse_args(argv)
    seed = random.randrange(10**6) if args.seed is None else args.seed
    results: list[Result] = []
    try:
        with tempfile.TemporaryDirectory(prefix="plainspoken-mutants-") as folder:
            run(args, seed, Path(folder), results)
    except TrialError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped: what was recorded of the tests is kept.", file=sys.stderr)
        print(format_report(results))
        return 130
    print(format_report(results))
    if args.json:
        args.json.write_text(format_json(seed, results), "utf-8")
    return int(compute_score(results) < args.least)


def run(args: argparse.Namespace, seed: int, folder: Path, results: list[Result]) -> None:
    """Draw mutants and try them in copies below a folder; add each result once it is there."""
    original = folder / "original"
    files = copy_repository(original)
    sources = {name: (original / name).read_bytes() for name in files if name.endswith(".py")}
    package = {name: text for name, text in sources.items() if name.startswith(PACKAGE)}
    broken = {name: text for name, text in package.items() if args.only in name}
    mutants = draw_mutants(broken, args.count, seed)
    if not mutants:
        raise TrialError(f"no module that can be broken has {args.only!r} in its path")
    print(f"{len(mutants)} mutants, seed {seed}", flush=True)
    copies = [Copy(original, folder / str(number)) for number in range(args.jobs)]
    tests = {name: text for name, text in sources.items() if name.startswith("tests/")}
    reach = Reach(list_recordings(original, copies, files), Uses(package, tests))
    share_out(
        copies, mutants,
        lambda copy, mutant: results.append(
            try_mutant(copy, mutant, package[mutant.file], reach)
        ),
        "mutants",
    )  # fmt: skip


def draw_mutants(package: dict[str, bytes], count: int, seed: int) -> list[Mutant]:
    """Draw mutants at random; each place in the package is as likely as any other."""
    draw = random.Random(seed)
    places = [place for file, text in package.items() for place in list_mutants(file, text)]
    draw.shuffle(places)
    drawn: list[Mutant] = []
    while places and len(drawn) < count:
        mutant = draw.choice(places.pop())
        if mutant.is_another_program(package[mutant.file]):
            drawn.append(mutant)
    return drawn


def list_recordings(
    original: Path, copies: Sequence[Copy], files: Sequence[str]
) -> list[Recording]:
    """Read what the tests of each folder reach, recorded anew where something changed."""
    groups = group_tests(files)
    paths = {folder: name_recording(original, folder, files) for folder in groups}
    missing = [folder for folder in groups if not paths[folder].is_file()]
    missing.sort(
        key=lambda folder: -sum((original / name).stat().st_size for name in groups[folder])
    )
    share_out(
        copies, missing,
        lambda copy, folder: write_recording(paths[folder], record(copy, groups[folder])),
        "recording what tests reach",
    )  # fmt: skip
    recordings = [read_recording(path) for path in paths.values()]
    for test in (name for recording in recordings for name in recording.failed):
        print(f"fails without any mutant, so it is left out: {test}", file=sys.stderr)
    return recordings


def try_mutant(copy: Copy, mutant: Mutant, content: bytes, reach: Reach) -> Result:
    """Run the tests that reach a mutant until one fails; `content` is its module's true text."""
    diff, tests = diff_mutant(mutant, content), reach.choose_tests(mutant)
    if not tests:
        return Result(mutant, "unreached", "", 0, 0, diff)
    copy.write(mutant.file, mutant.apply(content))
    begin = time.monotonic()
    outcome = run_tests(copy, list_limits(tests))
    seconds = time.monotonic() - begin
    copy.restore()
    if outcome.status == "passed":
        return Result(mutant, "survived", "", len(tests), seconds, diff)
    status: Status = "timeout" if outcome.status == "timeout" else "killed"
    test = outcome.failed[0] if outcome.failed else outcome.running or "import"
    return Result(mutant, status, test, len(tests), seconds, diff)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.mutants",
        description="Break the package in random places, and count what the tests notice.",
        epilog="example: python -m benchmarks.mutants --count 20 --seed 7 --only quantities/",
    )
    parser.add_argument(
        "--count", metavar="N", type=_parse_count, default=150, help="how many mutants (150)"
    )
    parser.add_argument(
        "--seed", metavar="N", type=int, help="draws the same mutants again from the same code"
    )
    parser.add_argument(
        "--only", metavar="TEXT", default="", help="break modules whose path has this in it"
    )
    parser.add_argument(
        "--jobs", metavar="N", type=_parse_count, default=os.cpu_count() or 1,
        help="how many at a time (one for each processor)",
    )  # fmt: skip
    parser.add_argument(
        "--least", metavar="PERCENT", type=float, default=88,
        help="exit with 1 if fewer are noticed (88)",
    )  # fmt: skip
    parser.add_argument("--json", metavar="FILE", type=Path, help="write all results to a file")
    return parser


def _parse_count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
