"""Put what was made into `dist/`: it is replaced as a whole, with all that others put there, so
that it never holds files of two builds.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ..cache_files import FileState, find_state, hash_file
from ..config.project import LocaleSettings, Project
from ..diagnostics.errors import OutputError
from ..diagnostics.finding import Finding
from ..editions import find_editions
from ..interrupts import delay_interrupts
from ..locks import DIST, hold_lock
from ..real_folders import make_real_folder
from . import build_state, staging
from .build_state import BuildResult, Record
from .exchange import replace_folder
from .folder_copy import link_folder, list_added_files, remove_folder
from .release_names import RELEASE
from .staging import SOUND, StagedFile
from .staging_folder import StagingFolder


@dataclass(frozen=True, slots=True)
class LocaleOutput:
    """What was made of one locale."""

    locale: LocaleSettings
    files: tuple[StagedFile, ...]
    makers: tuple[str, ...]
    """Whose files these are: names of editions, and `SOUND`. They made no others."""
    fingerprint: str
    """Of what went in, where this is all that the locale has in `dist/`; else empty."""
    result: BuildResult


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of one locale in `dist/`."""

    output: LocaleOutput
    obsolete: tuple[str, ...]
    """Files of earlier builds that are made no more."""
    before: Record
    """From before the exchange: it knows the files of both builds, and neither is up to date. A
    build that is killed now leaves no file that the next one does not know.
    """
    after: Record


def publish(project: Project, outputs: Sequence[LocaleOutput], folder: StagingFolder) -> None:
    """Put the files of all locales into `dist/` at once, and record them. A Ctrl-C waits for its
    end. Raises OSError or OutputError: `dist/` is as it was.
    """
    with hold_lock(DIST, project.cache, project.root):
        same = _find_same(project, [file for output in outputs for file in output.files])
        changes = [_plan(project, output, same) for output in outputs]
        inodes = _make_tree(project, changes, folder, same)
        with delay_interrupts():
            for change in changes:
                build_state.write_record(project, change.output.locale, change.before)
            old = _replace_dist(project, folder)
            if old:
                _bring_added_files(project, old, inodes, changes)
            for change in changes:
                with suppress(OSError):  # then the next build makes all again
                    build_state.write_record(project, change.output.locale, change.after)
        if old:
            _keep(project, old)


def _find_same(project: Project, files: Sequence[StagedFile]) -> Mapping[str, FileState]:
    """The files of `dist/` that have the content of those that come, as they were when it was read;
    by their names.
    """

    def compare(file: StagedFile) -> FileState | None:
        place = project.dist / file.name
        state = find_state(place)
        is_as_large = state and state.size == file.path.stat().st_size
        return state if is_as_large and hash_file(place) == file.sha256 else None

    with ThreadPoolExecutor() as executor:  # together: hashing leaves room for other threads
        states = executor.map(compare, files)
        return {file.name: state for file, state in zip(files, states, strict=True) if state}


def _plan(project: Project, output: LocaleOutput, same: Mapping[str, FileState]) -> _Change:
    record = build_state.read_record(project, output.locale)
    new = {
        maker: tuple(file.name for file in output.files if file.made_by == maker)
        for maker in (*output.makers, *_list_left_out(output, record, same))
    }
    has_record = record != Record()
    old = {
        maker: record.made_by.get(maker, ())
        if has_record
        else staging.find_numbered(project, names)
        for maker, names in new.items()
    }
    made_by = {**record.made_by, **new}
    kept = {name for names in made_by.values() for name in names}
    obsolete = tuple(name for names in old.values() for name in names if name not in kept)
    if output.fingerprint:
        digests = {file.name: file.sha256 for file in output.files}
        record = Record(output.fingerprint, digests, output.result)
    both = {maker: (*old[maker], *names) for maker, names in new.items()}
    before = replace(record, inputs="", made_by={**made_by, **both})
    return _Change(output, obsolete, before, replace(record, made_by=made_by))


def _list_left_out(
    output: LocaleOutput, record: Record, same: Mapping[str, FileState]
) -> list[str]:
    """What stands in `dist/` from earlier builds, and goes: editions that are not the guide's own,
    what belongs to a sound that is there no more: editions that follow it, and pages, which are no
    edition of any guide; and a release of other editions than those that come.
    """
    editions = {edition.name: edition for edition in find_editions()}
    new = {maker for maker in output.makers if _has_new_files(output, record, maker, same)}
    return [
        maker
        for maker in record.made_by
        if maker not in output.makers
        and (
            (output.fingerprint and maker in editions)
            or (SOUND in new and (maker not in editions or editions[maker].follows_sound()))
            or (maker == RELEASE and not new.isdisjoint(editions))
        )
    ]


def _has_new_files(
    output: LocaleOutput, record: Record, maker: str, same: Mapping[str, FileState]
) -> bool:
    """Whether files of a maker come that are not the ones in `dist/`."""
    names = [file.name for file in output.files if file.made_by == maker]
    return {*names} != {*record.made_by.get(maker, ())} or not same.keys() >= {*names}


def _make_tree(
    project: Project,
    changes: Sequence[_Change],
    folder: StagingFolder,
    same: Mapping[str, FileState],
) -> Mapping[str, int]:
    """Make all that `dist/` is to hold. Gives the inodes of the files that it holds now."""
    tree = folder.tree
    inodes: Mapping[str, int] = {}
    if project.dist.exists():
        inodes = link_folder(project.dist, tree)
    else:
        tree.mkdir()
    for change in changes:
        staging.remove_files(tree, change.obsolete)
    for change in changes:
        staging.check_places(tree, change.output.files)
    moved = [path for change in changes for path in _move_files(change.output, tree, same)]
    _sync({*moved, *(file.parent for file in moved)})
    return inodes


def _move_files(output: LocaleOutput, tree: Path, same: Mapping[str, FileState]) -> Iterable[Path]:
    """Move files to their places, and give these. A file of the same content stays what it was."""
    for file in output.files:
        place = tree / file.name
        state = same.get(file.name)
        # Read anew only where it is not the file that was read: it could get no second name.
        if not state or (find_state(place) != state and hash_file(place) != file.sha256):
            file.path.replace(place)
            yield place


def _sync(paths: Iterable[Path]) -> None:
    """Have the disk hold files and folders: after a power cut, none in `dist/` is empty."""
    with ThreadPoolExecutor(16) as executor:  # together: a disk takes as long for one
        list(executor.map(_sync_one, paths))


def _sync_one(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace_dist(project: Project, folder: StagingFolder) -> Path | None:
    try:
        return replace_folder(folder.tree, project.dist, folder.aside)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        message = "belongs to a lower layer of the file system, and cannot be replaced"
        hint = "Remove it, and run the command again."
        raise OutputError([Finding("dist", 0, message, hint)]) from error


def _bring_added_files(
    project: Project, old: Path, inodes: Mapping[str, int], changes: Sequence[_Change]
) -> None:
    """Bring along what others put into `dist/` since it was linked."""
    made = {
        name for change in changes for names in change.before.made_by.values() for name in names
    }
    with suppress(OSError, OutputError):
        for name in list_added_files(old, inodes):
            if name not in made:
                make_real_folder((project.dist / name).parent, project.root)
                (old / name).replace(project.dist / name)


def _keep(project: Project, old: Path) -> None:
    """Keep what `dist/` was until the next build, for those who are just reading it."""
    previous = project.cache / "previous"
    remove_folder(previous)
    with suppress(OSError):
        old.rename(previous)
