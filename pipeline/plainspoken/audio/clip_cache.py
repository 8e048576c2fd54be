"""Keep each clip under a key made from whatever changes its sound, so that none is out of date.
The cache may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_CHECKSUM_LENGTH = 4
_UNFINISHED = "aside"


def make_key(*facts: str) -> str:
    """A key from all that the content depends on."""
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class ClipCache:
    """Clips below a folder: PCM of 16 bits, one file a clip, with a CRC-32 at its end."""

    folder: Path

    def path(self, key: str) -> Path:
        """The file of a clip, there or not."""
        return self.folder / "clips" / key[:2] / f"{key}.pcm"

    def read(self, key: str) -> bytes | None:
        """The sound of a clip; nothing where there is none, or where it is damaged."""
        try:
            content = self.path(key).read_bytes()
        except OSError:
            return None
        sound, checksum = content[:-_CHECKSUM_LENGTH], content[-_CHECKSUM_LENGTH:]
        is_whole = len(content) >= _CHECKSUM_LENGTH and _checksum(sound) == checksum
        return sound if is_whole else None

    def write(self, key: str, sound: bytes) -> None:
        """Keep the sound of a clip."""
        write_whole(self.path(key), sound + _checksum(sound), self.folder)


def _checksum(sound: bytes) -> bytes:
    return zlib.crc32(sound).to_bytes(_CHECKSUM_LENGTH, "big")


def write_whole(path: Path, content: bytes, cache: Path) -> None:
    """Write a file below a cache so that it is there whole, or not at all."""
    unfinished = cache / _UNFINISHED / f"{path.name}.{os.getpid()}"
    for folder in (path.parent, unfinished.parent):
        folder.mkdir(parents=True, exist_ok=True)
    unfinished.write_bytes(content)
    unfinished.replace(path)


@contextmanager
def remove_unfinished(cache: Path) -> Iterator[None]:
    """Leave nothing half-written in a cache: neither ours, nor of a build that was killed."""
    shutil.rmtree(cache / _UNFINISHED, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(cache / _UNFINISHED, ignore_errors=True)
