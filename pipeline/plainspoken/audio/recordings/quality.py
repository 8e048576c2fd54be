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
_SILENT = 0.001
"""Of full scale, −60 dB: as loud as a sound is that nobody spoke."""
_LOUD = (2, 10, 1 / 20)
"""Which frame, from the loudest, tells how loud a voice is: a twentieth of all, within bounds. A
click is louder, and as short as one or two frames."""
_MOST_CLIPPED = 5
"""Places that may be cut off so: more are heard."""
_LEAST_RATIO = 8.0
"""Of the loudest parts to the softest, 18 dB: below it, noise is heard beside the voice."""
_ONSET = 0.06
"""Of loud frames, −24 dB: as loud as the softest s or f at the ends of speech."""
_MARGIN = 2
"""Frames that are kept on each side of it."""
_SECONDS_A_LETTER = {"words": 1 / 14, "characters": 1 / 4.5}
"""That a calm reader takes, in languages counted in words, or in characters."""
_MOST_OFF = 2.6
"""Times as long or as short as a calm reader takes: it is another text, or a part of it."""
_LEAST_SHARE = 1 / 4
_LEAST_SECONDS = 0.15
"""What speech takes, however short its text is."""
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
    levels = _measure_levels(sound)
    if _find_loud(levels) < _SILENT:
        yield Remark(True, "is silent", "Check the microphone, and record it again.")
        return
    if (places := len(sound.clipped)) > _MOST_CLIPPED:
        message = f"is cut off at full volume in {places} places"
        yield Remark(True, message, "Record it again, softer or farther from the microphone.")
    if len(levels) >= 10 and _find_ratio(levels) < _LEAST_RATIO:
        yield Remark(False, "is noisy", "Record it again in a quiet room.")
    begin, end = _find_speech(levels)
    spoken, expected = (end - begin) * _FRAME, _expect_seconds(words, language)
    shortest = max(expected / _MOST_OFF - _SLACK, expected * _LEAST_SHARE, _LEAST_SECONDS)
    if not shortest <= spoken <= expected * _MOST_OFF + _SLACK:
        message = f"lasts {spoken:.1f} seconds, where its text takes about {expected:.1f}"
        yield Remark(True, message, "Check that it says this text, and the whole of it.")


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

    return float(_find_loud(levels) / max(np.percentile(levels, 5), 1e-6))


def _find_loud(levels: NDArray[Any]) -> float:
    """How loud the loud frames of a voice are."""
    least, most, share = _LOUD
    place = min(max(least, int(len(levels) * share)), most, len(levels) - 1)
    return float(sorted(levels, reverse=True)[place]) if len(levels) else 0.0


def _find_speech(levels: NDArray[Any]) -> tuple[int, int]:
    """The first frame with speech in it, and the one after the last."""
    import numpy as np

    heard = np.flatnonzero(levels >= _ONSET * _find_loud(levels))
    return (int(heard[0]), int(heard[-1]) + 1) if len(heard) else (0, 0)


def _expect_seconds(words: str, language: Language) -> float:
    letters = sum(character.isalnum() for character in words)
    kind = "characters" if language.scripts & {"CJK", "HANGUL", "HIRAGANA"} else "words"
    return letters * _SECONDS_A_LETTER[kind]


def trim_speech(sound: Sound) -> Sound:
    """A recording without what is before and after its speech, faded in and out."""
    import numpy as np

    size = max(1, int(sound.rate * _FRAME))
    first, last = _find_speech(_measure_levels(sound))
    if first == last:
        return sound
    begin, end = max(0, first - _MARGIN) * size, min(len(sound.samples), (last + _MARGIN) * size)
    samples = sound.samples[begin:end].copy()
    edge = min(size, len(samples) // 2)
    ramp = np.linspace(0, 1, edge, dtype=samples.dtype)
    samples[:edge] *= ramp
    samples[len(samples) - edge :] *= ramp[::-1]
    return Sound(samples, sound.rate)
