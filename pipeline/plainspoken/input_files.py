"""Read input files: regular files of a bounded size, each as it was when it was first read.

What is recorded of a run is taken of the same bytes as were parsed, though an editor saves a file
meanwhile; and what a command writes never replaces what somebody else saved after it was read.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from .atomic_write import write_files
from .diagnostics.errors import OutputError
from .diagnostics.finding import Finding


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of input file, and how large one may be."""

    noun: str
    """As messages name it: `a picture`."""
    most_bytes: int


TEXT = FileKind("a text", 8_000_000)
CATALOG = FileKind("a catalog", 64_000_000)
PICTURE = FileKind("a picture", 32_000_000)
IMPORT = FileKind("an imported file", 64_000_000)
MOST_BYTES = 256_000_000
"""Of all files of a guide that are read: all of them are in memory together."""
_SPLIT = "Take out what does not belong there, or split it."
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_file(path: Path, display_path: str, kind: FileKind) -> bytes | Finding:
    """Read a regular file, or report why it cannot be read. Nothing over the bound is read."""
    try:
        # Before it is opened: that would wait for a pipe, and can set off a device.
        if finding := _check_status(path.stat(), display_path, kind):
            return finding
        with _open(path) as file:
            if finding := _check_status(os.fstat(file.fileno()), display_path, kind):
                return finding
            # A byte more than may be: a file can grow while it is read.
            content = file.read(kind.most_bytes + 1)
    except OSError as error:
        return _report_error(path, display_path, error)
    return _report_size(display_path, kind) if len(content) > kind.most_bytes else content


