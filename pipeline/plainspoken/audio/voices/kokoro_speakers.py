"""Put the speakers of Kokoro in place: from the package `kokoro-js` of npm, or single files."""

from __future__ import annotations

import hashlib
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ...atomic_write import write_files
from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from .kokoro_model import find_speaker_folder, read_digests

_LARGEST = 10_000_000
"""Bytes of a speaker at most: each has half a million."""


def add_speakers(path: Path) -> tuple[str, ...]:
    """Take the known speakers that a file has; give their names. Raises VoiceError: it has none, or
    one that is not what it should be; OutputError: they cannot be written.
    """
    digests = read_digests()["speakers"]
    found = {name: raw for name, raw in _read_speakers(path) if name in digests}
    if not found:
        raise _report(path, "holds no speaker that is known")
    for name, raw in found.items():
        if hashlib.sha256(raw).hexdigest() != digests[name]:
            raise _report(path, f"holds another speaker {name!r} than it should")
    folder = find_speaker_folder()
    write_files({folder / f"{name}.bin": raw for name, raw in found.items()}, folder)
    return tuple(sorted(found))


def _read_speakers(path: Path) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the files `*.bin` of an archive; of the file itself."""
    if path.exists() and not path.is_file():
        raise _report(path, "is no file")
    try:
        if path.suffix == ".bin":
            with path.open("rb") as file:
                yield path.stem, file.read(_LARGEST)
            return
        with tarfile.open(path, "r:gz") as archive:
            for member in archive:
                name = PurePosixPath(member.name)
                if name.suffix == ".bin" and member.isfile() and member.size <= _LARGEST:
                    content = archive.extractfile(member)
                    yield name.stem, content.read() if content else b""
    except (tarfile.TarError, zlib.error, EOFError, ValueError) as error:
        raise _report(path, "is no package of speakers, or a damaged one") from error
    except OSError as error:
        raise _report(path, f"cannot be read: {error.strerror or error}") from error


def _report(path: Path, message: str) -> VoiceError:
    hint = "Give the package `kokoro-js` 1.2.1 of npm, or a file `NAME.bin` of its `voices` folder."
    return VoiceError([Finding(str(path), 0, message, hint)])
