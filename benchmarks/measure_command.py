"""Run a command; print its seconds, peak memory, exit code and output as JSON.

    python -m benchmarks.measure_command COMMAND…

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
"""Bytes in the unit of `ru_maxrss`: kibibytes on Linux, bytes on macOS (getrusage(2))."""


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
