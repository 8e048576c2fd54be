"""A command goes in; its seconds, its peak memory and what it said come out, as JSON.

    python -m benchmarks.child COMMAND…

It is a process of its own for each command: the peak memory of children is that of all
children so far, and a child begins with the memory of the process that started it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the system counts memory by."""


def main() -> None:
    """Run the command that the arguments name."""
    begin = time.perf_counter()
    done = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _UNIT
    facts = {
        "seconds": seconds,
        "peak": peak,
        "code": done.returncode,
        "output": done.stdout,
        "errors": done.stderr,
    }
    json.dump(facts, sys.stdout)


if __name__ == "__main__":
    main()
