"""WAV files of other programs: all usual kinds are read, and nothing else."""

from __future__ import annotations

import io
import struct
from fractions import Fraction

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from plainspoken.audio.pcm import encode
from plainspoken.audio.wav import WavError, format_wav, read_wav
from plainspoken.narration import RATE

KINDS = {"pcm_u8": 8, "pcm_s16le": 16, "pcm_s24le": 24, "pcm_s32le": 32, "pcm_f32le": 24}


def make_tone(rate: int, hertz: float, seconds: float = 0.5) -> NDArray[np.float32]:
    times = np.arange(int(rate * seconds)) / rate
    return (0.5 * np.sin(2 * np.pi * hertz * times)).astype(np.float32)


def write_wav(sound: NDArray[np.float32], rate: int, codec: str = "pcm_s16le") -> bytes:
    """A WAV file by FFmpeg; `sound` has a row for each channel."""
    layout = {1: "mono", 2: "stereo"}[len(sound)]
    file = io.BytesIO()
    with av.open(file, "w", format="wav") as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound), "fltp", layout)
        frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), 0
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return file.getvalue()


@pytest.mark.parametrize("codec", KINDS)
@pytest.mark.parametrize("rate", [8_000, RATE, 48_000])
def test_each_kind_is_read_as_it_was_written(codec: str, rate: int) -> None:
    tone = make_tone(rate, 440)
    samples, read_rate = read_wav(write_wav(tone[None], rate, codec))
    assert read_rate == rate
    assert len(samples) == len(tone)
    assert abs(samples - tone).max() < 3 / 2 ** KINDS[codec]


def test_both_sides_of_stereo_are_heard() -> None:
    left, right = make_tone(RATE, 440), make_tone(RATE, 660)
    samples, _ = read_wav(write_wav(np.stack([left, right]), RATE))
    assert abs(samples - (left + right) / 2).max() < 0.001


def test_samples_of_16_bits_at_our_rate_stay_as_they_are() -> None:
    values = np.array([0, 1, -1, 12_345, -32_767, 32_767], "<i2")
    assert encode(*read_wav(make_file(data=values.tobytes()))) == values.tobytes()


@pytest.mark.parametrize("rate", [RATE, 48_000])
def test_a_file_of_ours_is_read_as_it_was_written(rate: int) -> None:
    values = np.array([0, 1, -1, 12_345, -32_767, 32_767], "<i2")
    samples, read_rate = read_wav(format_wav(values.tobytes(), rate))
    assert (encode(samples, RATE), read_rate) == (values.tobytes(), rate)


@pytest.mark.parametrize("rate", [8_000, 16_000, 24_000, 44_100, 48_000])
def test_a_tone_of_any_rate_keeps_its_pitch_length_and_strength(rate: int) -> None:
    sound = np.frombuffer(encode(make_tone(rate, 1000, 1), rate), "<i2")
    assert len(sound) == pytest.approx(RATE, abs=RATE / 500)
    middle = sound[2000:-2000] / 32_767
    spectrum = abs(np.fft.rfft(middle * np.hanning(len(middle))))
    assert spectrum.argmax() * RATE / len(middle) == pytest.approx(1000, abs=2)
    assert middle.std() == pytest.approx(0.5 / 2**0.5, rel=0.02)


@pytest.mark.parametrize("rate", [8_000, 48_000])
def test_sound_too_short_for_a_sample_at_our_rate_becomes_none(rate: int) -> None:
    assert encode(make_tone(rate, 1000, 2 / rate), rate) == b""


def test_what_is_too_high_for_our_rate_is_left_out_and_not_heard_as_another_tone() -> None:
    sound = np.frombuffer(encode(make_tone(48_000, 15_000, 1), 48_000), "<i2")
    assert abs(sound[2000:-2000]).max() < 200


def make_file(
    kind: int = 1, channels: int = 1, rate: int = RATE, bits: int = 16, data: bytes = b"\1\2" * 9,
    size: int | None = None, block: int | None = None, extra: bytes = b"",
) -> bytes:  # fmt: skip
    block = channels * bits // 8 if block is None else block
    header = struct.pack("<HHIIHH", kind, channels, rate, rate * block, block, bits) + extra
    chunks = b"fmt " + struct.pack("<I", len(header)) + header
    chunks += b"LIST" + struct.pack("<I", 3) + b"abc\0"
    chunks += b"data" + struct.pack("<I", len(data) if size is None else size) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


@pytest.mark.parametrize("size", [0x7FFF_F000, 0x7FFF_FFFF, 0xFFFF_FFFF])
def test_a_length_that_was_not_known_means_to_the_end(size: int) -> None:
    assert len(read_wav(make_file(size=size))[0]) == 9


