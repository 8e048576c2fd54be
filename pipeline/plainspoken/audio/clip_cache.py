"""Keep each clip under a key made from whatever changes its sound, so that none is out of date."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

from ..cache_files import open_unfinished, read_file

_CHECKSUM_LENGTH = 4


def make_key(*facts: str) -> str:
    """A key from all that the content depends on."""
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class ClipCache:
    """Clips below a folder: PCM of 16 bits, one file a clip, with a CRC-32 of it and its key."""

    folder: Path

    def path(self, key: str) -> Path:
        """The file of a clip, there or not."""
        return self.folder / "clips" / key[:2] / f"{key}.pcm"

    def read(self, key: str) -> bytes | None:
        """The sound of a clip; None where there is none, or where it is damaged."""
        sound = read_checked(self.path(key), key)
        return sound if sound and len(sound) % 2 == 0 else None

    def write(self, key: str, sound: bytes) -> None:
        """Keep the sound of a clip."""
        write_checked(self.path(key), key, sound, self.folder)


def read_checked(path: Path, key: str) -> bytes | None:
    """What `write_checked` kept under a key; None where there is nothing whole."""
    content = read_file(path) or b""
    sound, checksum = content[:-_CHECKSUM_LENGTH], content[-_CHECKSUM_LENGTH:]
    return sound if sound and _checksum(key, sound) == checksum else None


def write_checked(path: Path, key: str, sound: bytes, cache: Path) -> None:
    """Keep a sound below a cache, with a checksum of it and of its key."""
    with open_unfinished(path, cache) as file:
        file.write(sound)
        file.write(_checksum(key, sound))


def _checksum(key: str, sound: bytes) -> bytes:
    return zlib.crc32(sound, zlib.crc32(key.encode())).to_bytes(_CHECKSUM_LENGTH, "big")
