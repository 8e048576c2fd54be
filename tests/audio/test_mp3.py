"""MP3 that is encoded piece by piece: the same bytes, and little memory."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from itertools import pairwise

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publishing.conftest import environment

from plainspoken.audio import mp3
from plainspoken.narration import RATE

TAGS = mp3.Tags("One", "Somebody", "All", "1/1", "eng")
NOISE = random.Random(1).randbytes(2 * RATE * 3)


def encode(*pieces: bytes) -> bytes:
    file = io.BytesIO()
    mp3.encode(pieces, TAGS, file)
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


MEASURE = """
import io, resource, sys
from plainspoken.audio import mp3
noise = open("/dev/urandom", "rb").read(2 * 22_050)
def encode(seconds):
    tags = mp3.Tags("One", "Somebody", "All", "1/1", "eng")
    mp3.encode((noise for _ in range(seconds)), tags, open("/dev/null", "wb"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(encode(1), encode(1200))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes")
def test_twenty_minutes_take_no_more_memory_than_a_second() -> None:
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(command, capture_output=True, check=True, env=environment(), timeout=300)
    short, long = map(int, done.stdout.split())
    assert long - short < 2_000, "kilobytes"