def _open(path: Path) -> BufferedReader:
    """Open without waiting, should a pipe have taken the file's place."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY), "rb")


def _check_status(status: os.stat_result, display_path: str, kind: FileKind) -> Finding | None:
    if not stat.S_ISREG(status.st_mode):
        noun = next((noun for is_kind, noun in _KINDS if is_kind(status.st_mode)), "something else")
        return Finding(display_path, 0, f"is {noun}, not a file", "Put a plain file there.")
    return _report_size(display_path, kind) if status.st_size > kind.most_bytes else None


def _report_size(display_path: str, kind: FileKind) -> Finding:
    message = f"is larger than {kind.most_bytes // 1_000_000} MB, the most for {kind.noun}"
    return Finding(display_path, 0, message, _SPLIT)


def _report_error(path: Path, display_path: str, error: OSError) -> Finding:
    if path.is_symlink() and not path.exists():
        hint = "Mend or remove the link."
        return Finding(display_path, 0, "is a link to a file that is not there", hint)
    if isinstance(error, FileNotFoundError):
        return Finding(display_path, 0, "is not there", "Name a file that is there.")
    message = f"cannot be read: {error.strerror}"
    return Finding(display_path, 0, message, "Put a file there that you may read.")


class InputFiles:
    """The files below a guide's folder. Each file and folder is read once, and kept."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._real_root = root.resolve()
        self._contents: dict[Path, bytes | Finding] = {}
        self._digests: dict[Path, str] = {}
        self._listings: dict[Path, tuple[Path, ...]] = {}
        self._bytes_kept = 0

    def read(self, path: Path, kind: FileKind = TEXT) -> bytes | Finding:
        """The content of a file, or what is wrong with it."""
        if path not in self._contents:
            content = self.read_once(path, kind)
            if isinstance(content, bytes) and self._bytes_kept + len(content) > MOST_BYTES:
                message = f"brings the guide's files over {MOST_BYTES // 1_000_000} MB together"
                content = Finding(self.format_path(path), 0, message, "Make the pictures smaller.")
            self._keep(path, content)
        return self._contents[path]

    def read_once(self, path: Path, kind: FileKind) -> bytes | Finding:
        """The content of a file as it is now, of which only the hash is kept: for what is large."""
        content = self._report_outside(path) or read_file(path, self.format_path(path), kind)
        if isinstance(content, bytes):
            self._digests[path] = hashlib.sha256(content).hexdigest()
        return content

    def _keep(self, path: Path, content: bytes | Finding) -> None:
        self._contents[path] = content
        self._bytes_kept += len(content) if isinstance(content, bytes) else 0

    def _forget(self, path: Path) -> None:
        self._listings.pop(path.parent, None)
        self._digests.pop(path, None)
        content = self._contents.pop(path, None)
        self._bytes_kept -= len(content) if isinstance(content, bytes) else 0

    def list_folder(self, folder: Path) -> tuple[Path, ...] | Finding:
        """What stands in a folder, in order; nothing where it is not there."""
        if folder not in self._listings:
            if finding := self._report_outside(folder):
                return finding
            try:
                self._listings[folder] = tuple(sorted(folder.iterdir()))
            except (FileNotFoundError, NotADirectoryError):
                self._listings[folder] = ()
            except OSError as error:
                message, hint = f"cannot be read: {error.strerror}", "Let the folder be read."
                return Finding(self.format_path(folder), 0, message, hint)
        return self._listings[folder]

    def exists(self, path: Path) -> bool:
        """Whether there was a file, folder or link when its folder was first looked at."""
        found = self.list_folder(path.parent)
        return isinstance(found, Finding) or path in found

    def hash_file(self, path: Path) -> str:
        """The SHA-256 of a file, of the very bytes that were read where it was, else as it was when
        this was first asked; empty where it is no regular file within the guide. What is too large
        to be read at all is told apart by its size and time alone.
        """
        if path in self._digests:
            return self._digests[path]
        try:
            status = path.stat()
            if self._report_outside(path) or not stat.S_ISREG(status.st_mode):
                return ""
            if status.st_size > CATALOG.most_bytes:
                return f"{status.st_size} {status.st_mtime_ns}"
            with _open(path) as file:
                self._digests[path] = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""
        return self._digests[path]

    def walk_folder(self, folder: Path) -> Iterator[Path]:
        """All files below a folder, in order; links to folders are followed, but in no circle."""
        yield from self._walk(folder, frozenset())

    def _walk(self, folder: Path, above: frozenset[Path]) -> Iterator[Path]:
        found = self.list_folder(folder)
        if isinstance(found, Finding) or (real := folder.resolve()) in above:
            return
        for path in found:
            if path.is_dir():
                yield from self._walk(path, above | {real})
            else:
                yield path

    def write(self, files: Mapping[Path, str | bytes]) -> list[Path]:
        """Write files as `write_files` does. Raises OutputError, also where a link leads out of the
        guide, or somebody has saved one of the files since it was read; then none is written.
        """
        reports = (self._report_outside(path) or self._report_pipe(path) for path in files)
        OutputError.raise_if(report for report in reports if report)
        changed = {*files} & {*self.find_changed()}
        OutputError.raise_if(map(self.report_changed, changed))
        try:
            return write_files(files, self._root)
        finally:
            for path in files:
                self._forget(path)

    def _report_pipe(self, path: Path) -> Finding | None:
        """Writing to a pipe of the guide would wait for a reader, without end."""
        if not path.exists() or path.is_file() or path.is_dir():
            return None
        message = "is a pipe, a socket or a device, not a file"
        return Finding(self.format_path(path), 0, message, "Remove it.")

    def find_changed(self) -> list[Path]:
        """The files that were read and are different now, or gone; and new ones like them."""
        now = InputFiles(self._root)
        read = [path for path, content in self._contents.items() if isinstance(content, bytes)]
        changed = {path for path in read if self.hash_file(path) != now.hash_file(path)}
        kinds = {(path.parent, path.suffix) for path in read}
        for folder, before in self._listings.items():
            after = now.list_folder(folder)
            new = {*(() if isinstance(after, Finding) else after)} - {*before}
            changed |= {path for path in new if (folder, path.suffix) in kinds}
        return sorted(changed)

    def report_changed(self, path: Path) -> Finding:
        """Report a file that was saved after it was read."""
        message = "was saved while the command ran"
        return Finding(self.format_path(path), 0, message, "Run the command again.")

    def format_path(self, path: Path) -> str:
        """A path as people are shown it: below the guide's folder, forward slashes."""
        try:
            return path.relative_to(self._root).as_posix()
        except ValueError:
            return path.as_posix()

    def _report_outside(self, path: Path) -> Finding | None:
        try:
            real = path.resolve()
        except (OSError, RuntimeError):  # links in a circle
            hint = "Mend or remove the link."
            return Finding(self.format_path(path), 0, "is a link that leads in a circle", hint)
        if real.is_relative_to(self._real_root):
            return None
        message = "is a link that leads out of the guide's folder"
        return Finding(self.format_path(path), 0, message, "Put the file itself there.")
