"""All that editions make of a guide that has everything; its sound is of whole seconds."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.approval import Approve

from plainspoken.config.feed import FeedSettings
from plainspoken.config.project import LocaleSettings, Project, load_project
from plainspoken.editions.base import BuildFunction
from plainspoken.editions.cover.drawing import CoverWords, draw_cover
from plainspoken.editions.cover_picture import draw_picture
from plainspoken.editions.epub import edition as epub
from plainspoken.editions.epub.content_documents import render_cover_page
from plainspoken.editions.epub.media_overlays import format_clock
from plainspoken.editions.epub.nav import render_nav
from plainspoken.editions.feed.rss import render_feed
from plainspoken.editions.text import edition as text
from plainspoken.editions.timings import edition as timings
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Guide, Section, Span
from plainspoken.narration import RATE, Clip, Narration, Reader, Track, WordTime
from plainspoken.parsing import parse

READERS = Reader("Ann", "person", 80), Reader("espeak-ng", "draft", 20)


def narrate(guide: Guide, folder: Path) -> Narration:
    """A sound of one second a sentence, in which the first word is heard for half of it."""
    tracks = [_record(number, section, folder) for number, section in enumerate(guide.sections, 1)]
    return Narration(tuple(tracks), READERS)


def _record(number: int, section: Section, folder: Path) -> Track:
    path = folder / f"{number}.mp3"
    path.write_bytes(section.id.encode() * number)
    clips = []
    for place, sentence in enumerate(section.sentences()):
        begin, word = place * RATE, sentence.text.split()[0]
        start = sentence.text.index(word)
        time = WordTime(start, start + len(word), begin + 100, begin + RATE // 2)
        clips.append(Clip(sentence.id, begin, begin + RATE, words=(time,) if place % 3 else ()))
    return Track(section.id, number, path, len(clips) * RATE, tuple(clips))


def read_guide(folder: Path) -> tuple[Guide, Project, LocaleSettings]:
    project = load_project(folder)
    return parse(project), project, project.find_locale("en")


def make(function: BuildFunction, folder: Path, only: str = "") -> dict[str, bytes]:
    """The files of an edition with sound, of all sections or of one."""
    guide, project, locale = read_guide(folder)
    guide = add_front_matter(guide, project, locale, READERS)
    if only:
        sections = (section for section in guide.sections if section.id == only)
        guide = replace(guide, sections=tuple(sections))
    (out := folder / "out").mkdir()
    artifacts = function(guide, narrate(guide, folder), project, locale, out)
    return {
        f"{artifact.path} {artifact.media_type}": (out / artifact.path).read_bytes()
        for artifact in artifacts
    }


def show(files: Sequence[tuple[str, bytes]]) -> str:
    """Files one after another, without the version of another's program, and the minute that stands
    for a hash; of pictures and sound, how long they are.
    """
    shown = []
    for name, content in files:
        is_text = not name.split()[0].endswith((".png", ".jpg", ".mp3"))
        words = content.decode().replace("\r", "") if is_text else f"{len(content)} bytes"
        words = "a picture" if name.endswith(".jpg") else hide_outlines(words)
        words = re.sub("Ebook-lib [0-9.]+", "Ebook-lib", words)
        shown.append(f"== {name}\n{re.sub('(?<=T[0-9]{2}:)[0-9:]{5}(?=Z<)', '…', words)}")
    return "\n".join(shown)


def hide_outlines(drawing: str) -> str:
    """An SVG image without the outlines of its words, which are long and a font's own."""
    return re.sub(' d="[^"]{200,}"', ' d="…"', drawing)


def test_all_of_an_epub(rich_guide: Path, approve: Approve) -> None:
    ((name, content),) = make(epub.build, rich_guide).items()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        files = [(entry.filename, archive.read(entry)) for entry in entries]
    modes = {(entry.create_system, entry.external_attr >> 16) for entry in entries}
    approve(f"{name}\n{modes}\n{show([file for file in files if file[0] != 'EPUB/style.css'])}")


def test_all_of_a_book_of_text(rich_guide: Path, approve: Approve) -> None:
    approve(show(list(make(text.build, rich_guide).items())))


def test_all_of_a_feed(rich_guide: Path, approve: Approve) -> None:
    settings = FeedSettings("https://example.org/garden/", "Home & Garden")
    guide, project, locale = read_guide(rich_guide)
    guide = add_front_matter(guide, project, locale, READERS)
    approve(render_feed(guide, narrate(guide, rich_guide), project, settings, "en").decode())


def test_timings_of_a_section(rich_guide: Path, approve: Approve) -> None:
    approve(show(list(make(timings.build, rich_guide, only="water").items())))


def reword(guide: Guide, title: str, lang: str) -> Guide:
    """The guide with another title, in another language."""
    sentence = replace(guide.title.sentences[0], spans=(Span(title),), lang=lang)
    return replace(guide, lang=lang, title=replace(guide.title, sentences=(sentence,), lang=lang))


TITLES = (
    ("Iii iii iii iii iii iii iii iii iii iii iii", "en"),
    ("mw@ MW% mw@ MW%", "de"),
    ("字字字字字字字字字字字字", "zh-Hans"),
    ("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich", "de"),
    ("I", "en"),
)


def test_covers(rich_guide: Path, approve: Approve) -> None:
    guide, _, _ = read_guide(rich_guide)
    words = [CoverWords(reword(guide, *title), "garden", "Thumb", True, True) for title in TITLES]
    words.append(CoverWords(reword(guide, *TITLES[0]), "herbs", "Thumb " * 5, False, False))
    approve(hide_outlines("\n".join(draw_cover(each).content.decode() for each in words)))


def test_pages_of_another_direction(rich_guide: Path, approve: Approve) -> None:
    guide, project, locale = read_guide(rich_guide)
    arabic = reword(add_front_matter(guide, project, locale, ()), "نباتات & شرفة", "ar")
    approve(f"{render_cover_page(arabic).decode()}\n{render_nav(arabic).decode()}")


@pytest.mark.parametrize(
    ("samples", "clock"),
    [(0, "0.000s"), (RATE, "1.000s"), (RATE // 2, "0.500s"), (22, "0.001s"), (1234567, "55.989s")],
)
def test_times_are_told_to_the_millisecond(samples: int, clock: str) -> None:
    assert format_clock(samples) == clock


def test_the_picture_of_the_sound(approve: Approve) -> None:
    with Image.open(io.BytesIO(draw_picture(100))) as picture:
        assert (picture.format, picture.size) == ("PNG", (100, 100))
        assert picture.mode == "P"
        pixels = picture.convert("RGB")
    signs = {(20, 61, 89): "·", (255, 255, 255): "#", (244, 180, 26): "o"}

    def find_sign(place: tuple[int, int]) -> str:
        colour = pixels.getpixel(place)
        assert isinstance(colour, tuple)
        near = min(signs, key=lambda own: sum(abs(a - b) for a, b in zip(own, colour, strict=True)))
        return signs[near]

    approve("\n".join("".join(find_sign((x, y)) for x in range(100)) for y in range(100)))