def test_the_extended_header_names_the_kind_of_samples() -> None:
    extra = struct.pack("<HHIH", 22, 16, 4, 1) + bytes(14)
    assert len(read_wav(make_file(kind=0xFFFE, extra=extra))[0]) == 9


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no WAV file"),
        (b"ID3\4" + bytes(40), "it is no WAV file"),
        (b"<html>Not found</html>", "it is no WAV file"),
        (b"RIFX" + make_file()[4:], "it is no WAV file"),
        (make_file()[:-1], "it is cut short"),
        (make_file()[:25], "it is cut short"),
        (make_file()[:36], "it has no sound"),
        (make_file(data=b"\1\2\3"), "it is cut short"),
        (make_file(data=b""), "it has no sound"),
        (b"RIFF\0\0\0\0WAVEfmt \2\0\0\0\1\0", "it is cut short"),
        (b"RIFF\0\0\0\0WAVEdata\2\0\0\0\1\0", "it has sound before it says of what kind"),
        (make_file(kind=7, bits=8), "its samples are of format 7 with 8 bits"),
        (make_file(bits=12, block=2), "its samples are of format 1 with 12 bits"),
        (make_file(channels=6), "it has 6 channels"),
        (make_file(channels=0), "it has 0 channels"),
        (make_file(rate=0), "it has 0 samples a second"),
        (make_file(rate=400_000), "it has 400000 samples a second"),
        (make_file(block=3), "its header contradicts itself"),
        (make_file(kind=3, bits=32, data=struct.pack("<f", float("nan"))),
         "it has samples that are no numbers"),
    ],
)  # fmt: skip
def test_what_is_cut_short_or_of_another_kind_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(WavError) as raised:
        read_wav(content)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("bits", "data", "values"),
    [
        (8, "00 7f 80 81 ff", [-128 / 127, -1 / 127, 0, 1 / 127, 1]),
        (
            16,
            "0080 0180 ffff 0000 0100 ff7f",
            [-32_768 / 32_767, -1, -1 / 32_767, 0, 1 / 32_767, 1],
        ),
        (24, "000080 ffffff 000000 010000 ffff7f", [-8_388_608 / 8_388_607, -1e-7, 0, 1e-7, 1]),
        (32, "00000080 00000000 00000040 ffffff7f", [-1, 0, 0.5, 1]),
    ],
)
def test_the_largest_number_of_each_width_is_one_and_zero_stays_zero(
    bits: int, data: str, values: list[float]
) -> None:
    samples, rate = read_wav(make_file(bits=bits, data=bytes.fromhex(data)))
    assert samples.tolist() == pytest.approx(values, abs=5e-8)
    assert rate == RATE


def test_floating_samples_are_taken_as_they_are() -> None:
    data = struct.pack("<3f", -2.5, 0, 0.25)
    assert read_wav(make_file(kind=3, bits=32, data=data))[0].tolist() == [-2.5, 0, 0.25]


@pytest.mark.parametrize("rate", [4_000, 192_000])
def test_the_slowest_and_the_fastest_rate_are_read(rate: int) -> None:
    assert read_wav(make_file(rate=rate))[1] == rate


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (make_file(rate=3_999), "it has 3999 samples a second"),
        (make_file(rate=192_001), "it has 192001 samples a second"),
        (make_file(channels=3), "it has 3 channels"),
        (make_file(kind=3, bits=16), "its samples are of format 3 with 16 bits"),
        (make_file(channels=2, data=b"\1\2" * 3), "it is cut short"),
        (make_file(size=0x7FFE_FFFF), "it is cut short"),
        (make_file(kind=0xFFFE, extra=bytes(9)), "its samples are of format 65534 with 16 bits"),
        (b"RIFF\0\0\0\0WAVE" + b"LIST\xff\xff\xff\xffabc", "it is cut short"),
        (b"RIFF\0\0\0\0WAVEfmt \x0f\0\0\0" + bytes(15), "it is cut short"),
        (b"RIFF\0\0\0\0WAVE", "it has no sound"),
    ],
)
def test_what_is_just_beyond_what_is_read_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(WavError) as raised:
        read_wav(content)
    assert str(raised.value) == reason


def test_a_length_that_was_not_known_begins_at_the_least_that_programs_write() -> None:
    assert len(read_wav(make_file(size=0x7FFF_0000))[0]) == 9


def test_an_extended_header_may_end_after_the_kind_of_its_samples() -> None:
    extra = struct.pack("<HHIH", 8, 16, 4, 1)
    assert len(read_wav(make_file(kind=0xFFFE, extra=extra))[0]) == 9


def test_a_chunk_of_an_odd_length_is_followed_by_a_byte_that_is_none_of_the_next() -> None:
    header = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, RATE, RATE * 2, 2, 16)
    data = b"data" + struct.pack("<I", 2) + b"\1\0"
    for before in (b"", b"LIST\1\0\0\0a\0", b"LIST\2\0\0\0ab", b"LIST\0\0\0\0"):
        samples, _ = read_wav(b"RIFF\0\0\0\0WAVE" + header + before + data + b"more\1\0\0\0")
        assert samples.tolist() == pytest.approx([1 / 32_767])


def test_a_file_of_ours_has_the_usual_head() -> None:
    content = format_wav(b"\1\0\2\0", 8_000)
    assert content[:4] + content[8:] == (
        b"RIFFWAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8_000, 16_000, 2, 16)
        + b"data\4\0\0\0\1\0\2\0"
    )  # fmt: skip
