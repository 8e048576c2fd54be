"""The bytes of an MP3: its frames, and the first one, which tells decoders how much to cut."""

from __future__ import annotations

import io

import numpy as np
import pytest

from plainspoken.audio import mp3
from plainspoken.audio.imprint import Imprint
from plainspoken.audio.pcm import decode_mp3
from plainspoken.narration import RATE

HEADER = bytes.fromhex("fff340")
"""MPEG-2, Layer III, without a checksum, 32 kbit/s at 22.05 kHz, without padding."""


def make_tone(samples: int) -> bytes:
    tone = 9000 * np.sin(2 * np.pi * 440 * np.arange(samples) / RATE)
    return bytes(np.rint(tone).astype("<i2").tobytes())


def encode(*pieces: bytes) -> tuple[bytes, bytes]:
    """The tags, and all after them."""
    file = io.BytesIO()
    mp3.write([mp3.encode(pieces)], mp3.Tags("One", "Ann", "All", "1/1", "eng"), file)
    content = file.getvalue()
    size = sum(byte << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))
    return content[: 10 + size], content[10 + size :]


def cut_frames(content: bytes) -> list[bytes]:
    frames = []
    while content:
        assert content[:2] == HEADER[:2]
        assert content[2] & ~2 == HEADER[2]
        length = 104 + (content[2] >> 1 & 1)
        frames.append(content[:length])
        content = content[length:]
    return frames


def reflect(number: int, bits: int) -> int:
    return int(format(number, f"0{bits}b")[::-1], 2)


def compute_crc(content: bytes) -> int:
    """CRC-16/ARC as a remainder of polynomials."""
    value = int.from_bytes(bytes(reflect(byte, 8) for byte in content), "big") << 16
    for place in range(value.bit_length() - 1, 15, -1):
        if value >> place & 1:
            value ^= 0x18005 << (place - 16)
    return reflect(value, 16)


def test_the_checksum_is_the_usual_one() -> None:
    assert compute_crc(b"123456789") == 0xBB3D


@pytest.mark.parametrize("samples", [0, 1, 576, 1000, RATE])
def test_the_first_frame_tells_what_the_others_hold(samples: int) -> None:
    tags, content = encode(make_tone(samples))
    assert tags[:5] == b"ID3\4\0"
    first, *others = cut_frames(content)
    assert len(first) == 104
    assert first[:3] == HEADER
    assert first[3] == others[0][3]
    assert first[4:13] == bytes(9)
    assert first[13:21] == b"Info\0\0\0\3"
    assert int.from_bytes(first[21:25], "big") == len(others)
    assert int.from_bytes(first[25:29], "big") == len(content)
    assert first[29:38] == b"LAME3.100"
    assert first[38:50] == bytes([1, *[0] * 10, 32])
    delay, padding = first[50] << 4 | first[51] >> 4, (first[51] & 15) << 8 | first[52]
    assert delay == 576
    assert delay + samples + padding == 576 * len(others)
    assert first[53:57] == bytes(4)
    assert int.from_bytes(first[57:61], "big") == len(content)
    assert first[61:63] == bytes(2)
    assert int.from_bytes(first[63:65], "big") == compute_crc(first[:63])
    assert first[65:] == bytes(39)


def test_a_tone_comes_out_as_it_went_in() -> None:
    tone = make_tone(RATE)
    found = np.frombuffer(decode_mp3(b"".join(encode(tone))), "<i2").astype(float)
    wanted = np.frombuffer(tone, "<i2").astype(float)
    assert len(found) == len(wanted)
    middle = slice(2000, -2000)
    ratio = (found[middle] @ wanted[middle]) / (wanted[middle] @ wanted[middle])
    assert ratio == pytest.approx(0.95, abs=0.02), "LAME turns down by 0.45 dB"
    assert abs(found[middle] - ratio * wanted[middle]).max() < 300


def test_pieces_of_any_size_are_joined() -> None:
    tone = make_tone(600_000)
    whole = encode(tone)
    assert encode(tone[:2], b"", tone[2 : 1 << 20], tone[1 << 20 :]) == whole
    assert len(cut_frames(whole[1])) == 1 + 1 + -(-(600_000 + 1105 - 576) // 576)


@pytest.mark.parametrize(
    ("imprint", "words"),
    [
        (Imprint(), ""),
        (Imprint("Ada"), ""),
        (Imprint("Ada", "2026-01-31"), "2026 Ada"),
        (Imprint("Ada", "2026-01-31", "CC0"), "2026 Ada. CC0"),
        (Imprint("Ada", "", "CC0"), ""),
    ],
)
def test_a_copyright_needs_a_year(imprint: Imprint, words: str) -> None:
    assert imprint.copyright == words
