"""MP3 that is encoded piece by piece: the same bytes, and little memory."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3
from tests.publishing.conftest import environment

from plainspoken.audio import mp3
from plainspoken.audio.imprint import Imprint
from plainspoken.audio.pcm import decode_mp3
from plainspoken.narration import RATE

TAGS = mp3.Tags("One", "Somebody", "All", "1/1", "eng")
IMPRINT = Imprint("Tea & Co", "2026-01-31", "CC BY 4.0", "https://example.org/%C3%BC")
NOISE = random.Random(1).randbytes(2 * RATE * 3)


def encode(*pieces: bytes) -> bytes:
    file = io.BytesIO()
    mp3.write([mp3.encode(pieces)], TAGS, file)
    return file.getvalue()


WHOLE = encode(NOISE)


@settings(max_examples=25)
@given(st.lists(st.integers(0, len(NOISE) // 2), max_size=8))
def test_the_bytes_do_not_depend_on_how_the_sound_is_cut(cuts: list[int]) -> None:
    places = [0, *sorted(2 * cut for cut in cuts), len(NOISE)]
    assert encode(*(NOISE[begin:end] for begin, end in pairwise(places))) == WHOLE


@pytest.mark.parametrize("samples", [575, 576, 577, RATE, RATE * 3])
def test_the_first_frame_counts_the_others_and_what_decoders_cut(samples: int) -> None:
    content = encode(NOISE[: samples * 2])
    with av.open(io.BytesIO(content), "r") as container:
        packets = sum(packet.size > 0 for packet in container.demux(audio=0))
    with av.open(io.BytesIO(content), "r") as container:
        decoded: int = sum(frame.samples for frame in container.decode(audio=0))
    place = content.index(b"Info")
    assert int.from_bytes(content[place + 8 : place + 12], "big") == packets
    assert decoded == samples


def make_stretches(rests: list[int]) -> Iterator[tuple[bytes, mp3.Stretch]]:
    """Sounds with silence round them, each encoded by itself."""
    for number, rest in enumerate(rests, 1):
        sound = NOISE[: 2 * 9 * (rest + 200)]
        after = mp3.LATE + -(mp3.LATE + 500 + len(sound) // 2) % mp3.FRAME
        pieces = bytes(2 * 500), sound, bytes(2 * after)
        yield b"".join(pieces), mp3.encode(pieces, is_last=number == len(rests))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 2_000), min_size=1, max_size=6))
def test_stretches_that_are_encoded_by_themselves_decode_to_the_sound_of_all(
    rests: list[int],
) -> None:
    sounds, stretches = zip(*make_stretches(rests), strict=True)
    file = io.BytesIO()
    mp3.write(stretches, TAGS, file)
    whole = np.frombuffer(b"".join(sounds), "<i2").astype(float)
    heard = np.frombuffer(decode_mp3(file.getvalue()), "<i2").astype(float)
    at_once = np.frombuffer(decode_mp3(encode(b"".join(sounds))), "<i2").astype(float)
    assert len(heard) == len(whole)
    # As near to it as what is encoded at once, at each of the joints too.
    assert np.abs(heard - whole).mean() < 1.1 * np.abs(at_once - whole).mean()
    joints = np.cumsum([len(sound) // 2 for sound in sounds])[:-1]
    assert all(np.abs(heard[joint - 200 : joint + 200]).max() < 100 for joint in joints)


def encode_with(tags: mp3.Tags) -> bytes:
    file = io.BytesIO()
    mp3.write([mp3.encode([NOISE])], tags, file)
    return file.getvalue()


TITLES = ['Tea & <milk> "now"', "كيف تُحضّر الشاي", "茶", "😀", "Long " * 2_000]


@pytest.mark.parametrize("title", TITLES, ids=["signs", "arabic", "chinese", "emoji", "long"])
def test_tags_are_those_of_id3_2_4_in_utf_8(title: str) -> None:
    content = encode_with(mp3.Tags(title, "Ada", "All", "3/16", "ara", IMPRINT))
    tags: Any = ID3(io.BytesIO(content), translate=False)  # type: ignore[no-untyped-call]
    assert tags.version == (2, 4, 0)
    assert {int(frame.encoding) for name, frame in tags.items() if name != "WCOP"} == {3}
    assert {name: str(frame) for name, frame in tags.items()} == {
        "TIT2": title.strip(),
        "TPE1": "Ada",
        "TALB": "All",
        "TRCK": "3/16",
        "TLAN": "ara",
        "TPUB": "Tea & Co",
        "TDRC": "2026-01-31",
        "TCOP": "2026 Tea & Co. CC BY 4.0",
        "WCOP": "https://example.org/%C3%BC",
    }


def test_ffmpeg_reads_the_tags_too(tmp_path: Path) -> None:
    path = tmp_path / "tea.mp3"
    path.write_bytes(encode_with(mp3.Tags("Té, 茶", "Ada", "All", "3/16", "spa", IMPRINT)))
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-i", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    told = dict(re.findall(r"^    (\w+) *: (.+)$", done.stderr, re.MULTILINE))
    with av.open(str(path)) as container:
        by_pyav = dict(container.metadata)
    assert told["title"] == by_pyav["title"] == "Té, 茶"
    assert by_pyav["language"] == "spa"
    assert told["date"] == by_pyav["date"] == "2026-01-31"
    assert told["copyright"] == by_pyav["copyright"] == "2026 Tea & Co. CC BY 4.0"
    assert told["publisher"] == by_pyav["publisher"] == "Tea & Co"


def test_what_is_not_known_has_no_tag() -> None:
    tags = ID3(io.BytesIO(encode_with(TAGS)))  # type: ignore[no-untyped-call]
    assert sorted(tags) == ["TALB", "TIT2", "TLAN", "TPE1", "TRCK"]


def test_a_title_of_two_lines_is_one_line() -> None:
    tags = ID3(io.BytesIO(encode_with(mp3.Tags("Tea\nand  milk", "", "", "1/1", ""))))  # type: ignore[no-untyped-call]
    assert str(tags["TIT2"]) == "Tea and milk"


MEASURE = """
import io, resource, sys
from plainspoken.audio import mp3
noise = open("/dev/urandom", "rb").read(2 * 22_050)
def encode(seconds):
    tags = mp3.Tags("One", "Somebody", "All", "1/1", "eng")
    stretches = (mp3.encode([noise]) for _ in range(seconds))
    mp3.write(stretches, tags, open("/dev/null", "wb"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(encode(1), encode(1200))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes")
def test_twenty_minutes_take_no_more_memory_than_a_second() -> None:
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(command, capture_output=True, check=True, env=environment(), timeout=300)
    short, long = map(int, done.stdout.split())
    assert long - short < 2_000, "kilobytes"
