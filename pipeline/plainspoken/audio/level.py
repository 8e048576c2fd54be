"""Bring each sentence to the same loudness, without a peak that distorts: a gain for the whole of
it, then a limiter that looks ahead (`audio/loudness.py` says what loudness is).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .loudness import FULL_SCALE, SILENCE, measure_loudness

if TYPE_CHECKING:
    from .loudness import Pcm, Values

TARGET = -19.5
"""LUFS of a sentence. LAME turns down by 0.45 dB, so that a track comes to −20: within the RMS band
that audiobook libraries ask for (ACX: −23 to −18 dB).
"""
CEILING = -3.8
"""Decibels that no sample exceeds. Encoding moves peaks by some tenths; −3 are allowed."""
SETTINGS = f"level {TARGET} {CEILING} 1"
"""Changes whenever the samples that come out for the same sound do."""
_AT_ONCE = 1 << 20
"""Samples that are worked on at a time, as they take many times their memory."""
_NEAR = 0.4
"""Decibels off the target that are near enough: nobody hears as little."""
_USUAL_LOSS = 0.5
"""Decibels that the limiter usually takes away."""
_MOST_GAIN = 30.0
_REACH = 441
"""Values, 20 ms: how long before a peak the limiter begins to turn down, and ends after it. It is
longer than a period of the deepest voice, so that the shape of a wave stays."""


def level(sound: bytes) -> bytes:
    """The same sound at the target loudness: mono PCM of 16 bits."""
    import numpy as np

    pcm = np.frombuffer(sound, "<i2")
    gain = _find_gain(measure_loudness(pcm))
    if max(int(pcm.max()), -int(pcm.min())) * _to_factor(gain) > _CEILING:
        gain += _USUAL_LOSS
    limited = _amplify(pcm, gain)
    missing = _find_gain(measure_loudness(limited))
    if abs(missing) > _NEAR:
        limited = _amplify(pcm, gain + missing)
    return limited.tobytes()


def _find_gain(loudness: float) -> float:
    """Decibels to the target, in tenths: the same on processors that round their last bit apart."""
    return 0.0 if loudness <= SILENCE else round(min(TARGET - loudness, _MOST_GAIN), 1)


def _to_factor(decibels: float) -> float:
    return float(10 ** (decibels / 20))


_CEILING = _to_factor(CEILING) * FULL_SCALE


def _amplify(pcm: Pcm, gain: float) -> Pcm:
    """Apply a gain in decibels, and turn down what is round each peak over the ceiling; a piece at
    a time, with what the limiter looks at on both sides.
    """
    import numpy as np

    around = 2 * _REACH
    padded = np.pad(pcm, around)
    pieces = []
    for at in range(0, len(pcm), _AT_ONCE):
        piece = padded[at : at + _AT_ONCE + 2 * around].astype(np.float64) * _to_factor(gain)
        pieces.append(np.rint(_limit(piece)).astype("<i2"))
    return np.concatenate(pieces)


def _limit(samples: Values) -> Values:
    """Turn down what is round each peak over the ceiling, smoothly; without twice `_REACH` at both
    ends.
    """
    import numpy as np

    inner = slice(2 * _REACH, -2 * _REACH)
    magnitudes = np.abs(samples)
    if magnitudes.max() <= _CEILING:
        return samples[inner]
    wanted = _CEILING / np.maximum(magnitudes, _CEILING)
    # The least within reach, then its mean within reach: nowhere over what is wanted.
    width = 2 * _REACH + 1
    limited: Values = samples[inner] * _slide_mean(_slide_minimum(wanted, width), width)
    return limited


def _slide_minimum(values: Values, width: int) -> Values:
    """The least of each `width` values in a row."""
    import numpy as np

    done = 1
    while done < width:
        step = min(done, width - done)
        values = np.minimum(values[:-step], values[step:])
        done += step
    return values


def _slide_mean(values: Values, width: int) -> Values:
    """The mean of each `width` values in a row."""
    import numpy as np

    sums = np.cumsum(np.concatenate(([0.0], values)))
    means: Values = (sums[width:] - sums[:-width]) / width
    return means
