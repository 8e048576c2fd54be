"""Labels of a long take, and the names of takes."""

from __future__ import annotations

import numpy as np
import pytest

from plainspoken.audio.recordings.sound import Sound
from plainspoken.audio.recordings.takes import (
    Label,
    Take,
    cut_takes,
    is_recording_name,
    parse_labels,
)
from plainspoken.diagnostics.errors import VoiceError

HINT = "Export the labels anew: each line has a start, an end and a number."


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("1.5\t2.25\t7", (7, 1.5, 2.25)),
        ("1,5\t2,25\t 007 note", (7, 1.5, 2.25)),
        ("0\t0\t1", (1, 0, 0)),
        ("3\t3\t12\tmore", (12, 3, 3)),
    ],
)
def test_a_label_has_a_start_an_end_and_a_number(
    line: str, label: tuple[int, float, float]
) -> None:
    assert parse_labels(f"\n\\\t5\t6\n{line}\n".encode(), "l.txt") == [Label(*label, 3)]


@pytest.mark.parametrize(
    "line",
    ["2\t1\t7", "-1\t1\t7", "0\tinf\t7", "nan\t1\t7", "0\tnan\t7", "0\t1\ta", "0\t1\t", "0\t1", "0",
     "a\t1\t7", "0\tb\t7", "0 1 7"],
)  # fmt: skip
def test_every_line_that_is_none_is_told(line: str) -> None:
    with pytest.raises(VoiceError) as raised:
        parse_labels(f"0\t1\t1\n{line}\n{line}".encode(), "l.txt")
    assert [(each.location, each.message, each.hint) for each in raised.value.findings] == [
        (f"l.txt:{number}", "is no label with a number", HINT) for number in (2, 3)
    ]


def test_labels_are_in_the_order_of_their_starts() -> None:
    found = parse_labels("\ufeff5\t6\t1\n0\t1\t2\n5\t5\t3".encode(), "l.txt")
    assert [label.number for label in found] == [2, 1, 3]
    assert parse_labels(b"", "l.txt") == []


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(VoiceError) as raised:
        parse_labels(b"0\t1\t7 \xff", "l.txt")
    (finding,) = raised.value.findings
    assert (finding.location, finding.message) == ("l.txt", "is not text in UTF-8")
    assert finding.hint == "Export the labels anew, as UTF-8."


def test_a_piece_is_written_as_a_wav_file_and_a_file_stays_as_it_is() -> None:
    sound = Sound(np.array([0, 0.5, -1, 1] * 25, "float32"), 100)
    (take,) = cut_takes(sound, [Label(3, 0.04, 0.08, 5)], "take.wav")
    assert (take.number, take.suffix, take.name, take.line) == (3, "wav", "take.wav", 5)
    content = take.content
    assert content[24:28] == (100).to_bytes(4, "little")
    samples = np.frombuffer(content[44:], "<i2").tolist()
    assert samples == [0, 16_384, -32_767, 32_767]
    assert Take(1, b"any", "mp3", "a.mp3").content == b"any"


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("1.wav", True), ("1.FLAC", True), ("a.b.opus", True), ("1.m4a", True), ("1.mp3", True),
     (".1.wav", False), ("1.ogg", False), ("wav", True), ("1", False), ("1.wav.txt", False)],
)  # fmt: skip
def test_recordings_are_known_by_their_endings(name: str, is_one: bool) -> None:
    assert is_recording_name(name) is is_one
