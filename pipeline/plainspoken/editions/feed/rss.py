"""Render a feed as RSS 2.0. Its dates are those of the release: the last section has this one, each
before it is a minute older, so that apps that sort by date keep the order.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator
from email.utils import format_datetime
from html import escape
from urllib.parse import quote

from lxml import etree
from lxml.etree import _Element as Element

from ...audio.imprint import make_imprint
from ...config.feed import FeedSettings
from ...config.project import Project
from ...config.release_date import find_release_date
from ...guide import Guide, Section
from ...narration import Narration, Track
from ..identifier import make_identifier
from ..timings.webvtt import name_captions

FOLDER = "feed"
"""Of what the feed names, beside it."""
COVER = f"{FOLDER}/cover.png"
_PREFIXES = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
_PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace for names of podcasts, as Podcasting 2.0 has it."""


def render_feed(
    guide: Guide, narration: Narration, project: Project, feed: FeedSettings, lang: str
) -> bytes:
    """The feed of a guide in a language."""
    folder = f"{feed.folder}{lang}/"
    root = etree.Element("rss", {"version": "2.0"}, nsmap=_PREFIXES)
    channel = _add(root, "channel")
    _describe_channel(channel, guide, project, folder)
    if feed.category:
        _add(channel, "itunes:category", text=feed.category)
    for reader in narration.readers:
        if reader.kind == "person":
            _add(channel, "podcast:person", reader.name, group="cast", role="narrator")
    release, last = find_release_date(project), len(narration.tracks)
    for section, track in zip(guide.sections, narration.tracks, strict=True):
        item = _add(channel, "item")
        _describe_item(item, section, track, guide.lang, folder)
        identifier = f"{make_identifier(project, guide.lang)}:{section.id}"
        _add(item, "guid", identifier, isPermaLink="false")
        published = release - datetime.timedelta(minutes=last - track.number)
        _add(item, "pubDate", format_datetime(published, usegmt=True))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _describe_channel(channel: Element, guide: Guide, project: Project, folder: str) -> None:
    title, authors = _join(guide.title.text), ", ".join(project.authors)
    imprint, address, picture = make_imprint(project), f"{folder}feed.xml", f"{folder}{COVER}"
    released = format_datetime(find_release_date(project), usegmt=True)
    _add(channel, "title", title)
    _add(channel, "link", folder)
    _describe(channel, " ".join(_list_about(guide)))
    _add(channel, "language", guide.lang)
    _add(channel, "copyright", imprint.copyright)
    _add(channel, "pubDate", released)
    _add(channel, "lastBuildDate", released)
    image = _add(channel, "image")
    for name, text in (("url", picture), ("title", title), ("link", folder)):
        _add(image, name, text)
    _add(channel, "atom:link", rel="self", type="application/rss+xml", href=address)
    _add(channel, "itunes:author", authors)
    _add(channel, "itunes:image", href=picture)
    _add(channel, "itunes:explicit", "false")
    _add(channel, "itunes:type", "serial")
    # The name of a podcast is made from its address without scheme.
    _add(channel, "podcast:guid", str(uuid.uuid5(_PODCASTS, address.partition("://")[2])))
    _add(channel, "podcast:medium", "audiobook")
    _add(channel, "podcast:license", imprint.licence, url=imprint.licence_url)


def _list_about(guide: Guide) -> Iterator[str]:
    """What the guide is, and that nobody has reviewed it, where that is so."""
    yield _join(guide.description.text)
    for block in guide.sections[0].blocks:
        if block.kind == "notice" and block.variety in ("draft", "untranslated"):
            yield _join(block.text)


def _describe_item(item: Element, section: Section, track: Track, lang: str, folder: str) -> None:
    paragraphs = (_join(block.text) for block in section.leaves() if block.kind == "paragraph")
    title, number = _join(section.title), str(track.number)
    _add(item, "title", title)
    _describe(item, next(paragraphs, title))
    length = str(track.path.stat().st_size)
    address = f"{folder}audio/{quote(track.file_name)}"
    _add(item, "enclosure", url=address, length=length, type="audio/mpeg")
    _add(item, "itunes:duration", str(round(track.seconds)))
    _add(item, "itunes:episode", number)
    _add(item, "itunes:episodeType", "full")
    _add(item, "itunes:explicit", "false")
    _add(item, "podcast:episode", number)
    transcript = f"{folder}{quote(name_captions(track, FOLDER))}"
    _add(item, "podcast:transcript", url=transcript, type="text/vtt", language=lang)


def _describe(parent: Element, text: str) -> None:
    """Add a description. Apps read it as HTML: signs such as `<` must be written as there."""
    _add(parent, "description", escape(text, quote=False))


def _add(parent: Element, name: str, content: str = "", /, **attributes: str) -> Element:
    """Add an element, without empty attributes; its prefix is one of those above."""
    prefix, _, local = name.rpartition(":")
    tag = f"{{{_PREFIXES[prefix]}}}{local}" if prefix else name
    given = {key: value for key, value in attributes.items() if value}
    element = etree.SubElement(parent, tag, given)
    element.text = content or None
    return element


def _join(text: str) -> str:
    return " ".join(text.split())
