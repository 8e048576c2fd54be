"""What an edition is: a function that writes files, found by its entry point, so that adding one
takes a package and one line of `pyproject.toml`. Those in the group `plainspoken.editions` are made
of every guide; those in `plainspoken.editions_on_request` where a guide or a command names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..config.project import LocaleSettings, Project
from ..diagnostics.finding import Finding
from ..plugins import describe_origin, find_plugins, load_plugin

if TYPE_CHECKING:  # a build that finds nothing to do needs neither
    from ..guide import Guide
    from ..narration import Narration

GROUP = "plainspoken.editions"
ON_REQUEST = "plainspoken.editions_on_request"
"""Of editions that take much time or space, or that few need."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of an edition."""

    path: str
    """Below `dist/<locale>/`, with forward slashes: `text/01-opening.txt`."""
    media_type: str
    """IANA media type: `application/epub+zip`."""

    def is_inside(self) -> bool:
        """Whether the path stays below its folder, and is written in the one normal form."""
        path = PurePosixPath(self.path)
        is_normal = path.as_posix() == self.path and "\\" not in self.path
        return is_normal and bool(path.name) and not path.is_absolute() and ".." not in path.parts


BuildFunction = Callable[["Guide", "Narration", Project, LocaleSettings, Path], Sequence[Artifact]]
"""`build(guide, narration, project, locale, out)` writes files below the empty folder `out` and
names each. The same arguments give the same bytes. It runs in a process of its own, and raises an
`OutputError` where the edition would not be right. One on request may `declare` what it needs.
"""


def declare(
    *,
    needs_clips: bool = False,
    needs_words: bool = False,
    follows_sound: bool = False,
    find_errors: Callable[[Project], Iterable[Finding]] | None = None,
) -> Callable[[BuildFunction], BuildFunction]:
    """Note, as attributes of the `build` of an edition on request, what it takes and belongs to.

    `needs_clips`: all clips of the narration are kept (`audio.tracks.read_sound`).
    `needs_words`: clips say when their words are heard, where the voice can tell.
    `follows_sound`: its files name the sound files, or hold the same sound; those of both are
    published together.
    `find_errors`: gives a finding for each thing that it needs and guide.toml lacks; it is called
    before anything is read.
    """
    found = {
        "needs_clips": needs_clips,
        "needs_words": needs_words,
        "follows_sound": follows_sound,
        "find_errors": find_errors,
    }

    def note(build: BuildFunction) -> BuildFunction:
        build.__dict__.update(found)
        return build

    return note


@dataclass(frozen=True, slots=True)
class Edition:
    """One kind of book that can be made of every guide, in every language."""

    name: str
    """That of its entry point: `epub`. It is no file ending: two editions may both be zip files."""
    origin: str
    """What provides it, with its version: what was built is out of date when this changes."""
    load: Callable[[], BuildFunction]
    """Import it, with what it needs, once, before processes are made."""
    by_default: bool = False
    """Whether it is made of a guide that names no editions."""

    def needs_clips(self) -> bool:
        """Whether it takes the sound that the tracks were encoded from."""
        return self._says("needs_clips")

    def needs_words(self) -> bool:
        """Whether it shows when words are heard."""
        return self._says("needs_words")

    def follows_sound(self) -> bool:
        """Whether it is right only beside the sound files that were made with it."""
        return self._says("follows_sound")

    def _says(self, name: str) -> bool:
        """Whether an edition on request has an attribute that is true."""
        return not self.by_default and bool(getattr(self.load(), name, False))


@cache
def find_editions() -> tuple[Edition, ...]:
    """All installed editions, by name, not imported yet. Raises ProjectError: two share a name."""
    return tuple(
        Edition(
            entry.name, describe_origin(entry), partial(load_plugin, entry), entry.group == GROUP
        )
        for entry in find_plugins(GROUP, ON_REQUEST)
    )
