"""Name the files of a release: a name for each version defeats old copies that readers' programs
keep, and one that stays is for links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ..config.project import Project

RELEASE = "release files"
"""Stands among the names of editions for the files below `release/`."""
_FOLDER = "release"
_LATEST = "latest"
_LONGEST_VERSION = 80
"""Characters: the name of a file has 255 bytes at most, and the guide's id takes 100."""


def name_release_files(
    project: Project, lang: str, names: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Each name below `dist/` of a file that is a whole book, `es/tea.es.epub`, with the names that
    it gets in a release: `es/release/tea.es.1.2.0.epub`, and the one with `latest`.
    """
    for name in names:
        path = PurePosixPath(name)
        stem = f"{project.id}.{lang}"
        if path.parent == PurePosixPath(lang) and path.name.startswith(f"{stem}."):
            ending = path.name.removeprefix(stem)
            for part in (_name_version(project), _LATEST):
                yield name, f"{lang}/{_FOLDER}/{stem}.{part}{ending}"


def _name_version(project: Project) -> str:
    """The version in letters that every disk and address takes; the day where none is left."""
    version = re.sub(r"[^A-Za-z0-9.+_-]+", "-", project.version).strip(".-")[:_LONGEST_VERSION]
    return project.published.isoformat() if version.lower() in ("", _LATEST) else version
