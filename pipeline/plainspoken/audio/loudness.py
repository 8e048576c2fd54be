"""Measure how loud sound is, as people hear it: integrated loudness of ITU-R BS.1770-4 in LUFS."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from functools import cache
from math import log10
from typing import TYPE_CHECKING

from ..narration import RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pcm = NDArray[np.int16]
    """Mono sound at `RATE`."""
    Values = NDArray[np.float64]

SILENCE = -70.0
"""LUFS: what is softer counts as silence (BS.1770-4, absolute gate)."""
_HOP = RATE // 10
"""Values from the beginning of one gating block to that of the next."""
_HOPS = 4
"""A gating block is 400 ms."""
_AT_ONCE = 600
"""Hops that are measured at a time, as they take eight times their memory."""
FULL_SCALE = 32_768
_MMAP_THRESHOLD = -3
_TRIM_THRESHOLD = -1
_OFFSET = -0.691
_RELATIVE_GATE = -10.0
_MODEL_RATE = 48_000
_SHELF = (
    1.53512485958697,
    -2.69169618940638,
    1.19839281085285,
    -1.69065929318241,
    0.73248077421585,
)
_HIGH_PASS = (1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621)
"""The two stages of K-weighting at 48 kHz (BS.1770-4, tables 1 and 2): b0, b1, b2, a1, a2."""


def load_numpy() -> None:
    """Load it without threads of its own, which are of no use here and slow down every fork, and
    have the C library keep freed memory: to get it from the system again takes as long as the work.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with suppress(AttributeError, OSError):  # another C library than glibc: mallopt(3)
        set_option = ctypes.CDLL(None).mallopt
        set_option(_MMAP_THRESHOLD, 1 << 26)
        set_option(_TRIM_THRESHOLD, 1 << 27)
    import numpy  # noqa: F401


def measure_loudness(pcm: Pcm) -> float:
    """Integrated loudness in LUFS, `SILENCE` for what nobody hears.

    Silence of a block's length counts on both sides, as it stands round each sentence of a track.
    """
    import numpy as np

    around = (_HOPS - 1) * _HOP
    padded = np.pad(pcm, (around, around + -len(pcm) % _HOP)).reshape(-1, _HOP)
    pieces = range(0, len(padded), _AT_ONCE)
    hops = np.concatenate([_measure_hops(padded[at : at + _AT_ONCE]) for at in pieces])
    sums = np.cumsum(np.concatenate(([0.0], hops)))
    powers = (sums[_HOPS:] - sums[:-_HOPS]) / _HOPS
    loud = powers[powers > _to_power(SILENCE)]
    if not loud.size:
        return SILENCE
    gate = _to_power(_to_lufs(float(np.mean(loud))) + _RELATIVE_GATE)
    return _to_lufs(float(np.mean(loud[loud > gate])))


def _measure_hops(hops: Pcm) -> Values:
    """The K-weighted power of each hop: by Parseval's theorem that of its spectrum, weighted."""
    import numpy as np

    spectra = np.abs(np.fft.rfft(hops / FULL_SCALE, axis=1)) ** 2
    powers: Values = (spectra * _weights()).sum(axis=1) / _HOP**2
    return powers


@cache
def _weights() -> Values:
    """What each bin of a hop's spectrum counts: twice the K-weighting, as half the bins are left
    out; the first, which stands alone, counts nothing.
    """
    import numpy as np

    step = np.exp(-2j * np.pi * np.arange(_HOP // 2 + 1) * (RATE / _HOP) / _MODEL_RATE)
    response = np.ones_like(step)
    for b0, b1, b2, a1, a2 in (_SHELF, _HIGH_PASS):
        response *= (b0 + b1 * step + b2 * step**2) / (1 + a1 * step + a2 * step**2)
    weights: Values = 2 * np.abs(response) ** 2
    return weights


def _to_lufs(power: float) -> float:
    return _OFFSET + 10 * log10(power)


def _to_power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET) / 10))
