"""`python -m benchmarks`: topics in, a table out."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from .figure import Figure, table
from .timing import Failed

TOPICS = ("building", "starting", "readability", "catalogs", "mistranslations", "speaking")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; give the exit code: 0 done, 1 a limit was missed with --strict, 2 it failed."""
    args = _parser().parse_args(argv)
    found: dict[str, list[Figure]] = {}
    try:
        for topic in args.topics or TOPICS:
            print(f"measuring: {topic}", file=sys.stderr)
            found[topic] = list(import_module(f".{topic}", __package__).measure())
    except Failed as error:
        print(error, file=sys.stderr)
        return 2
    figures = [figure for each in found.values() for figure in each]
    print(table(figures))
    if args.json:
        args.json.write_text(_json(found), "utf-8")
    return int(args.strict and any(figure.missed for figure in figures))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure speed and memory, as ratios within one run.",
        epilog="example: python -m benchmarks building --strict --json figures.json",
    )
    parser.add_argument(
        "topics", metavar="TOPIC", nargs="*", type=_topic,
        help=f"what to measure: {', '.join(TOPICS)} (all)",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a limit is missed")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures to a file")
    return parser


def _topic(name: str) -> str:
    if name not in TOPICS:
        raise argparse.ArgumentTypeError(f"{name!r} is not one of {', '.join(TOPICS)}")
    return name


def _json(found: dict[str, list[Figure]]) -> str:
    figures = [
        {"topic": topic, **asdict(figure), "verdict": figure.verdict}
        for topic, each in found.items()
        for figure in each
    ]
    machine = {
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.platform(),
    }
    return json.dumps({"schema": 1, "machine": machine, "figures": figures}, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
