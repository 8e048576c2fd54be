"""Measure how fast the program is and how much memory it takes, on this repository's guide.

`python -m benchmarks` measures every topic. A topic is a module named in `__main__.TOPICS` with a
function `measure() -> Iterator[Figure]`; the other modules serve them. Limits are ratios within one
run where they can be, since machines differ.
"""
