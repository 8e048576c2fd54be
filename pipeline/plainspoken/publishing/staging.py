"""Make the files of all locales in a staging folder, and find their places in `dist/`."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from ..cache_files import copy_file
from ..config.project import Project
from ..diagnostics.errors import REPORT_FAULT, OutputError
from ..diagnostics.finding import Finding
from ..editions import Artifact, Edition
from ..narration import Narration
from ..real_folders import make_real_folder
from ..workers import Task
from .build_state import hash_file
from .folder_copy import link_file
from .inputs import EditionInputs
from .release_names import RELEASE, name_release_files
from .staging_folder import StagingFolder

SOUND = "sound files"
"""Stands among the names of editions for the MP3 files beside them."""
_NUMBERED = re.compile(r"[^/]+/.+/\d\d+-[^/]+\.(mp3|vtt|txt)")
"""The file of a section, in the folder of an edition."""


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A finished file that is not published yet."""

    name: str
    """Path below `dist/`, with forward slashes."""
    path: Path
    """Where it stands until then."""
    made_by: str
    """The name of its edition, or `SOUND`."""
    sha256: str
    """Of its content, in hexadecimal."""


def make_task(
    edition: Edition,
    inputs: EditionInputs,
    narration: Narration,
    project: Project,
    staging: StagingFolder,
) -> Task[list[StagedFile]]:
    """The task that makes one edition below `staging`; the edition is imported here. It raises an
    `OutputError` unless the edition names exactly the files that it wrote.
    """
    lang = inputs.locale.lang
    out = staging.locate(lang, edition.name)
    out.mkdir(parents=True)  # here: a child that outlives a killed build makes no folder anew
    build = partial(edition.load(), inputs.guide, narration, project, inputs.locale, out)
    run = partial(_run_edition, edition.name, build, lang, out)
    return Task(f"the {edition.name} in {lang}", run)


def _run_edition(
    name: str, build: Callable[[], Sequence[Artifact]], lang: str, out: Path
) -> list[StagedFile]:
    made = []
    errors = []
    for artifact in build():
        path = out / artifact.path
        if not artifact.is_inside():
            errors.append(f"gives {artifact.path!r}, which is not a plain path below its folder")
        elif path.is_symlink() or not path.is_file():
            errors.append(f"gives {artifact.path!r}, which it did not make")
        made.append((f"{lang}/{artifact.path}", path))
    named = {path for _, path in made}
    for path in sorted(out.rglob("*")):
        if path not in named and (path.is_symlink() or not path.is_dir()):
            errors.append(f"makes {path.relative_to(out).as_posix()!r}, which it does not give")
    messages = (f"the edition {name!r} {error}" for error in errors)
    if errors:
        raise OutputError(Finding("", 0, message, REPORT_FAULT) for message in messages)
    return [StagedFile(file, path, name, hash_file(path)) for file, path in made]


def copy_tracks(narration: Narration, lang: str, staging: StagingFolder) -> list[StagedFile]:
    """The sound files of a locale: `audio/NN-section.mp3`."""
    folder = staging.locate(lang, SOUND)
    folder.mkdir(parents=True)
    files = []
    for track in narration.tracks:
        path = folder / track.file_name
        digest = copy_file(track.path, path)
        files.append(StagedFile(f"{lang}/audio/{track.file_name}", path, SOUND, digest))
    return files


def copy_released(
    project: Project, lang: str, files: Sequence[StagedFile], staging: StagingFolder
) -> list[StagedFile]:
    """The files of a release, each a second name of a finished one."""
    made = {file.name: file for file in files}
    folder = staging.locate(lang, RELEASE)
    folder.mkdir(parents=True)
    released = []
    for name, second in name_release_files(project, lang, made):
        path = folder / PurePosixPath(second).name
        link_file(made[name].path, path)
        released.append(StagedFile(second, path, RELEASE, made[name].sha256))
    return released


def check_names(files: Sequence[StagedFile]) -> None:
    """Refuse two files of the same name, in whichever case. Raises OutputError: there are two;
    some disks keep only one of them.
    """
    makers: dict[str, str] = {}
    for file in files:
        key = file.name.casefold()
        if key in makers:
            message = f"{file.name} is made twice, by {makers[key]!r} and by {file.made_by!r}"
            raise OutputError([Finding("", 0, message, "Remove one of these editions.")])
        makers[key] = file.made_by


def check_places(tree: Path, files: Sequence[StagedFile]) -> None:
    """Make the folders of files before any is moved there. Raises OSError: one cannot be made, or
    a folder stands in the place of a file; OutputError: a symbolic link does in that of a folder.
    """
    for file in files:
        path = tree / file.name
        make_real_folder(path.parent, tree.parent)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def find_numbered(project: Project, names: Sequence[str]) -> tuple[str, ...]:
    """The files of sections, `audio/03-team.mp3`, in the folders where those named hold such: an
    earlier build's, where no record is. All others may be anybody's.
    """
    sections = [PurePosixPath(name) for name in names if _NUMBERED.fullmatch(name)]
    kinds = dict.fromkeys((path.parent, path.suffix) for path in sections)
    return tuple(
        name
        for folder, suffix in kinds
        if (project.dist / folder).is_dir()
        for path in sorted((project.dist / folder).iterdir())
        if path.suffix == suffix
        and path.is_file()
        and _NUMBERED.fullmatch(name := path.relative_to(project.dist).as_posix())
    )


def remove_files(tree: Path, names: Sequence[str]) -> None:
    """Remove files below a folder, and the folders that this leaves empty. Symbolic links to
    folders are not followed.
    """
    for name in names:
        path = tree / name
        folders = [tree / folder for folder in Path(name).parents[:-1]]
        if any(folder.is_symlink() for folder in folders):
            continue
        if path.is_file() or path.is_symlink():
            path.unlink()
        with suppress(OSError):  # a folder that is not empty stays, and so do those above it
            for folder in folders:
                folder.rmdir()
