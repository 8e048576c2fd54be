"""Recordings of every kind are decoded whole, or refused with what is wrong."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from plainspoken.audio.recordings.sound import SUFFIXES, decode_sound
from plainspoken.diagnostics.errors import VoiceError

from .conftest import CODECS, Record, in_room, speak

TEXT = "Wash your hands with soap before you eat, and dry them well."
SECONDS = len(in_room(speak(TEXT))) / 22_050


@pytest.mark.parametrize("suffix", CODECS)
@pytest.mark.parametrize("rate", [16_000, 24_000, 48_000])
@pytest.mark.parametrize("layout", ["mono", "stereo"])
def test_each_kind_is_read_at_its_rate(record: Record, suffix: str, rate: int, layout: str) -> None:
    sound = decode_sound(record(TEXT, suffix, rate=rate, layout=layout), f"a.{suffix}")
    assert sound.rate == (48_000 if suffix == "opus" else rate)
    assert sound.seconds == pytest.approx(SECONDS, abs=0.1)
    assert 0.1 < float(abs(sound.samples).max()) < 1


def test_fast_rates_are_read(record: Record) -> None:
    sound = decode_sound(record(TEXT, rate=96_000, layout="stereo"), "a.wav")
    assert (sound.rate, round(sound.seconds, 1)) == (96_000, round(SECONDS, 1))


@pytest.mark.parametrize("suffix", CODECS)
def test_a_file_that_is_cut_off_is_refused(record: Record, suffix: str) -> None:
    content = record(TEXT, suffix)
    with pytest.raises(VoiceError) as raised:
        decode_sound(content[: len(content) * 2 // 3], f"a.{suffix}")
    (finding,) = raised.value.findings
    assert finding.file == f"a.{suffix}"
    assert finding.message in {"is cut off: it ends before its end", "cannot be read as sound"}


@pytest.mark.parametrize("suffix", CODECS)
@pytest.mark.parametrize("ending", CODECS)
def test_a_name_that_does_not_fit_the_content_is_refused(
    record: Record, suffix: str, ending: str
) -> None:
    content = record(TEXT, suffix)
    if suffix == ending:
        assert decode_sound(content, f"a.{ending}").seconds > 1
        return
    with pytest.raises(VoiceError) as raised:
        decode_sound(content, f"a.{ending}")
    (finding,) = raised.value.findings
    assert (finding.message, finding.hint) == (
        f"holds {suffix}, not {ending}", f"Name it by what it holds: .{suffix}"
    )  # fmt: skip


@pytest.mark.parametrize(
    "content", [b"", b"RIFF", b"\x89PNG\r\n\x1a\n" + bytes(99), b"no sound at all", bytes(5000)]
)
def test_what_is_no_sound_is_refused(content: bytes) -> None:
    with pytest.raises(VoiceError) as raised:
        decode_sound(content, "a.wav")
    (finding,) = raised.value.findings
    assert finding.message == "is no sound that can be read"
    assert finding.hint == f"Give one of: {', '.join(SUFFIXES)}."


@pytest.mark.parametrize(
    "head", [b"RIFF\0\0\0\0WAVE", b"fLaC", b"ID3\x04", b"\0\0\0\x18ftypM4A ", b"OggS\0"]
)
def test_a_head_without_a_body_is_refused(head: bytes) -> None:
    with pytest.raises(VoiceError) as raised:
        decode_sound(head + bytes(400), "a")
    assert len(raised.value.findings) == 1


def make_chunks(*chunks: tuple[bytes, bytes]) -> bytes:
    """The content of a WAV file of chunks."""
    body = b"".join(name + len(data).to_bytes(4, "little") + data for name, data in chunks)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WAVE" + body


def make_format(tag: int, bits: int) -> tuple[bytes, bytes]:
    """The chunk that says how one channel at 44.1 kHz is written."""
    width = bits // 8
    return b"fmt ", struct.pack("<HHIIHH", tag, 1, 44_100, 44_100 * width, width, bits)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_samples_that_are_no_numbers_are_refused(value: float) -> None:
    samples = np.full(44_100, 0.1, "<f4")
    samples[100] = value
    content = make_chunks(make_format(3, 32), (b"data", samples.tobytes()))
    with pytest.raises(VoiceError) as raised:
        decode_sound(content, "a.wav")
    assert raised.value.findings[0].message == "has samples that are no numbers"


def test_a_format_that_nobody_knows_is_refused() -> None:
    with pytest.raises(VoiceError) as raised:
        decode_sound(make_chunks(make_format(0x7ABC, 16), (b"data", bytes(9000))), "a.wav")
    assert raised.value.findings[0].message == "cannot be read as sound"


def test_a_name_in_an_old_encoding_keeps_no_recording_out() -> None:
    data = (np.sin(np.arange(44_100) / 9) * 9000).astype("<i2").tobytes()
    name = "Núñez".encode("latin-1")
    info = b"INFOIART" + len(name + b"\0").to_bytes(4, "little") + name + b"\0"
    content = make_chunks(make_format(1, 16), (b"LIST", info), (b"data", data))
    assert decode_sound(content, "a.wav").seconds == pytest.approx(1)
