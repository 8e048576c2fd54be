"""Ask espeak-ng what phonemes a voice has, and what it calls them in IPA."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from .espeak_library import (
    PHONEMES,
    UTF8,
    Callback,
    find_data_folder,
    list_voices,
    load_library,
    open_library,
)

TONE, VOWEL, LENGTH = 1, 2, 9
"""Kinds of phonemes, by espeak-ng's numbers; the kinds between are consonants."""
_IPA = 2
_RECORD = 16
"""Bytes of a phoneme in the file `phontab`: its name at first, its kind at 11."""
_NO_SOUNDS = frozenset("_|%,'= ")
"""Signs in the names of what is no sound: pauses, stress, parts of words."""
_IGNORE = Callback(lambda *_: 0)


def list_phonemes(voice: str) -> Iterator[tuple[str, int]]:
    """The names of a voice's phonemes, and their kinds."""
    tables = _read_tables()
    names = list(tables)
    table, seen = _find_table(voice, names), set()
    while table:
        above, phonemes = tables[table]
        for name, kind in phonemes:
            is_mark = kind < TONE or (kind == TONE and not name.isdecimal())
            is_mark |= kind == LENGTH and name != ":"
            if name not in seen and not is_mark and not set(name) & _NO_SOUNDS:
                yield name, kind
            seen.add(name)
        table = names[above - 1] if above else ""


def _find_table(voice: str, names: Sequence[str]) -> str:
    """The table of a voice: named in its file, else as its language."""
    file = find_data_folder() / "lang" / list_voices().get(voice, voice)
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    named = [line.split()[1] for line in lines if line.startswith("phonemes ")]
    return next((name for name in (*named, voice, voice.partition("-")[0]) if name in names), "")


@cache
def _read_tables() -> Mapping[str, tuple[int, Sequence[tuple[str, int]]]]:
    """The file `phontab`: by name, the number from 1 of the table that one adds to, and its own."""
    raw = (find_data_folder() / "phontab").read_bytes()
    tables, at = {}, 4
    for _ in range(raw[0]):
        count, above = raw[at], raw[at + 1]
        name = raw[at + 4 : at + 36].partition(b"\0")[0].decode()
        starts = range(at + 36, at + 36 + count * _RECORD, _RECORD)
        at += 36 + count * _RECORD
        tables[name] = (above, [_read_phoneme(raw[start : start + _RECORD]) for start in starts])
    return tables


def _read_phoneme(record: bytes) -> tuple[str, int]:
    name = record[:4].rstrip(b"\0").decode("latin-1")
    return name, record[11] if name.isprintable() else 0


def trace(phonemes: Sequence[str], voice: str) -> list[str]:
    """What espeak-ng calls phonemes in IPA. It changes what it says next: use a child."""
    return hear([f"[[{text}]]" for text in phonemes], voice)


def hear(texts: Sequence[str], voice: str) -> list[str]:
    """What espeak-ng would say of texts, in IPA. It changes what it says next: use a child."""
    # Listed before, as the list opens the library for itself alone.
    name = list_voices().get(voice, voice)
    return _hear_all(texts, name, _load_ready(), _IPA)


def hear_apart(texts: Sequence[str], voice: str, mode: int) -> list[str]:
    """The same in a mode of its `espeak_TextToPhonemes`; it changes nothing that is said next."""
    name = list_voices().get(voice, voice)
    with open_library() as library:
        _make_ready(library)
        return _hear_all(texts, name, library, mode)


def _hear_all(texts: Sequence[str], name: str, library: Any, mode: int) -> list[str]:
    library.espeak_SetVoiceByName(name.encode())
    found = []
    for text in texts:
        raw = ctypes.c_char_p(text.encode())
        place = ctypes.cast(raw, ctypes.c_void_p)
        clauses = []
        while place.value:
            heard = library.espeak_TextToPhonemes(ctypes.byref(place), UTF8 | PHONEMES, mode)
            clauses.append((heard or b"").decode())
        found.append(" ".join(filter(None, clauses)))
    return found


@cache
def _load_ready() -> Any:
    library = load_library()
    _make_ready(library)
    return library


def _make_ready(library: Any) -> None:
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    # It takes `[[` for phonemes only once it has been told so by a text that it spoke.
    library.espeak_SetSynthCallback(_IGNORE)
    library.espeak_Synth(b"[[_]]\0", 6, 0, 0, 0, UTF8 | PHONEMES, None, None)
    library.espeak_Synchronize()
