"""The editions that libraries get: valid, read aloud whole, and honest."""

from __future__ import annotations

import subprocess
import zipfile
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import av
import imageio_ffmpeg
import pytest
from lxml import etree

from plainspoken.narration import RATE

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGS = ("en", "es")
CONTENTS = "EPUB/nav.smil"
"""The overlay of the table of contents: it plays the headings of the sections once more."""
GUARD = 60 * RATE // 1000
"""Samples of silence that stand on each side of a clip's boundary."""
NS = {"h": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/ns/SMIL"}


def epub(editions: Path, lang: str) -> Path:
    return editions / lang / f"leukemia-treatment.{lang}.epub"


def decoded(path: Path) -> array[int]:
    """The samples of an MP3, by ffmpeg."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(path), "-f", "s16le", "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    assert not done.stderr
    return array("h", done.stdout)


def _measure(clip: etree._Element) -> float:
    """The seconds of a clip."""
    begin, end = (float(str(clip.get(key)).rstrip("s")) for key in ("clipBegin", "clipEnd"))
    return end - begin


def length(path: Path) -> int:
    """The samples of an MP3, by PyAV."""
    with av.open(str(path), "r") as container:
        return sum(frame.samples for frame in container.decode(audio=0))


@pytest.mark.parametrize("lang", LANGS)
def test_epubcheck_finds_nothing(
    editions: Path, epubcheck: Callable[[Path], list[str]], lang: str
) -> None:
    assert epubcheck(epub(editions, lang)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_ace_finds_nothing(editions: Path, ace: Callable[[Path], list[str]], lang: str) -> None:
    assert ace(epub(editions, lang)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_each_sentence_has_one_clip_within_the_sound_and_silence_round_it(
    editions: Path, lang: str
) -> None:
    total = 0.0
    heard = set()
    with zipfile.ZipFile(epub(editions, lang)) as archive:
        package = etree.fromstring(archive.read("EPUB/content.opf"))
        names = {name for name in archive.namelist() if name.endswith(".smil")}
        overlays = sorted(names - {CONTENTS})
        assert len(overlays) == len(list((editions / lang / "audio").glob("*.mp3")))
        for name in overlays:
            smil = etree.fromstring(archive.read(name))
            page = etree.fromstring(archive.read(name.replace(".smil", ".xhtml")))
            said = [
                str(element.get("src")).partition("#")[2]
                for element in smil.iterfind(".//s:text", NS)
            ]
            spans = [
                str(element.get("id"))
                for element in page.iterfind(".//h:body//h:span[@id]", NS)
                if element.find(".//h:span[@id]", NS) is None  # a block holds sentences
            ]
            assert said == spans, name
            clips = list(smil.iterfind(".//s:audio", NS))
            assert len(clips) == len(said)
            sound = editions / lang / str(clips[0].get("src"))
            assert sound.read_bytes() == archive.read(f"EPUB/{clips[0].get('src')}")
            samples = decoded(sound)
            assert len(samples) == length(sound)
            ends = [float(str(element.get("clipEnd")).rstrip("s")) for element in clips]
            assert ends[-1] == pytest.approx(len(samples) / RATE, abs=0.001)
            total += len(samples) / RATE
            heard |= {tuple(clip.attrib.values()) for clip in clips}
            for end in ends[:-1]:
                at = round(end * RATE)
                assert max(map(abs, samples[at - GUARD : at + GUARD])) <= 24, (name, end)
        contents = list(etree.fromstring(archive.read(CONTENTS)).iterfind(".//s:audio", NS))
        assert {tuple(clip.attrib.values()) for clip in contents} <= heard
        total += sum(_measure(clip) for clip in contents)
    durations = [
        float(str(element.text).rstrip("s"))
        for element in package.iterfind(".//{*}meta[@property='media:duration']")
    ]
    slack = 0.001 * len(contents)  # each clip begins and ends at a whole millisecond
    assert durations[0] == pytest.approx(total, abs=slack)
    assert sum(durations[1:]) == pytest.approx(total, abs=slack)


@pytest.mark.parametrize("lang", LANGS)
def test_a_section_of_sound_is_small_enough_for_a_slow_network(editions: Path, lang: str) -> None:
    for path in (editions / lang / "audio").glob("*.mp3"):
        with av.open(str(path)) as container:
            seconds = (container.duration or 0) / av.time_base
        four_minutes = path.stat().st_size / seconds * 240
        assert four_minutes < 1_000_000, path.name


@pytest.mark.parametrize("lang", LANGS)
def test_the_pages_are_accessible_by_axe(
    editions: Path, tmp_path: Path, page: Page, axe: Callable[[Page], list[str]], lang: str
) -> None:
    with zipfile.ZipFile(epub(editions, lang)) as archive:
        archive.extractall(tmp_path)
    for name in ("opening", "when-to-call-now", "induction", "glossary", "colophon", "nav"):
        page.goto((tmp_path / f"EPUB/{name}.xhtml").as_uri())
        # A document of a book is a part of a page: the book's reader gives the landmarks.
        found = [rule for rule in axe(page) if not rule.startswith(("landmark-one-main", "region"))]
        assert found == [], name


@pytest.mark.parametrize("lang", LANGS)
def test_each_section_of_sound_has_its_plain_text(editions: Path, lang: str) -> None:
    texts = sorted(path.stem for path in (editions / lang / "text").glob("*.txt"))
    assert texts == sorted(path.stem for path in (editions / lang / "audio").glob("*.mp3"))
