"""Plan a build, carry it out, and publish what it made. The only package that knows all stages.

`inputs` reads everything and reports all errors before anything is written. `artifacts` runs the
editions in a staging folder. `builder` leads: it makes what `build_state` finds out of date, and
`staging` puts it into `dist/` when all of it is made. `release` makes only what readers can trust.
"""

from .builder import build, pack, speak
from .release import Release, Withheld, release
from .results import BuildResult

__all__ = ["BuildResult", "Release", "Withheld", "build", "pack", "release", "speak"]
