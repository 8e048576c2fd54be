"""How quick and how small the program is, as ratios within one run on this repository's guide.

`python -m benchmarks` measures every topic. A topic is a module named in `__main__.TOPICS`
with a function `measure() -> Iterator[Figure]`; the other modules help them.
"""
