"""The whole narration as one audiobook, read by PyAV, ffmpeg and mutagen."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import numpy as np
import pytest
from mutagen.mp4 import MP4
from PIL import Image
from tests.editions.conftest import TITLES, Spoken
from tests.publishing.conftest import environment

from plainspoken.diagnostics.errors import OutputError
from plainspoken.editions.m4b import build
from plainspoken.narration import RATE

FRAME = 1024
"""Samples of a frame of AAC."""
FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()


@pytest.fixture(scope="module")
def book(spoken: Spoken, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("m4b") / "out"
    assert spoken.build(build, folder) == ["tea.en.m4b"]
    return folder / "tea.en.m4b"


def describe(path: Path) -> str:
    """What ffmpeg says of a file."""
    command = [FFMPEG, "-i", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300).stderr


def decode(path: Path) -> Any:
    command = [FFMPEG, "-v", "error", "-i", str(path), "-f", "s16le", "-"]
    raw = subprocess.run(command, capture_output=True, check=True, timeout=300).stdout
    return np.frombuffer(raw, np.int16).astype(float)


def begins(spoken: Spoken) -> list[float]:
    lengths = [track.samples for track in spoken.narration.tracks]
    return [sum(lengths[:number]) / RATE for number in range(len(lengths))]


def test_each_section_is_a_chapter_that_begins_where_its_sound_does(
    spoken: Spoken, book: Path
) -> None:
    titles = [section.title for section in spoken.guide.sections]
    with av.open(str(book)) as container:
        chapters: Any = container.chapters()
    times = [float(each["start"] * each["time_base"]) for each in chapters]
    assert times == pytest.approx(begins(spoken), abs=0.001)
    assert [each["metadata"]["title"] for each in chapters] == titles
    by_ffmpeg = re.findall(r"Chapter #0:\d+: start ([\d.]+),", describe(book))
    assert [float(time) for time in by_ffmpeg] == pytest.approx(begins(spoken), abs=0.001)
    by_mutagen: Any = MP4(str(book)).chapters  # type: ignore[no-untyped-call]
    assert [each.start for each in by_mutagen] == pytest.approx(begins(spoken), abs=0.001)
    assert [each.title for each in by_mutagen] == titles


def test_it_says_who_made_it_who_reads_and_what_one_may_do_with_it(book: Path) -> None:
    told: Any = MP4(str(book)).tags  # type: ignore[no-untyped-call]
    tags = {name: value[0] for name, value in told.items() if name != "covr"}
    assert tags == {
        "©nam": "How to make tea",
        "©alb": "How to make tea",
        "©ART": "Ada Leaf",
        "aART": "Ada Leaf",
        "©wrt": "espeak-ng, synthetic draft voice",
        "©day": "2026-01-31",
        "cprt": "2026 The Tea House. CC BY 4.0",
        "©cmt": "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/",
        "desc": "Tea, step by step.",
        "©gen": "Audiobook",
    }
    assert "(eng): Audio: aac" in describe(book)
    assert book.read_bytes()[8:12] == b"M4B "


def test_it_has_a_square_cover(book: Path) -> None:
    tags: Any = MP4(str(book)).tags  # type: ignore[no-untyped-call]
    (cover,) = tags["covr"]
    assert Image.open(io.BytesIO(bytes(cover))).size == (600, 600)
    assert len(cover) < 10_000


def test_its_sound_is_that_of_the_sections_one_after_another(spoken: Spoken, book: Path) -> None:
    expected = np.concatenate([decode(track.path) for track in spoken.narration.tracks])
    heard = decode(book)
    assert 0 <= len(heard) - len(expected) < FRAME
    noise = heard[: len(expected)] - expected
    assert 10 * np.log10((expected**2).sum() / (noise**2).sum()) > 15
    with av.open(str(book)) as container:
        stream: Any = container.streams.audio[0]
        assert float(stream.duration * stream.time_base) * RATE == pytest.approx(
            len(expected), abs=FRAME
        )


def test_its_sound_has_as_many_bits_as_that_of_the_sections(book: Path) -> None:
    with av.open(str(book)) as container:
        stream: Any = container.streams.audio[0]
        assert 26_000 < stream.bit_rate < 40_000


def test_a_player_need_not_have_the_whole_to_begin(book: Path) -> None:
    content = book.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_awkward_titles_are_told_as_they_are_and_long_ones_are_cut(
    awkward: Spoken, tmp_path: Path
) -> None:
    awkward.build(build, tmp_path / "out")
    with av.open(str(tmp_path / "out/tea.en.m4b")) as container:
        titles = [chapter["metadata"]["title"] for chapter in container.chapters()]
        assert container.metadata["title"] == TITLES[0]
    assert [titles[place] for place in (0, 1, 3)] == [TITLES[place] for place in (0, 1, 3)]
    assert titles[2].endswith("…")
    assert TITLES[2].startswith(titles[2][:-1])
    assert 240 < len(titles[2].encode()) <= 255


def test_the_same_narration_gives_the_same_bytes(
    spoken: Spoken, book: Path, tmp_path: Path
) -> None:
    spoken.build(build, tmp_path / "out")
    assert (tmp_path / "out/tea.en.m4b").read_bytes() == book.read_bytes()


def test_without_sound_there_is_no_book(silent: Spoken, tmp_path: Path) -> None:
    assert silent.build(build, tmp_path / "out") == []


def test_a_clip_that_is_gone_is_an_error(spoken: Spoken, tmp_path: Path) -> None:
    first, *others = spoken.narration.tracks
    clip = replace(first.clips[0], kept=("0" * 40,))
    track = replace(first, clips=(clip, *first.clips[1:]))
    narration = replace(spoken.narration, tracks=(track, *others))
    with pytest.raises(OutputError, match=r"the sound of .* is gone from the cache"):
        replace(spoken, narration=narration).build(build, tmp_path / "out")


MEASURE = r"""
import re, sys
from dataclasses import replace
from pathlib import Path
from plainspoken.audio.clip_cache import ClipCache
from plainspoken.config.project import load_project
from plainspoken.editions.m4b import build
from plainspoken.narration import RATE, Clip, Narration, Reader, Track
from plainspoken.parsing import parse

project = load_project(Path(sys.argv[1]))
guide = parse(project)
guide = replace(guide, sections=guide.sections[:1])
ClipCache(project.cache).write("key", bytes(10 * RATE * 2))
length = 11 * RATE
def make(count):
    clips = [Clip(str(n), n * length, (n + 1) * length, kept=("key",)) for n in range(count)]
    track = Track(guide.sections[0].id, 1, Path(), count * length, tuple(clips))
    out = project.root / str(count)
    out.mkdir()
    narration = Narration((track,), (Reader("Ada", "person"),))
    build(guide, narration, project, project.find_locale("en"), out)
    # Not that of getrusage, which a process has from its parent.
    return re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]
print(make(1), make(330))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes")
def test_an_hour_takes_little_more_memory_than_a_moment(small_guide: Path) -> None:
    command = [sys.executable, "-c", MEASURE, str(small_guide)]
    done = subprocess.run(command, capture_output=True, env=environment(), timeout=300, check=True)
    short, long = map(int, done.stdout.split())
    assert long - short < 20_000, "kilobytes"
    assert long < 300_000
