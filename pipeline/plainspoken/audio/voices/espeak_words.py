"""Read where words begin in the sound that espeak-ng gives, from the events that come with it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence

from ...narration import RATE

_WORD, _CLAUSE_END = 1, 5
"""Kinds of events; 0 ends a list of them."""


class _Event(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("name", ctypes.c_char * 8),
    )


def read_starts(events: int | None) -> Iterator[tuple[int, int]]:
    """Where a word or a clause begins: its place among the characters that were given, and the
    sample. Some clauses in Korean have no words.
    """
    pointer = ctypes.cast(events or 0, ctypes.POINTER(_Event))
    place = 0
    while pointer and (event := pointer[place]).kind:
        if event.kind in (_WORD, _CLAUSE_END):
            yield event.position - 1, round(event.milliseconds * RATE / 1000)
        place += 1


def place_in_text(
    starts: Sequence[tuple[int, int]], given: str, text: str
) -> Iterator[tuple[int, int]]:
    """The same starts by their places in `text`, to which signs were added before it was given."""
    places = []
    at = 0
    for character in given:
        places.append(at)
        at += at < len(text) and character == text[at]
    places.append(len(text))
    for place, sample in starts:
        yield places[min(max(place, 0), len(given))], sample
