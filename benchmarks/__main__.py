"""`python -m benchmarks`: measure topics and print a table of figures with their limits."""

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

from .figure import Figure, format_table
from .timing import MeasurementError

TOPICS = (
    "building", "starting", "readability", "catalogs", "mistranslations", "speaking", "spoken",
    "natural",
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; give the exit code: 0 done, 1 a limit was missed with --strict, 2 it failed."""
    args = _parser().parse_args(argv)
    by_topic: dict[str, list[Figure]] = {}
    # Commands are measured as their users have them: compiled once, not before every run.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        for topic in args.topics or TOPICS:
            print(f"measuring: {topic}", file=sys.stderr)
            by_topic[topic] = list(import_module(f".{topic}", __package__).measure())
    except MeasurementError as error:
        print(error, file=sys.stderr)
        return 2
    figures = [figure for topic_figures in by_topic.values() for figure in topic_figures]
    print(format_table(figures))
    if args.json:
        args.json.write_text(_to_json(by_topic), "utf-8")
    return int(args.strict and any(figure.missed for figure in figures))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure speed and memory, as ratios within one run.",
        epilog="example: python -m benchmarks building --strict --json figures.json",
    )
    parser.add_argument(
        "topics", metavar="TOPIC", nargs="*", type=_parse_topic,
        help=f"what to measure: {', '.join(TOPICS)} (all)",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a limit is missed")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures to a file")
    return parser


def _parse_topic(name: str) -> str:
    if name not in TOPICS:
        raise argparse.ArgumentTypeError(f"{name!r} is not one of {', '.join(TOPICS)}")
    return name


def _to_json(by_topic: dict[str, list[Figure]]) -> str:
    figures = [
        {"topic": topic, **asdict(figure), "verdict": figure.verdict}
        for topic, topic_figures in by_topic.items()
        for figure in topic_figures
    ]
    machine = {
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.platform(),
    }
    return json.dumps({"schema": 1, "machine": machine, "figures": figures}, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
