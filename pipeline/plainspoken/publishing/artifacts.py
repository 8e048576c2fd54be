"""Run the editions, and gather the files of each locale before any of them is published.

Each edition writes into a folder of its own, in a process of its own, and gives its artifacts.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..config.project import Project
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..editions import Artifact, Edition
from ..narration import Narration
from ..workers import Task
from .inputs import EditionInputs

SOUND = "sound files"
"""Stands among the names of editions for the MP3 files beside them."""
_HINT = "This is a fault of the program: please report it with the guide."


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A finished file that is not published yet."""

    name: str
    """Path below `dist/`, with forward slashes."""
    path: Path
    """Where it stands until then."""
    made_by: str
    """The name of its edition, or `SOUND`."""


def make_task(
    edition: Edition, inputs: EditionInputs, narration: Narration, project: Project, staging: Path
) -> Task[list[StagedFile]]:
    """The task that makes one edition of one locale below the folder `staging`; imports it here.

    It raises an `OutputError` unless the edition names exactly the files that it wrote.
    """
    edition.load()
    lang = inputs.locale.lang
    out = staging / lang / edition.name
    build = partial(edition.build, inputs.guide, narration, project, inputs.locale, out)
    run = partial(_run_edition, edition.name, build, lang, out)
    return Task(f"the {edition.name} in {lang}", run)


def _run_edition(
    name: str, build: Callable[[], Sequence[Artifact]], lang: str, out: Path
) -> list[StagedFile]:
    out.mkdir(parents=True)
    files = []
    errors = []
    for artifact in build():
        path = out / artifact.path
        if not artifact.is_inside():
            errors.append(f"gives {artifact.path!r}, which is not a plain path below its folder")
        elif path.is_symlink() or not path.is_file():
            errors.append(f"gives {artifact.path!r}, which it did not make")
        files.append(StagedFile(f"{lang}/{artifact.path}", path, name))
    named = {file.path for file in files}
    for path in sorted(out.rglob("*")):
        if path not in named and (path.is_symlink() or not path.is_dir()):
            errors.append(f"makes {path.relative_to(out).as_posix()!r}, which it does not give")
    if errors:
        raise OutputError(
            [Finding("", 0, f"the edition {name!r} {error}", _HINT) for error in errors]
        )
    return files


def copy_tracks(narration: Narration, lang: str, staging: Path) -> list[StagedFile]:
    """The sound files of a locale: `audio/NN-section.mp3`."""
    folder = staging / lang / SOUND
    folder.mkdir(parents=True)
    files = []
    for track in narration.tracks:
        path = folder / track.file_name
        shutil.copyfile(track.path, path)
        files.append(StagedFile(f"{lang}/audio/{track.file_name}", path, SOUND))
    return files


def check_names(files: Sequence[StagedFile]) -> None:
    """Refuse two files of the same name, in whichever case: some disks keep only one of them.

    Raises:
        OutputError: two editions, or one twice, made such files.
    """
    makers: dict[str, str] = {}
    for file in files:
        key = file.name.casefold()
        if key in makers:
            message = f"{file.name} is made twice, by {makers[key]!r} and by {file.made_by!r}"
            raise OutputError([Finding("", 0, message, "Remove one of these editions.")])
        makers[key] = file.made_by
