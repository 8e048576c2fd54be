"""Encode PCM as MP3 (MPEG-2 Layer III, ISO/IEC 13818-3) that decodes to the exact sample."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NamedTuple

from ..narration import RATE
from .imprint import Imprint

BIT_RATE = 32
"""Kilobits a second: enough for speech to 8 kHz, where s, f and th lie, and a section of four
minutes under 1 MB.
"""
QUALITY = 7
"""LAME's, from 0, the slowest. At this bit rate a better one is heard by nobody and takes twice as
long.
"""
SETTINGS = f"mp3 {BIT_RATE} {QUALITY} {RATE} info-1 id3-2.4 stretches-1"
"""Changes whenever the bytes that come out for the same sound do."""
FRAME = 576
"""Samples of a frame."""
_DELAY = 576
"""Samples that the encoder puts before the sound."""
LATE = _DELAY + 529
"""Samples by which a decoder is late: those that the encoder puts before the sound, and those that
it holds back itself. As many at a stretch's end must be silent, unless it is the last.
"""

_INFO_SIZE = 72_000 * BIT_RATE // RATE
"""Bytes of the Info frame: one of the sound's frames, without padding."""
_AT_ONCE = 1 << 20
"""Bytes of PCM that the encoder gets at a time: it takes several times as much memory."""
_SIDE = 4 + 9
"""Bytes of header and side information of a mono frame of MPEG-2."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What a player shows. There is no picture: even a plain one takes 3 kB of each section, and
    the same files lie in the EPUB, where no reading system shows it.
    """

    title: str
    artist: str
    album: str
    track: str
    """Number and count: `3/16`."""
    language: str
    """ISO 639-2, three letters."""
    imprint: Imprint = field(default_factory=Imprint)


class Stretch(NamedTuple):
    """A stretch of a file's sound, encoded by itself: it can be joined with any other."""

    frames: bytes
    samples: int
    """Of its sound."""

    @property
    def frame_count(self) -> int:
        """How many frames it has: they differ by a byte, so that the bit rate is met."""
        return round(len(self.frames) * RATE / (72_000 * BIT_RATE))


def encode(pieces: Iterable[bytes], is_last: bool = True) -> Stretch:
    """Encode mono PCM of 16 bits at `RATE` at a constant bit rate. The bytes are the same however
    the sound is cut into pieces. A stretch that is not the last of its file is a whole number of
    frames, and ends with `LATE` samples of silence, which the next one's start takes the place of.
    """
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(BIT_RATE)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)  # left alone, it lowers the rate with the bit rate
    encoder.set_channels(1)
    encoder.set_quality(QUALITY)
    samples, frames = 0, bytearray()
    for chunk in _cut(pieces):
        samples += len(chunk) // 2
        frames += encoder.encode(chunk)  # an empty one starts it, so that it can be flushed
    frames += encoder.flush()
    if not is_last:
        del frames[_find_end(frames, samples // FRAME) :]
    return Stretch(bytes(frames), samples)


def _find_end(frames: bytes | bytearray, count: int) -> int:
    """Where the first frames end: one with the padding bit is a byte longer."""
    end = 0
    for _ in range(count):
        end += _INFO_SIZE + (frames[end + 2] >> 1 & 1)
    return end


def write(stretches: Iterable[Stretch], tags: Tags, file: BinaryIO) -> None:
    """Write stretches as a file that decodes to the exact sample, tags and Info frame first; only
    one of them is held at a time.
    """
    head = _encode_tags(tags)
    file.write(head + bytes(_INFO_SIZE))
    samples, size, count, header = 0, 0, 0, b""
    for stretch in stretches:
        samples += stretch.samples
        size += len(stretch.frames)
        count += stretch.frame_count
        header = header or stretch.frames[:4]
        file.write(stretch.frames)
    file.seek(len(head))
    file.write(_make_info_frame(header, size, count, samples))


def _cut(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Chunks that the encoder takes at once, and an empty one at the end."""
    for piece in pieces:
        for place in range(0, len(piece), _AT_ONCE):
            yield piece[place : place + _AT_ONCE]
    yield b""


def _encode_tags(tags: Tags) -> bytes:
    """The tags as ID3v2.4 (id3.org, informal standard of 2000), their texts in UTF-8."""
    from mutagen import id3

    tag: Any = id3.ID3()  # type: ignore[no-untyped-call]
    imprint = tags.imprint
    texts: dict[Any, str] = {
        id3.TIT2: tags.title,
        id3.TPE1: tags.artist,
        id3.TALB: tags.album,
        id3.TRCK: tags.track,
        id3.TLAN: tags.language,
        id3.TPUB: imprint.publisher,
        id3.TDRC: imprint.published,
        id3.TCOP: imprint.copyright,
    }
    for frame, text in texts.items():
        if text:
            tag.add(frame(encoding=id3.Encoding.UTF8, text=[" ".join(text.split())]))
    if imprint.licence_url:
        tag.add(id3.WCOP(url=imprint.licence_url))  # type: ignore[no-untyped-call]
    file = io.BytesIO()
    tag.save(file, v2_version=4, padding=lambda _: 0)
    return file.getvalue()


def _make_info_frame(header: bytes, size: int, count: int, samples: int) -> bytes:
    """The frame that tells decoders how much to cut, after the LAME tag's published layout.
    Without it they start about 50 ms late. A constant bit rate needs no table for seeking.

    `header` is that of the first frame of the sound, `size` the bytes of all of them.
    """
    padding = count * FRAME - _DELAY - samples
    tag = b"Info" + struct.pack(">III", 0x0003, count, _INFO_SIZE + size)
    tag += b"LAME3.100" + bytes((0x01, 0)) + bytes(8) + bytes((0, BIT_RATE))
    tag += (_DELAY << 12 | padding).to_bytes(3, "big") + bytes(4)
    tag += struct.pack(">IH", _INFO_SIZE + size, 0)
    frame = bytes((*header[:2], header[2] & ~0x02, header[3])) + bytes(_SIDE - 4) + tag
    return (frame + _compute_crc(frame).to_bytes(2, "big")).ljust(_INFO_SIZE, b"\0")


def _compute_crc(content: bytes) -> int:
    """CRC-16 with the polynomial 0xA001, as the LAME tag has it."""
    crc = 0
    for byte in content:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
