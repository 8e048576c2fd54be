"""Measure the seconds that another program takes to grade sentences, one a line.

    python -m benchmarks.grade_with_peer PEER < FILE

Each runs in a process of its own: both are a module called `readability`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from .timing import time_call


def _grade_with_metrics(peer: Any, sentences: Sequence[str]) -> object:
    return peer.Readability(" ".join(sentences)).flesch_kincaid().score


def _grade_with_measures(peer: Any, sentences: Sequence[str]) -> object:
    return peer.getmeasures(sentences, lang="en")["readability grades"]["Kincaid"]


PEERS: dict[str, Callable[[Any, Sequence[str]], object]] = {
    "py-readability-metrics": _grade_with_metrics,
    "readability": _grade_with_measures,
}


def main() -> None:
    """Grade once to load what the peer needs, then once more by the clock."""
    grade = PEERS[sys.argv[1]]
    sentences = sys.stdin.read().splitlines()
    peer = import_module("readability")
    grade(peer, sentences)
    seconds, _ = time_call(lambda: grade(peer, sentences))
    print(seconds)


if __name__ == "__main__":
    main()
