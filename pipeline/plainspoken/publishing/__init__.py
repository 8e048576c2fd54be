"""The plan, what is stale, and its execution. The only part that knows all stages.

`prepare` reads everything and tells all faults before anything is written; `make` makes the
editions of each locale aside; `publish` puts them in their place; `record` remembers. `release`
makes only those that readers can trust.
"""

from .builder import build, pack, speak
from .release import Release, Withheld, release
from .results import BuildResult

__all__ = ["BuildResult", "Release", "Withheld", "build", "pack", "release", "speak"]
