"""Carry the sounds of a guide to another checkout or machine, as a ZIP file.

It holds clips and tracks below their folders in the cache, and `archive.json`, which says how they
are kept. The same sounds give the same bytes.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ...cache_files import LARGEST, open_unfinished, read_file
from ...diagnostics.errors import SourceError
from ...diagnostics.finding import Finding
from .contents import CachedItem, Kind, describe, is_whole, remove

_VERSION = 1
"""It changes with how sound is kept in a cache."""
_MANIFEST = "archive.json"
_KEY = "plainspoken-sounds"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CLIP = re.compile(r"clips/([0-9a-f]{2})/\1[0-9a-f]{38}\.pcm")
_TRACK = re.compile(r"tracks/[0-9a-f]{40}\.mp3")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What the reader of ZIP files raises for one that is damaged, or packed in another way."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, in numbers of sounds."""

    taken: int = 0
    present: int = 0
    """Those that the cache had already."""
    damaged: int = 0
    """Those that are not what was once kept under their names; they were left out."""


def write_archive(
    sounds: Sequence[CachedItem], cache: Path, file: BinaryIO, done: Callable[[], None]
) -> None:
    """Write sounds of a cache as an archive, and call `done` after each. Raises OSError."""
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, _MANIFEST, json.dumps({_KEY: _VERSION}).encode())
        for sound in sounds:
            for path in sound.paths:
                if (content := read_file(path)) is not None:
                    _add(archive, path.relative_to(cache).as_posix(), content)
            done()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    is_packed = name.endswith(".mp3")
    info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def read_archive(path: Path, cache: Path, done: Callable[[int, int], None]) -> Imported:
    """Take the sounds of an archive into a cache, each once it is known to be whole; `done` is told
    of how many it has looked, and of how many there are. Raises SourceError: it is no archive that
    this version can read; OSError: the cache cannot be written.
    """
    with _open(path) as archive:
        names = sorted(filter(_is_sound, archive.namelist()))
        counts = {"taken": 0, "present": 0, "damaged": 0}
        for number, name in enumerate(names, 1):
            counts[_take(name, archive, cache)] += 1
            done(number, len(names))
    return Imported(**counts)


def _is_sound(name: str) -> bool:
    return bool(_CLIP.fullmatch(name) or _TRACK.fullmatch(name))


@contextmanager
def _open(path: Path) -> Iterator[zipfile.ZipFile]:
    if path.exists() and not path.is_file():
        raise _report(path, "is no file")
    try:
        with zipfile.ZipFile(path) as archive:
            version = json.loads(_read(archive, _MANIFEST) or b"")[_KEY]
            if version != _VERSION:
                raise _report(path, f"was written by another version: its number is {version!r}")
            yield archive
    except (*_FAULTS, ValueError, KeyError, TypeError) as error:
        raise _report(path, "is no archive of sounds, or a damaged one") from error
    except OSError as error:
        if error.filename != str(path):
            raise
        raise _report(path, f"cannot be read: {error.strerror}") from error


def _take(name: str, archive: zipfile.ZipFile, cache: Path) -> str:
    """Take one sound, unless the cache has it; give the name of its count."""
    path = cache / name
    kind: Kind = "clip" if _CLIP.fullmatch(name) else "track"
    names = [name] if kind == "clip" else [name, name.removesuffix(".mp3") + ".json"]
    if path.is_file() and is_whole(describe(kind, path), cache):
        return "present"
    contents = {each: _read(archive, each) for each in names}
    if None in contents.values():
        return "damaged"
    for each, content in contents.items():
        with open_unfinished(cache / each, cache) as file:
            file.write(content or b"")
    sound = describe(kind, path)
    if is_whole(sound, cache):
        return "taken"
    remove([sound])
    return "damaged"


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A file of an archive; None where it is not there, damaged, or too large."""
    try:
        if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return None
        with archive.open(name) as file:
            content = file.read(LARGEST + 1)
    except (KeyError, *_FAULTS):
        return None
    return content if len(content) <= LARGEST else None


def _report(path: Path, message: str) -> SourceError:
    hint = "Give a file that `plainspoken cache export` wrote, with this version."
    return SourceError([Finding(str(path), 0, message, hint)])
