"""Encode, decode and trim sound: mono PCM of 16 bits at `narration.RATE`."""

from __future__ import annotations

import io
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..narration import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 30 * 60 * RATE
"""Samples of one sentence: twice what the longest one takes that a guide may have."""
_FULL_SCALE = 32_767
_SOFT = 24
"""What is softer at a sound's ends is not heard: −63 dB."""


def trim(sound: bytes | bytearray) -> bytes:
    """Sound without what is too soft to hear at its ends."""
    samples = memoryview(sound).cast("h")
    begin, end = find_audible(samples)
    return samples[begin:end].tobytes()


def find_audible(samples: memoryview[int]) -> tuple[int, int]:
    """Where what can be heard begins and ends; two equal numbers where there is nothing."""
    begin = _find_first_audible(samples)
    end = len(samples)
    while end > begin and abs(samples[end - 1]) <= _SOFT:
        end -= 1
    return begin, end


def is_silent(sound: bytes | bytearray) -> bool:
    """Whether nothing in a sound can be heard."""
    samples = memoryview(sound).cast("h")
    return _find_first_audible(samples) == len(samples)


def _find_first_audible(samples: memoryview[int]) -> int:
    audible = (place for place, sample in enumerate(samples) if abs(sample) > _SOFT)
    return next(audible, len(samples))


def encode(sound: NDArray[Any], rate: int) -> bytes:
    """Mono samples from −1 to 1 at any rate, as PCM of 16 bits at `RATE`."""
    return bytes(resample(quantize(sound), rate, RATE).tobytes())


def quantize(sound: NDArray[Any]) -> NDArray[Any]:
    """Samples from −1 to 1 as integers of 16 bits."""
    import numpy as np

    samples: NDArray[Any] = np.rint(np.clip(sound, -1, 1) * _FULL_SCALE).astype("<i2")
    return samples


def resample(samples: NDArray[Any], rate: int, wanted: int) -> NDArray[Any]:
    """Mono samples of 16 bits at the rate that is wanted; none where they are too few for one."""
    import av
    import numpy as np

    if rate == wanted:
        return samples
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), "s16", "mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler("s16", "mono", wanted)
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([samples[:0], *(piece.to_ndarray().ravel() for piece in frames)])


def decode_mp3(encoded: bytes, longest: int = LONGEST) -> bytes:
    """The sound of a whole MP3; nothing where there is none, or more than `longest` samples."""
    import av

    sound = bytearray()
    try:
        # Named: another format may make its reader open files and addresses that it names.
        with av.open(io.BytesIO(encoded), "r", format="mp3") as container:
            resampler = av.AudioResampler("s16", "mono", RATE)
            for frame in chain(container.decode(audio=0), (None,)):
                for piece in resampler.resample(frame):
                    sound += bytes(piece.planes[0])[: piece.samples * 2]
                if len(sound) > longest * 2:
                    return b""
    except (av.FFmpegError, IndexError):
        return b""
    return bytes(sound)
