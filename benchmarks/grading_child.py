"""Sentences, a line each, go in; the seconds that a peer takes to grade them come out.

    python -m benchmarks.grading_child PEER < FILE

It is a process of its own: both peers are a module called `readability`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from .timing import clock


def _metrics(peer: Any, sentences: Sequence[str]) -> object:
    return peer.Readability(" ".join(sentences)).flesch_kincaid().score


def _measures(peer: Any, sentences: Sequence[str]) -> object:
    return peer.getmeasures(sentences, lang="en")["readability grades"]["Kincaid"]


PEERS: dict[str, Callable[[Any, Sequence[str]], object]] = {
    "py-readability-metrics": _metrics,
    "readability": _measures,
}


def main() -> None:
    """Grade once to load what the peer needs, then once more by the clock."""
    grade = PEERS[sys.argv[1]]
    sentences = sys.stdin.read().splitlines()
    peer = import_module("readability")
    grade(peer, sentences)
    seconds, _ = clock(lambda: grade(peer, sentences))
    print(seconds)


if __name__ == "__main__":
    main()
