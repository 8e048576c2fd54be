"""What kind of sound a file holds, and where it begins to be too long, too loud or cut off."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest

from plainspoken import narration
from plainspoken.audio import mp3
from plainspoken.audio.recordings import sound as sounds
from plainspoken.audio.recordings.sound import decode_sound, find_suffix
from plainspoken.diagnostics.errors import VoiceError

from .conftest import encode

RATE = 8_000


def make_wav(
    values: list[list[int]], rate: int = RATE, size: int | None = None, lost: int = 0
) -> bytes:
    """A WAV file of 16 bits with a row of samples for each channel, without its last bytes."""
    count = len(values)
    data = np.array(values, "<i2").T.tobytes()
    head = struct.pack("<IHHIIHH", 16, 1, count, rate, rate * 2 * count, 2 * count, 16)
    body = b"WAVEfmt " + head + b"data" + struct.pack("<I", len(data)) + data
    whole = b"RIFF" + struct.pack("<I", len(body) if size is None else size) + body
    return whole[: len(whole) - lost]


def find_message(content: bytes, name: str = "a.wav") -> tuple[str, str]:
    with pytest.raises(VoiceError) as raised:
        decode_sound(content, name)
    (finding,) = raised.value.findings
    assert finding.location == name
    return finding.message, finding.hint


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"RIFF1234WAVE", "wav"),
        (b"RF641234WAVE", "wav"),
        (b"RIFF1234AVI ", ""),
        (b"RIFX1234WAVE", ""),
        (b"RIFF123WAVE", ""),
        (b"fLaC", "flac"),
        (b"fLaX", ""),
        (b"1234ftyp", "m4a"),
        (b"123ftyp", ""),
        (b"OggS", "opus"),
        (b"Oggs", ""),
        (b"ID3", "mp3"),
        (b"ID4", ""),
        (b"\xff\xe0", "mp3"),
        (b"\xff\xfb", "mp3"),
        (b"\xff\xdf", ""),
        (b"\xfe\xe0", ""),
        (b"\xff", ""),
        (b"", ""),
    ],
)
def test_a_file_is_known_by_its_first_bytes(content: bytes, suffix: str) -> None:
    assert find_suffix(content) == suffix


@pytest.mark.parametrize("name", ["a", "a.txt", "wav", "a.WAV", "b.flac.wav"])
def test_a_name_that_says_nothing_else_may_stay(name: str) -> None:
    sound = decode_sound(make_wav([[9000] * 80]), name)
    assert (len(sound.samples), sound.rate, sound.seconds) == (80, RATE, 0.01)


def test_a_name_that_says_something_else_is_told_whatever_its_letters_are() -> None:
    wrong = ("holds wav, not flac", "Name it by what it holds: .wav")
    assert find_message(make_wav([[1]]), "a.FLAC") == wrong


def test_the_mean_of_both_channels_is_taken() -> None:
    sound = decode_sound(make_wav([[16_384] * 80, [-8_192] * 80]), "a.wav")
    assert sound.samples.tolist() == pytest.approx([0.125] * 80)


@pytest.mark.parametrize(("length", "begins"), [(1, []), (2, []), (3, [10]), (4, [10]), (70, [10])])
def test_three_samples_at_full_scale_in_a_row_were_cut_off(length: int, begins: list[int]) -> None:
    row = [100] * 10 + [32_767] * length + [100] * 10
    assert list(decode_sound(make_wav([row]), "a.wav").clipped) == begins
    low = [-value for value in row]
    assert list(decode_sound(make_wav([low]), "a.wav").clipped) == begins
    assert list(decode_sound(make_wav([[0] * len(row), low]), "a.wav").clipped) == begins


@pytest.mark.parametrize(("value", "is_full"), [(32_735, False), (32_736, True)])
def test_full_scale_is_all_but_a_thousandth(value: int, is_full: bool) -> None:
    assert bool(decode_sound(make_wav([[value] * 5]), "a.wav").clipped) is is_full


def test_each_place_that_was_cut_off_is_told_by_its_first_sample() -> None:
    row = [32_767] * 3 + [0] + [32_767] * 2 + [0] * 5000 + [32_767] * 9 + [0] * 80 + [-32_768] * 3
    assert decode_sound(make_wav([row]), "a.wav").clipped == (0, 5006, 5095)


@pytest.mark.parametrize("rate", [8_000, 192_000])
def test_the_slowest_and_the_fastest_rate_are_read(rate: int) -> None:
    assert decode_sound(make_wav([[9] * 900], rate), "a.wav").rate == rate


@pytest.mark.parametrize("rate", [7_999, 192_001])
def test_a_rate_beyond_them_is_told(rate: int) -> None:
    told = (f"has {rate} samples a second", "Record it at 44100 or 48000.")
    assert find_message(make_wav([[9] * 900], rate)) == told


def test_a_sound_of_half_an_hour_is_read_and_a_longer_one_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With half a second in its place."""
    monkeypatch.setattr(sounds, "LONGEST", narration.RATE // 2)
    assert decode_sound(make_wav([[9] * 4000]), "a.wav").seconds == 0.5
    told = ("is longer than half an hour", "Cut it at the sentences.")
    assert find_message(make_wav([[9] * 4001])) == told


def test_a_file_without_samples_is_told() -> None:
    assert find_message(make_wav([[]])) == ("has no sound in it", "Record it again.")


CUT_OFF = ("is cut off: it ends before its end", "Copy it again.")


def test_a_wav_file_that_lacks_its_end_is_told_unless_its_program_did_not_know_it() -> None:
    whole = make_wav([[9] * 80])
    assert len(decode_sound(make_wav([[9] * 80], size=len(whole)), "a.wav").samples) == 80
    assert find_message(make_wav([[9] * 80], size=len(whole) + 1)) == CUT_OFF
    assert find_message(make_wav([[9] * 8000], lost=1000)) == CUT_OFF
    for size in (0, 0xFFFF_FFFF):
        assert len(decode_sound(make_wav([[9] * 80], size=size), "a.wav").samples) == 80


def test_an_opus_file_ends_with_the_last_page_of_its_stream() -> None:
    content = encode(np.sin(np.arange(22_050) / 9) / 2, "opus")
    assert decode_sound(content, "a.opus").seconds == pytest.approx(1, abs=0.05)
    last = content.rindex(b"OggS")
    assert content[last + 5] & 4
    unended = bytearray(content)
    unended[last + 5] &= ~4
    assert find_message(bytes(unended), "a.opus") in (
        CUT_OFF, ("cannot be read as sound", "Export it again, as WAV or FLAC."),
    )  # fmt: skip
    assert find_message(content + b"OggS", "a.opus") == CUT_OFF


@pytest.mark.parametrize(("frames", "is_whole"), [(0, True), (3, True), (5, False), (20, False)])
def test_a_tenth_of_a_second_may_be_missing_of_what_a_file_says(
    frames: int, is_whole: bool
) -> None:
    """A frame has 26 milliseconds."""
    file = io.BytesIO()
    tone = (9000 * np.sin(np.arange(22_050) / 9)).astype("<i2").tobytes()
    mp3.write([mp3.encode([tone])], mp3.Tags("A", "B", "C", "1/1", "eng"), file)
    content = file.getvalue()
    content = content[: len(content) - round(104.5 * frames)]
    if is_whole:
        seconds = decode_sound(content, "a.mp3").seconds
        assert seconds == pytest.approx(1 - 0.026 * frames, abs=0.03)
    else:
        assert find_message(content, "a.mp3") == CUT_OFF


def test_what_cannot_be_decoded_is_told() -> None:
    told = ("cannot be read as sound", "Export it again, as WAV or FLAC.")
    assert find_message(b"fLaC" + bytes(400), "a.flac") == told
    assert find_message(b"RIFF\0\0\0\0WAVE" + bytes(400)) == told
    assert find_message(b"hello") == (
        "is no sound that can be read", "Give one of: wav, flac, mp3, m4a, opus.",
    )  # fmt: skip
