"""A `Guide` and its `Narration` go in; a finished edition comes out. One file a format.

A format is found by its entry point in the group `plainspoken.editions`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from ..config.project import LocaleSettings, Project
from ..guide import Guide
from ..narration import Narration

GROUP = "plainspoken.editions"
Pack = Callable[[Guide, Narration, Project, LocaleSettings, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of edition: one file a language."""

    ending: str
    """Of its files, without a dot; also its name: `epub`."""
    pack: Pack
    """Writes the file, whole and right, or raises an `OutputError` and writes nothing."""

    def name(self, project: Project, locale: LocaleSettings) -> str:
        """Where the file of a locale stands, below `dist/`."""
        return f"{locale.lang}/{project.id}.{locale.lang}.{self.ending}"


@cache
def formats() -> tuple[Format, ...]:
    """All formats that are installed, by name."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return tuple(entry.load() for entry in found)
