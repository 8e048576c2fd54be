"""Sound goes in under a key made from what is said, and how; the same sound comes out."""

from __future__ import annotations

import hashlib
import os
import zlib
from dataclasses import dataclass
from pathlib import Path

_CHECK = 4


def key_of(*facts: str) -> str:
    """A key from all that the content depends on."""
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class ClipStore:
    """PCM of 16 bits, one file a clip, each with a check sum at its end. May be deleted."""

    folder: Path

    def path(self, key: str) -> Path:
        """The file of a clip, there or not."""
        return self.folder / key[:2] / f"{key}.pcm"

    def read(self, key: str) -> bytes | None:
        """The sound of a clip; nothing where there is none, or where it is damaged."""
        try:
            content = self.path(key).read_bytes()
        except OSError:
            return None
        sound, check = content[:-_CHECK], content[-_CHECK:]
        whole = len(content) >= _CHECK and zlib.crc32(sound).to_bytes(_CHECK, "big") == check
        return sound if whole else None

    def write(self, key: str, sound: bytes) -> None:
        """Keep the sound of a clip."""
        write_aside(self.path(key), sound + zlib.crc32(sound).to_bytes(_CHECK, "big"))


def write_aside(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
