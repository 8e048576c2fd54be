"""What became of the mutants, in words and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from typing import Literal

from .mutations import Mutant

Status = Literal["killed", "timeout", "survived", "unreached"]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one mutant."""

    mutant: Mutant
    status: Status
    """`killed`: a test failed. `timeout`: one did not end. `unreached`: no test runs its line."""
    test: str
    """The test that noticed it."""
    tests: int
    """How many tests reach it."""
    seconds: float
    """What its tests took."""
    diff: str


def compute_score(results: Sequence[Result]) -> float:
    """Compute the share of mutants that a test noticed, in percent."""
    noticed = sum(result.status in ("killed", "timeout") for result in results)
    return 100 * noticed / len(results) if results else 100.0


def diff_mutant(mutant: Mutant, content: bytes) -> str:
    """Show what a mutant changes, with a line around it."""
    before, after = (text.decode().splitlines() for text in (content, mutant.apply(content)))
    lines = list(unified_diff(before, after, lineterm="", n=1))
    return "\n".join(line.rstrip() for line in lines[3:])


def format_report(results: Sequence[Result]) -> str:
    """List the mutants that no test noticed, and count all."""
    lines = []
    for result in _sort(results):
        if result.status in ("survived", "unreached"):
            mutant = result.mutant
            reached = f"{result.tests} tests reach it" if result.tests else "no test reaches it"
            lines += [f"{mutant.file}:{mutant.line}: {mutant.kind}; {reached}", result.diff, ""]
    counts = Counter(result.status for result in results)
    survived = counts["survived"] + counts["unreached"]
    lines.append(
        f"{len(results)} mutants: {counts['killed']} killed, {survived} survived"
        f" ({counts['unreached']} where no test goes), {counts['timeout']} timeouts;"
        f" {compute_score(results):.1f} % noticed"
    )
    return "\n".join(lines)


def format_json(seed: int, results: Sequence[Result]) -> str:
    """Give all results as JSON."""
    mutants = [
        {
            "file": result.mutant.file,
            "line": result.mutant.line,
            "kind": result.mutant.kind,
            "status": result.status,
            "test": result.test,
            "tests": result.tests,
            "seconds": round(result.seconds, 1),
            "diff": result.diff,
        }
        for result in _sort(results)
    ]
    found = {"schema": 1, "seed": seed, "score": compute_score(results), "mutants": mutants}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _sort(results: Sequence[Result]) -> list[Result]:
    """Sort by place: several are tried at once, and end in any order."""
    return sorted(results, key=lambda result: (result.mutant.file, result.mutant.span.start))
