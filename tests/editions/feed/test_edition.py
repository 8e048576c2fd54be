"""The feed that apps for podcasts subscribe to, held against the rules of RSS and of its names."""

from __future__ import annotations

import datetime
import io
import uuid
from dataclasses import replace
from email.utils import parsedate_to_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html
from lxml.etree import _Element as Element
from PIL import Image
from tests.editions.conftest import TITLES, Spoken

from plainspoken.config.feed import FeedSettings
from plainspoken.editions.feed.edition import build
from plainspoken.guide import Block, Span
from plainspoken.narration import Reader

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of their names."""
FEED = FeedSettings("https://Example.org/tea", "Food & Drink")


def read(spoken: Spoken, folder: Path, feed: FeedSettings = FEED, **changes: object) -> Element:
    """The channel of a feed."""
    spoken.build(build, folder, feed=feed, **changes)
    root = etree.parse(str(folder / "feed.xml")).getroot()
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    return channel


def text(element: Element, name: str) -> str:
    (found,) = element.findall(name)
    return found.text or ""


def say(block: Block, words: str) -> Block:
    """A block whose first sentence, if it has one, says something else."""
    sentences = tuple(replace(first, spans=(Span(words),)) for first in block.sentences[:1])
    return replace(block, sentences=(*sentences, *block.sentences[1:]))


def test_a_channel_has_what_rss_and_directories_ask_for(spoken: Spoken, tmp_path: Path) -> None:
    channel = read(spoken, tmp_path / "out")
    assert text(channel, "title") == "How to make tea"
    assert text(channel, "link") == "https://example.org/tea/en/"
    assert text(channel, "description").startswith("Tea, step by step. Draft")
    assert text(channel, "language") == "en"
    assert text(channel, "copyright") == "2026 The Tea House. CC BY 4.0"
    assert text(channel, f"{ITUNES}author") == "Ada Leaf"
    assert text(channel, f"{ITUNES}explicit") == "false"
    assert text(channel, f"{ITUNES}type") == "serial"
    (category,) = channel.findall(f"{ITUNES}category")
    assert category.get("text") == "Food & Drink"
    (image,) = channel.findall("image")
    assert text(image, "title") == text(channel, "title")
    assert text(image, "link") == text(channel, "link")
    picture = channel.find(f"{ITUNES}image")
    assert picture is not None
    assert picture.get("href") == text(image, "url") == "https://example.org/tea/en/feed/cover.png"
    own = channel.find(f"{ATOM}link")
    assert own is not None
    assert (own.get("rel"), own.get("href")) == ("self", "https://example.org/tea/en/feed.xml")
    licence = channel.find(f"{PODCAST}license")
    assert licence is not None
    assert (licence.text, licence.get("url")) == (
        "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/",
    )  # fmt: skip
    assert text(channel, f"{PODCAST}medium") == "audiobook"


def test_each_section_is_an_item_with_its_sound_and_its_transcript(
    spoken: Spoken, tmp_path: Path
) -> None:
    items = read(spoken, tmp_path / "out").findall("item")
    for number, (item, section, track) in enumerate(
        zip(items, spoken.guide.sections, spoken.narration.tracks, strict=True), 1
    ):
        assert text(item, "title") == section.title
        assert text(item, "description")
        (enclosure,) = item.findall("enclosure")
        assert dict(enclosure.items()) == {
            "url": f"https://example.org/tea/en/audio/{track.file_name}",
            "length": str(len(track.path.read_bytes())),
            "type": "audio/mpeg",
        }
        assert int(text(item, f"{ITUNES}duration")) == round(track.seconds)
        assert text(item, f"{ITUNES}episode") == text(item, f"{PODCAST}episode") == str(number)
        (transcript,) = item.findall(f"{PODCAST}transcript")
        name = str(transcript.get("url")).removeprefix("https://example.org/tea/en/")
        assert (transcript.get("type"), transcript.get("language")) == ("text/vtt", "en")
        assert (tmp_path / "out" / name).read_text("utf-8").startswith("WEBVTT\n\n")


def test_the_first_words_of_a_section_describe_it(spoken: Spoken, tmp_path: Path) -> None:
    items = read(spoken, tmp_path / "out").findall("item")
    assert text(items[1], "description").startswith("Fill the kettle.")
    assert text(items[3], "description") == spoken.guide.sections[3].title


def test_apps_that_read_descriptions_as_html_show_each_sign(spoken: Spoken, tmp_path: Path) -> None:
    told = 'Call when sugar is <70 mg/dl & falling: <img src=x onerror="call()">.'
    first, second, *others = spoken.guide.sections
    blocks = tuple(say(block, told) for block in second.blocks)
    guide = replace(
        spoken.guide,
        description=say(spoken.guide.description, told),
        sections=(first, replace(second, blocks=blocks), *others),
    )
    channel = read(replace(spoken, guide=guide), tmp_path / "out")
    for element in (channel, channel.findall("item")[1]):
        shown: html.HtmlElement = html.fromstring(f"<p>{text(element, 'description')}</p>")
        assert shown.text_content().startswith(told)
        assert not list(shown.iter("img"))


def test_guids_are_the_same_in_another_release_and_elsewhere(
    spoken: Spoken, tmp_path: Path
) -> None:
    def guids(folder: str, feed: FeedSettings, **changes: object) -> list[str]:
        items = read(spoken, tmp_path / folder, feed, **changes).findall("item")
        assert {item.find("guid").get("isPermaLink") for item in items} == {"false"}  # type: ignore[union-attr]
        return [text(item, "guid") for item in items]

    first = guids("one", FEED)
    assert len(set(first)) == 5
    later = {"version": "2.0", "published": datetime.date(2027, 1, 1)}
    assert guids("two", FeedSettings("http://example.net/"), **later) == first
    assert guids("three", FEED, id="coffee") != first


def test_the_name_of_a_podcast_is_made_as_its_standard_says(spoken: Spoken, tmp_path: Path) -> None:
    name = uuid.uuid5(PODCASTS, "a.example/en/feed.xml")
    for number, url in enumerate(("https://a.example", "http://a.example/")):
        channel = read(spoken, tmp_path / str(number), FeedSettings(url))
        assert text(channel, f"{PODCAST}guid") == str(name)
    # The example of the standard.
    example = uuid.UUID("9b024349-ccf0-5f69-a609-6b82873eab3c")
    assert uuid.uuid5(PODCASTS, "podnews.net/rss") == example


def test_sections_come_out_in_their_order_at_the_date_of_the_release(
    spoken: Spoken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dates(folder: str) -> list[datetime.datetime]:
        channel = read(spoken, tmp_path / folder)
        assert text(channel, "pubDate") == text(channel, "lastBuildDate")
        items = [*channel.findall("item"), channel]
        return [parsedate_to_datetime(text(item, "pubDate")) for item in items]

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    found = dates("day")
    assert found[-1] == found[-2] == datetime.datetime(2026, 1, 31, tzinfo=datetime.UTC)
    assert {later - earlier for earlier, later in pairwise(found[:-1])} == {
        datetime.timedelta(minutes=1)
    }
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert dates("epoch")[-1] == datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def test_awkward_titles_arrive_as_they_are(awkward: Spoken, tmp_path: Path) -> None:
    channel = read(awkward, tmp_path / "out")
    assert text(channel, "title") == TITLES[0]
    titles = [text(item, "title") for item in channel.findall("item")]
    assert titles == [" ".join(title.split()) for title in TITLES]


def test_a_person_who_reads_is_named_and_a_machine_is_not(spoken: Spoken, tmp_path: Path) -> None:
    assert not read(spoken, tmp_path / "one").findall(f"{PODCAST}person")
    readers = (Reader("Ada & Li", "person", 90), Reader("espeak-ng", "draft", 10))
    narration = replace(spoken.narration, readers=readers)
    channel = read(replace(spoken, narration=narration), tmp_path / "two")
    (person,) = channel.findall(f"{PODCAST}person")
    assert (person.text, person.get("role")) == ("Ada & Li", "narrator")


def test_the_picture_is_as_large_as_directories_ask_for(spoken: Spoken, tmp_path: Path) -> None:
    read(spoken, tmp_path / "out")
    content = (tmp_path / "out/feed/cover.png").read_bytes()
    assert Image.open(io.BytesIO(content)).size == (1400, 1400)
    assert len(content) < 60_000


def test_without_sound_there_is_no_feed(silent: Spoken, tmp_path: Path) -> None:
    assert silent.build(build, tmp_path / "out", feed=FEED) == []


def test_the_same_guide_gives_the_same_bytes(awkward: Spoken, tmp_path: Path) -> None:
    names = awkward.build(build, tmp_path / "one", feed=FEED)
    assert awkward.build(build, tmp_path / "two", feed=FEED) == names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
