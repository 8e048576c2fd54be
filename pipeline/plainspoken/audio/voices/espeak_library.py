"""The C library of espeak-ng and its data, from the wheel `espeakng-loader`."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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
    found: dict[str, str] = {}
    with open_library() as library:
        library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
        records = library.espeak_ListVoices(None)
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


@contextmanager
def open_library() -> Iterator[Any]:
    """The engine, ready to speak, as if it had never spoken; one at a time in a process. What it
    spoke changes the sound of what it speaks next, until it is unloaded on the way out.
    """
    library = _start()
    try:
        yield library
    finally:
        library.espeak_Terminate()
        _unload(library)


@cache
def is_unloaded_when_closed() -> bool:
    """Whether the system gives up the memory of a library that nobody has open: C libraries may
    keep it, and musl does.
    """
    with open_library():
        pass
    return not is_loaded()


def is_loaded() -> bool:
    """Whether somebody in this process has the library open: it then remembers what it spoke."""
    try:
        opened = ctypes.CDLL(_find_library(), os.RTLD_NOLOAD)
    except OSError:
        return False
    _unload(opened)
    return True


@cache
def load_library() -> Any:
    """The engine, for a process that asks it many things, and does not need its sound."""
    return _start()


def _start() -> Any:
    library = ctypes.CDLL(_find_library())
    data = str(find_data_folder()).encode()
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DO_NOT_EXIT) != RATE:
        hint = "Install the wheel espeakng-loader again."
        raise VoiceError([Finding("", 0, "espeak-ng does not start", hint)])
    return library


def _find_library() -> str:
    import espeakng_loader

    return str(espeakng_loader.get_library_path())


def _unload(library: ctypes.CDLL) -> None:
    ctypes.CDLL(None).dlclose(ctypes.c_void_p(library._handle))
