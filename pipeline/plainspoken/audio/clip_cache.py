"""Sound goes in under a key made from what is said, and how; the same sound comes out."""

from __future__ import annotations

import hashlib
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_CHECK = 4
_ASIDE = "aside"


def key_of(*facts: str) -> str:
    """A key from all that the content depends on."""
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class ClipStore:
    """Below a cache: PCM of 16 bits, one file a clip, with a check sum at its end."""

    cache: Path

    def path(self, key: str) -> Path:
        """The file of a clip, there or not."""
        return self.cache / "clips" / key[:2] / f"{key}.pcm"

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
        checked = sound + zlib.crc32(sound).to_bytes(_CHECK, "big")
        write_aside(self.path(key), checked, self.cache)


def write_aside(path: Path, content: bytes, cache: Path) -> None:
    """Write a file below a cache so that it is there whole, or not at all."""
    aside = cache / _ASIDE / f"{path.name}.{os.getpid()}"
    for each in (path, aside):
        each.parent.mkdir(parents=True, exist_ok=True)
    aside.write_bytes(content)
    aside.replace(path)


@contextmanager
def tidied(cache: Path) -> Iterator[None]:
    """Leave nothing half-written in a cache: neither ours, nor of a build that was killed."""
    shutil.rmtree(cache / _ASIDE, ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(cache / _ASIDE, ignore_errors=True)
