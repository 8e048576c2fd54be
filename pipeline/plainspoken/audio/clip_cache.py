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
        content = read_file(self.path(key)) or b""
        sound, checksum = content[:-_CHECKSUM_LENGTH], content[-_CHECKSUM_LENGTH:]
        is_whole = sound and len(sound) % 2 == 0 and _checksum(key, sound) == checksum
        return sound if is_whole else None

    def write(self, key: str, sound: bytes) -> None:
        """Keep the sound of a clip."""
        with open_unfinished(self.path(key), self.folder) as file:
            file.write(sound)
            file.write(_checksum(key, sound))


def _checksum(key: str, sound: bytes) -> bytes:
    return zlib.crc32(sound, zlib.crc32(key.encode())).to_bytes(_CHECKSUM_LENGTH, "big")
