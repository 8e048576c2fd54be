"""Decode what somebody recorded: WAV, FLAC, MP3, M4A or Opus, at any rate, mono or stereo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...narration import RATE
from ..pcm import LONGEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

SUFFIXES = ("wav", "flac", "mp3", "m4a", "opus")
"""Of the files of recordings."""
OTHER_SUFFIXES = (
    "3gp", "aac", "aif", "aifc", "aiff", "amr", "ape", "caf", "mka", "mp2", "mp4", "oga", "ogg",
    "weba", "webm", "wma", "wv",
)  # fmt: skip
"""Of sounds that are not read."""
GIVE_ONE = f"Give one of: {', '.join(SUFFIXES)}."
"""What to do about another one."""
_FORMATS = {"wav": "wav", "flac": "flac", "mp3": "mp3", "m4a": "mov", "opus": "ogg"}
"""As FFmpeg names them. Each is named to it: another one may open files that the sound names."""
_LEAST_RATE, _MOST_RATE = 8_000, 192_000
_MOST_MISSING = 0.1
"""Seconds that a file may lack of what it says of its length, by the padding of its encoder."""
_EXPORT = "Export it again, as WAV or FLAC."
_UNKNOWN_SIZES = (0, 0xFFFFFFFF)
"""Of a WAV file whose length its program did not know."""
_FULL = 0.999
_MOST_FULL = 3
"""Samples at full scale in a row, from which on they were cut off there."""
_LAST_PAGE = 0x04
"""In the flags of an Ogg page: it ends its stream (RFC 3533 §6)."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples from −1 to 1, the mean of all channels."""

    samples: NDArray[Any]
    rate: int
    clipped: tuple[int, ...] = ()
    """Samples at which a channel begins to be cut off at full volume, which their mean hides."""

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.samples) / self.rate


def find_suffix(content: bytes) -> str:
    """What the content of a file is, by its first bytes; empty: none of those that are read."""
    if content[:4] in (b"RIFF", b"RF64") and content[8:12] == b"WAVE":
        return "wav"
    if content[:4] == b"fLaC":
        return "flac"
    if content[4:8] == b"ftyp":
        return "m4a"
    if content[:4] == b"OggS":
        return "opus"
    is_mp3 = content[:3] == b"ID3" or (content[:1] == b"\xff" and content[1:2] >= b"\xe0")
    return "mp3" if is_mp3 else ""


def decode_sound(content: bytes, name: str) -> Sound:
    """The sound of a file; `name` is what messages call it. Raises VoiceError: it holds none, holds
    another format than its ending says, or is cut off.
    """
    import numpy as np

    found, ending = find_suffix(content), name.rpartition(".")[2].lower()
    if not found:
        raise _error(name, "is no sound that can be read", GIVE_ONE)
    if ending in SUFFIXES and ending != found:
        raise _error(name, f"holds {found}, not {ending}", f"Name it by what it holds: .{found}")
    sound, stated = _decode(content, found, name)
    if not len(sound.samples):
        raise _error(name, "has no sound in it", "Record it again.")
    if not np.isfinite(sound.samples).all():
        raise _error(name, "has samples that are no numbers", _EXPORT)
    is_short = sound.seconds < stated - _MOST_MISSING
    if is_short or not _IS_ENDED.get(found, bool)(content):
        raise _error(name, "is cut off: it ends before its end", "Copy it again.")
    return sound


def _decode(content: bytes, suffix: str, name: str) -> tuple[Sound, float]:
    """A sound, and the seconds that its file says it has."""
    import av
    import numpy as np

    pieces: list[NDArray[Any]] = []
    clipped: list[int] = []
    count, rate, stated = 0, 1, 0.0
    try:
        with av.open(
            io.BytesIO(content), "r", format=_FORMATS[suffix], metadata_errors="replace"
        ) as container:
            stream = container.streams.audio[0]
            rate = getattr(stream, "rate", 0)  # none where no decoder knows its format
            if not rate:
                raise _error(name, "cannot be read as sound", _EXPORT)
            if not _LEAST_RATE <= rate <= _MOST_RATE:
                raise _error(name, f"has {rate} samples a second", "Record it at 44100 or 48000.")
            if stream.duration and stream.time_base:
                stated = float(stream.duration * stream.time_base)
            mixer = av.AudioResampler("fltp", None, rate)
            for frame in chain(container.decode(stream), (None,)):
                for piece in mixer.resample(frame):
                    channels = piece.to_ndarray()
                    clipped += (count + place for place in _find_clipped(channels))
                    pieces.append(channels.mean(axis=0))
                    count += len(pieces[-1])
                if count > LONGEST * rate // RATE:
                    raise _error(name, "is longer than half an hour", "Cut it at the sentences.")
    except (av.FFmpegError, IndexError, ValueError, EOFError) as error:
        raise _error(name, "cannot be read as sound", _EXPORT) from error
    samples = np.concatenate(pieces) if pieces else np.zeros(0, "float32")
    return Sound(samples, rate, tuple(clipped)), stated


def _find_clipped(channels: NDArray[Any]) -> Iterator[int]:
    """Where runs of samples at full scale begin in any of some channels."""
    import numpy as np

    is_full = (np.abs(channels) >= _FULL).any(axis=0).astype("i1")
    edges = np.diff(np.concatenate(([0], is_full, [0])))
    begins = np.flatnonzero(edges > 0)
    lengths = np.flatnonzero(edges < 0) - begins
    yield from begins[lengths >= _MOST_FULL].tolist()


def _is_ogg_ended(content: bytes) -> bool:
    last = content.rfind(b"OggS")
    return len(content) > last + 5 and bool(content[last + 5] & _LAST_PAGE)


def _is_wav_ended(content: bytes) -> bool:
    """Whether all is there that the head promises; a program that streams promises nothing."""
    size = int.from_bytes(content[4:8], "little")
    return size in _UNKNOWN_SIZES or len(content) >= size


_IS_ENDED = {"opus": _is_ogg_ended, "wav": _is_wav_ended}


def _error(name: str, message: str, hint: str) -> VoiceError:
    return VoiceError([Finding(name, 0, message, hint)])
