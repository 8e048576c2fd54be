"""The C library of espeak-ng and its data, from the wheel `espeakng-loader`."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from functools import cache
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...narration import RATE

UTF8 = 1
PHONEMES = 0x100
"""Text may hold phonemes: `[[m'aroU]]`."""
_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)
"""What takes the sound, piece by piece."""


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.POINTER(ctypes.c_char)),
        ("identifier", ctypes.c_char_p),
    )


@cache
def list_voices() -> Mapping[str, str]:
    """espeak-ng's voices by language tag: listed once, as all their files are read."""
    library = load_library()
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
    records = library.espeak_ListVoices(None)
    found: dict[str, str] = {}
    for pointer in takewhile(bool, map(records.__getitem__, count())):
        record = pointer.contents
        # A byte of priority stands before each tag.
        tag = ctypes.string_at(ctypes.addressof(record.languages.contents) + 1).decode()
        found.setdefault(tag, record.identifier.decode())
    return found


def find_data_folder() -> Path:
    """Where the data of the engine stand."""
    import espeakng_loader

    return Path(espeakng_loader.get_data_path())


@cache
def load_library() -> Any:
    """The engine, ready to speak. One a process; its sound depends on what it spoke before."""
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(find_data_folder()).encode()
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DO_NOT_EXIT) != RATE:
        hint = "Install the wheel espeakng-loader again."
        raise VoiceError([Finding("", 0, "espeak-ng does not start", hint)])
    return library
