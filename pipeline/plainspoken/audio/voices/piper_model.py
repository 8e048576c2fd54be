"""A voice of Piper: a model in ONNX, and what stands beside it. Both are files that somebody has
got from elsewhere, and are checked before they are used.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...input_files import FileKind, read_file
from .onnx_session import open_session
from .onnx_tensors import has_outside_tensors
from .piper_config import ConfigError, PiperConfig, read_config

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODEL = FileKind("a voice of Piper", 500_000_000)
CONFIG = FileKind("a description of a voice", 4_000_000)
SUFFIX = ".onnx"
_INPUTS = {
    "input": "tensor(int64)",
    "input_lengths": "tensor(int64)",
    "scales": "tensor(float)",
    "sid": "tensor(int64)",
}
_HINT = "Get the voice anew, with both of its files."


def find_piper_folder() -> Path:
    """Where `plainspoken voices add` keeps voices: in the environment of Plainspoken."""
    return Path(sys.prefix, "share", "plainspoken", "piper")


def find_model(name: str, folder: Path) -> Path | None:
    """The file of a model: below the guide's folder, or kept by `voices add`. None: it is not
    there, or its name leads out of both.
    """
    if not _is_plain(name):
        return None
    paths = (folder / name, find_piper_folder() / name)
    return next((path for path in paths if path.is_file()), None)


def find_links_out(name: str, folder: Path) -> Iterator[str]:
    """The names of those files of a voice that are links out of the guide's folder: a guide of
    somebody else could have any file of this machine read.
    """
    root = folder.resolve()
    for each in (name, f"{name}.json") if _is_plain(name) else ():
        if not Path(os.path.realpath(root / each)).is_relative_to(root):
            yield each


def _is_plain(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix == SUFFIX and ".." not in path.parts and not path.is_absolute()


def hash_file(model: Path, ending: str = "") -> str:
    """The SHA-256 of a model, or of what stands beside it with another ending. Raises VoiceError:
    it is larger than any.
    """
    path = _add_ending(model, ending)
    check_size(path)
    return _hash(path, *_find_stamp(path))


def check_size(path: Path) -> None:
    """Raise a VoiceError if a file is larger than any voice: it would take long to read."""
    if path.stat().st_size > MODEL.most_bytes:
        message = f"is larger than {MODEL.most_bytes // 1_000_000} MB, the most for {MODEL.noun}"
        raise _report(path.name, message)


def load_config(model: Path, name: str) -> PiperConfig:
    """What stands beside a model of that name in guide.toml. Raises VoiceError: nothing that can be
    used.
    """
    path = _add_ending(model, ".json")
    stamp = _find_stamp(path) if path.exists() else ()
    return _load_config(path, f"{name}.json", *stamp)


def _add_ending(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _find_stamp(path: Path) -> tuple[int, int]:
    """What changes with a file: what is known of it is kept for as long as it stays the same."""
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@cache
def _hash(path: Path, *_stamp: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _load_config(path: Path, name: str, *_stamp: int) -> PiperConfig:
    content = read_file(path, name, CONFIG)
    if isinstance(content, Finding):
        raise VoiceError([content])
    try:
        return read_config(content)
    except ConfigError as error:
        raise _report(name, str(error)) from None


@cache
def load_model(path: Path, name: str, digest: str, has_speakers: bool) -> PiperModel:
    """A model, checked. Raises VoiceError: it is no model of Piper."""
    content = read_file(path, name, MODEL)
    if isinstance(content, Finding):
        raise VoiceError([content])
    if hashlib.sha256(content).hexdigest() != digest:
        raise _report(name, "has changed while the command ran")
    return make_model(content, name, has_speakers)


def make_model(content: bytes, name: str, has_speakers: bool) -> PiperModel:
    """A model from the content of its file. Raises VoiceError as `load_model` does."""
    try:
        if has_outside_tensors(content):
            raise _report(name, "is no model by itself: it would read other files")
        session = open_session(content)
    except VoiceError:
        raise
    except Exception as error:  # onnxruntime has a class for each kind of failure
        raise _report(name, "is no model that onnxruntime can run") from error
    wanted = {key: kind for key, kind in _INPUTS.items() if key != "sid" or has_speakers}
    if {each.name: each.type for each in session.get_inputs()} != wanted:
        raise _report(name, f"is no model of Piper: it does not read {', '.join(wanted)}")
    if [each.type for each in session.get_outputs()] != ["tensor(float)"]:
        raise _report(name, "is no model of Piper: it does not give sound alone")
    return PiperModel(session)


class PiperModel:
    """A model, ready to speak."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def speak(self, numbers: Sequence[int], length: float, speaker: int | None) -> NDArray[Any]:
        """The sound of phonemes, from −1 to 1, each of its usual length times `length`. Nothing in
        it is left to chance: both kinds of noise are 0.
        """
        import numpy as np

        inputs = {
            "input": np.array([numbers], np.int64),
            "input_lengths": np.array([len(numbers)], np.int64),
            "scales": np.array([0, length, 0], np.float32),
        }
        if speaker is not None:
            inputs["sid"] = np.array([speaker], np.int64)
        sound: NDArray[Any] = self._session.run(None, inputs)[0].ravel()
        return sound


def _report(name: str, message: str) -> VoiceError:
    return VoiceError([Finding(name, 0, message, _HINT)])
