"""Keep each sentence as it lies encoded in a track: after an edit, only what was edited is encoded.

A stretch is known by its sound, the silences round it and how it is encoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from . import mp3
from .clip_cache import make_key, read_checked, write_checked


def encode_once(
    pieces: Sequence[bytes], digest: str, silences: tuple[int, int], is_last: bool, cache: Path
) -> mp3.Stretch:
    """Encode the sound of `pieces`, or take it from a cache where it was encoded before. What is in
    it is told by `digest`, the hash of the sound between the silences, and by their samples.
    """
    key = make_key(mp3.SETTINGS, digest, repr((silences, is_last)))
    path = cache / "stretches" / key[:2] / f"{key}.mp3"
    if frames := read_checked(path, key):
        return mp3.Stretch(frames, sum(map(len, pieces)) // 2)
    stretch = mp3.encode(pieces, is_last)
    write_checked(path, key, stretch.frames, cache)
    return stretch
