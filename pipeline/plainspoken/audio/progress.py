"""Tell people how far a stage is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""


def count_steps(name: str, total: int, progress: Progress) -> Callable[..., None]:
    """A function to call after each of `total` steps, which reports how many are done."""
    numbers = count(1)
    return lambda *_: progress(name, next(numbers), total)
