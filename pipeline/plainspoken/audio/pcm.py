"""Decode and trim sound: mono PCM of 16 bits at `narration.RATE`."""

from __future__ import annotations

import io
from array import array

from ..narration import RATE

_SOFT = 24
"""What is softer at a sound's ends is not heard: −63 dB."""


def trim(sound: bytes) -> bytes:
    """Sound without what is too soft to hear at its ends."""
    samples = array("h", sound)
    audible = (place for place, sample in enumerate(samples) if abs(sample) > _SOFT)
    begin = next(audible, len(samples))
    end = len(samples)
    while end > begin and abs(samples[end - 1]) <= _SOFT:
        end -= 1
    return samples[begin:end].tobytes()


def decode_mp3(encoded: bytes) -> bytes:
    """The sound of a whole MP3; nothing where there is none."""
    import av

    pieces = []
    try:
        with av.open(io.BytesIO(encoded), "r") as container:
            resampler = av.AudioResampler("s16", "mono", RATE)
            for frame in container.decode(audio=0):
                pieces += resampler.resample(frame)
            pieces += resampler.resample(None)
    except (av.FFmpegError, IndexError):
        return b""
    return b"".join(bytes(piece.planes[0])[: piece.samples * 2] for piece in pieces)
