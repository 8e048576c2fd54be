"""Judge a recording: is it fit to be heard, and does it seem to say its text?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...languages import Language
from .sound import Sound

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FRAME = 0.02
"""Seconds over which loudness is looked at."""
_SILENT = 0.003
"""Of full scale, −50 dB: the loudest moment of a sound that nobody spoke."""
_FULL = 0.999
_MOST_FULL = 3
"""Samples at full scale in a row, from which on they were cut off there."""
_MOST_CLIPPED = 5
"""Places that may be cut off so: more are heard."""
_LEAST_RATIO = 8.0
"""Of the loudest parts to the softest, 18 dB: below it, noise is heard beside the voice."""
_SPEECH = 0.1
"""Of the loudest frames: softer frames at the ends are no speech."""
_ONSET = 0.02
"""Of the highest sample, −34 dB: as loud as the softest s or f at the ends of speech."""
_MARGIN = 2
"""Frames that are kept on each side of it."""
_SECONDS_A_LETTER = {"words": 1 / 14, "characters": 1 / 4.5}
"""That a calm reader takes, in languages counted in words, or in characters."""
_MOST_OFF = 2.6
"""Times as long or as short as a calm reader takes: it is another text, or a part of it."""
_SLACK = 0.8
"""Seconds that short texts may take more or less."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a recording."""

    is_error: bool
    """Whether it cannot be used."""
    message: str
    hint: str


def judge(sound: Sound, words: str, language: Language) -> Iterator[Remark]:
    """What is wrong with the recording of some words."""
    import numpy as np

    loudest = float(np.max(np.abs(sound.samples)))
    if loudest < _SILENT:
        yield Remark(True, "is silent", "Check the microphone, and record it again.")
        return
    if (places := _count_clipped(sound.samples)) > _MOST_CLIPPED:
        message = f"is cut off at full volume in {places} places"
        yield Remark(True, message, "Record it again, softer or farther from the microphone.")
    levels = _measure_levels(sound)
    if len(levels) >= 10 and _find_ratio(levels) < _LEAST_RATIO:
        yield Remark(False, "is noisy", "Record it again in a quiet room.")
    spoken, expected = _measure_speech(levels), _expect_seconds(words, language)
    if spoken > expected * _MOST_OFF + _SLACK or spoken < expected / _MOST_OFF - _SLACK:
        message = f"lasts {spoken:.1f} seconds, where its text takes about {expected:.1f}"
        yield Remark(True, message, "Check that it says this text, and the whole of it.")


def _count_clipped(samples: NDArray[Any]) -> int:
    """Runs of samples at full scale."""
    import numpy as np

    edges = np.diff(np.concatenate(([0], (np.abs(samples) >= _FULL).astype("i1"), [0])))
    lengths = np.flatnonzero(edges < 0) - np.flatnonzero(edges > 0)
    return int(np.count_nonzero(lengths >= _MOST_FULL))


def _measure_levels(sound: Sound) -> NDArray[Any]:
    """The loudness of each frame, as the root of its mean square."""
    import numpy as np

    size = max(1, int(sound.rate * _FRAME))
    whole = sound.samples[: len(sound.samples) // size * size].astype("float64")
    levels: NDArray[Any] = np.sqrt(np.mean(whole.reshape(-1, size) ** 2, axis=1))
    return levels


def _find_ratio(levels: NDArray[Any]) -> float:
    """Of the loudness of speech to that of the rests within and round it."""
    import numpy as np

    soft, loud = np.percentile(levels, (5, 90))
    return float(loud / max(soft, 1e-6))


def _measure_speech(levels: NDArray[Any]) -> float:
    """Seconds from the first to the last frame with speech in it."""
    import numpy as np

    if not len(levels):
        return 0.0
    heard = np.flatnonzero(levels >= _SPEECH * np.max(levels))
    return float(heard[-1] - heard[0] + 1) * _FRAME


def _expect_seconds(words: str, language: Language) -> float:
    letters = sum(character.isalnum() for character in words)
    kind = "characters" if language.scripts & {"CJK", "HANGUL", "HIRAGANA"} else "words"
    return letters * _SECONDS_A_LETTER[kind]


def trim_speech(sound: Sound) -> Sound:
    """A recording without what is before and after its speech, faded in and out."""
    import numpy as np

    size = max(1, int(sound.rate * _FRAME))
    heard = np.flatnonzero(_measure_levels(sound) >= _ONSET * np.max(np.abs(sound.samples)))
    if not len(heard):
        return sound
    begin = max(0, int(heard[0]) * size - _MARGIN * size)
    end = min(len(sound.samples), (int(heard[-1]) + 1 + _MARGIN) * size)
    samples = sound.samples[begin:end].copy()
    edge = min(size, len(samples) // 2)
    ramp = np.linspace(0, 1, edge, dtype=samples.dtype)
    samples[:edge] *= ramp
    samples[len(samples) - edge :] *= ramp[::-1]
    return Sound(samples, sound.rate)
