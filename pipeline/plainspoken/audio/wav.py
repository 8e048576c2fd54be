"""Write WAV files; and read those of other programs, strictly: what is cut short or odd is no sound
of theirs.
"""

from __future__ import annotations

import io
import struct
import wave
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

_INTEGERS, _FLOATS, _EXTENSIBLE = 1, 3, 0xFFFE
_KINDS = {(_INTEGERS, 8), (_INTEGERS, 16), (_INTEGERS, 24), (_INTEGERS, 32), (_FLOATS, 32)}
_LEAST_RATE, _MOST_RATE = 4_000, 192_000
_UNKNOWN = 0x7FFF_0000
"""A program that writes into a pipe cannot know how long the sound will be: some write as much as
there may be at most, so that the sound goes on to the end.
"""


class WavError(ValueError):
    """Why a file is no WAV file that can be read: `it is cut short`."""


class _Format(NamedTuple):
    kind: int
    channels: int
    rate: int
    bits: int


def format_wav(pcm: bytes, rate: int) -> bytes:
    """The content of a WAV file of mono PCM of 16 bits."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(pcm)
    return file.getvalue()


def read_wav(content: bytes) -> tuple[NDArray[Any], int]:
    """The samples of a WAV file from −1 to 1, in mono, and their rate. Raises WavError."""
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        raise WavError("it is no WAV file")
    sound = None
    for name, body in _list_chunks(content):
        if name == b"fmt ":
            sound = _read_format(body)
        elif name == b"data":
            if sound is None:
                raise WavError("it has sound before it says of what kind")
            return _read_samples(body, sound), sound.rate
    raise WavError("it has no sound")


def _list_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        body = content[at + 8 : at + 8 + size]
        if len(body) < size and not (name == b"data" and size >= _UNKNOWN):
            raise WavError("it is cut short")
        yield name, body
        at += 8 + size + size % 2


def _read_format(body: bytes) -> _Format:
    if len(body) < 16:
        raise WavError("it is cut short")
    kind, channels, rate, _, block, bits = struct.unpack_from("<HHIIHH", body)
    if kind == _EXTENSIBLE and len(body) >= 26:
        (kind,) = struct.unpack_from("<H", body, 24)
    if (kind, bits) not in _KINDS:
        raise WavError(f"its samples are of format {kind} with {bits} bits")
    if channels not in (1, 2):
        raise WavError(f"it has {channels} channels")
    if not _LEAST_RATE <= rate <= _MOST_RATE:
        raise WavError(f"it has {rate} samples a second")
    if block != channels * bits // 8:
        raise WavError("its header contradicts itself")
    return _Format(kind, channels, rate, bits)


def _read_samples(body: bytes, sound: _Format) -> NDArray[Any]:
    import numpy as np

    if not body:
        raise WavError("it has no sound")
    if len(body) % (sound.channels * sound.bits // 8):
        raise WavError("it is cut short")
    if sound.kind == _FLOATS:
        samples = np.frombuffer(body, "<f4")
        if not np.isfinite(samples).all():
            raise WavError("it has samples that are no numbers")
    else:
        samples = _read_integers(body, sound.bits) / np.float32(2 ** (sound.bits - 1) - 1)
    mono: NDArray[Any] = samples.reshape(-1, sound.channels).mean(axis=1)
    return mono


def _read_integers(body: bytes, bits: int) -> NDArray[Any]:
    import numpy as np

    if bits == 8:  # the only ones without a sign
        return np.frombuffer(body, np.uint8).astype(np.int16) - 128
    if bits == 24:
        padded = np.zeros((len(body) // 3, 4), np.uint8)
        padded[:, 1:] = np.frombuffer(body, np.uint8).reshape(-1, 3)
        return padded.view("<i4").ravel() >> 8
    return np.frombuffer(body, f"<i{bits // 8}")
