"""Decode what somebody recorded: WAV, FLAC, MP3, M4A or Opus, at any rate, mono or stereo."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ..pcm import LONGEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

SUFFIXES = ("wav", "flac", "mp3", "m4a", "opus")
"""Of the files of recordings."""
_FORMATS = {"wav": "wav", "flac": "flac", "mp3": "mp3", "m4a": "mov", "opus": "ogg"}
"""As FFmpeg names them. Each is named to it: another one may open files that the sound names."""
_LEAST_RATE, _MOST_RATE = 8_000, 192_000
_MOST_MISSING = 0.1
"""Seconds that a file may lack of what it says of its length, by the padding of its encoder."""
_UNKNOWN_SIZES = (0, 0xFFFFFFFF)
"""Of a WAV file whose length its program did not know."""
_LAST_PAGE = 0x04
"""In the flags of an Ogg page: it ends its stream (RFC 3533 §6)."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples from −1 to 1, all channels together."""

    samples: NDArray[Any]
    rate: int

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
    found, ending = find_suffix(content), name.rpartition(".")[2].lower()
    if not found:
        raise _error(name, "is no sound that can be read", f"Give one of: {', '.join(SUFFIXES)}.")
    if ending in SUFFIXES and ending != found:
        raise _error(name, f"holds {found}, not {ending}", f"Name it by what it holds: .{found}")
    sound, stated = _decode(content, found, name)
    if not len(sound.samples):
        raise _error(name, "has no sound in it", "Record it again.")
    is_short = sound.seconds < stated - _MOST_MISSING
    if is_short or not _IS_ENDED.get(found, bool)(content):
        raise _error(name, "is cut off: it ends before its end", "Copy it again.")
    return sound


def _decode(content: bytes, suffix: str, name: str) -> tuple[Sound, float]:
    """A sound, and the seconds that its file says it has."""
    import av
    import numpy as np

    pieces: list[NDArray[Any]] = []
    count, rate, stated = 0, 1, 0.0
    try:
        with av.open(io.BytesIO(content), "r", format=_FORMATS[suffix]) as container:
            stream = container.streams.audio[0]
            rate = stream.rate
            if not _LEAST_RATE <= rate <= _MOST_RATE:
                raise _error(name, f"has {rate} samples a second", "Record it at 44100 or 48000.")
            if stream.duration and stream.time_base:
                stated = float(stream.duration * stream.time_base)
            mixer = av.AudioResampler("flt", "mono", rate)
            for frame in chain(container.decode(stream), (None,)):
                for piece in mixer.resample(frame):
                    pieces.append(piece.to_ndarray().reshape(-1))
                    count += len(pieces[-1])
                if count > LONGEST * rate // 22_050:
                    raise _error(name, "is longer than half an hour", "Cut it at the sentences.")
    except (av.FFmpegError, IndexError, ValueError, EOFError) as error:
        raise _error(name, "cannot be read as sound", "Export it again, as WAV or FLAC.") from error
    samples = np.concatenate(pieces) if pieces else np.zeros(0, "float32")
    return Sound(samples, rate), stated


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
