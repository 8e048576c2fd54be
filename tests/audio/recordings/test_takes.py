"""One long take is cut at its labels, and each piece knows where it was too loud."""

from __future__ import annotations

import numpy as np
import pytest

from plainspoken.audio.recordings.sound import Sound
from plainspoken.audio.recordings.takes import Label, cut_takes, find_number
from plainspoken.diagnostics.errors import VoiceError

RATE = 100
CLIPPED = (0, 99, 100, 101, 199, 200, 299)


def cut(*labels: Label) -> list[tuple[int, int, tuple[int, ...]]]:
    """Number, length and too loud places of the pieces of three seconds."""
    sound = Sound(np.zeros(3 * RATE, "float32"), RATE, CLIPPED)
    pieces = [(take.number, take.sound) for take in cut_takes(sound, labels, "take.wav")]
    return [
        (number, len(piece.samples), piece.clipped)
        for number, piece in pieces
        if isinstance(piece, Sound)
    ]


@pytest.mark.parametrize(
    ("begin", "end", "length", "clipped"),
    [
        (0, 1, 100, (0, 99)),
        (1, 2, 100, (0, 1, 99)),
        (1.01, 2.01, 100, (0, 98, 99)),
        (1.02, 1.99, 97, ()),
        (2, 9, 100, (0, 99)),
        (0, 3, 300, CLIPPED),
    ],
)
def test_a_piece_has_the_loud_places_from_its_first_sample_to_its_last(
    begin: float, end: float, length: int, clipped: tuple[int, ...]
) -> None:
    assert cut(Label(7, begin, end, 1)) == [(7, length, clipped)]


def test_a_label_without_an_end_goes_on_to_the_next_or_to_the_end() -> None:
    pieces = cut(Label(1, 0, 0, 1), Label(2, 1, 1.5, 2), Label(3, 2, 2, 3))
    assert [(number, length) for number, length, _ in pieces] == [(1, 100), (2, 50), (3, 100)]


@pytest.mark.parametrize("begin", [3, 3.01])
def test_a_label_after_the_last_sample_is_told_with_its_line(begin: float) -> None:
    with pytest.raises(VoiceError) as raised:
        cut(Label(1, 2.99, 3, 1), Label(2, begin, begin + 1, 5))
    (finding,) = raised.value.findings
    assert (finding.location, finding.message) == (
        "take.wav:5", "label 2 lies after the end of the sound",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "number"),
    [("7", 7), ("007 x", 7), (" 12-a", 12), ("123456", 123456), ("1234567", None), ("a1", None)],
)
def test_a_name_begins_with_its_number(name: str, number: int | None) -> None:
    assert find_number(name) == number
