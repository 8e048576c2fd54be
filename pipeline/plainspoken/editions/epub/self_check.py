"""Check a finished EPUB for what EPUBCheck and Ace pass: clips past the end of the sound, overlays
out of order, unspoken text, an active class without a rule, and claims without proof.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from ...diagnostics.errors import REPORT_FAULT
from ...diagnostics.finding import Finding
from ...guide import Guide
from ..xml_elements import XML_LANG
from .links import LANGUAGE_NOTE

_FOLDER = "EPUB/"


def check_epub(path: Path, guide: Guide, seconds: Mapping[str, float]) -> list[Finding]:
    """The errors of an edition of `guide`; `seconds` is the length of each sound file."""
    with zipfile.ZipFile(path) as archive:
        names = {name.removeprefix(_FOLDER) for name in archive.namelist()}
        parts = [name for name in archive.namelist() if not name.endswith(".mp3")]
        files = {name.removeprefix(_FOLDER): archive.read(name) for name in parts}
    documents = [name for name in files if name.endswith(".xhtml")]
    pages = {name: etree.fromstring(files[name]) for name in documents}
    written = [
        f"{section.id}.xhtml#{sentence.id}"
        for section in guide.sections
        for sentence in section.sentences()
    ]
    messages = [
        *_check_pages(pages, names),
        *_check_overlays(files, seconds, written),
        *_check_text(pages, guide),
    ]
    return [Finding(path.name, 0, message, REPORT_FAULT) for message in messages]


def _check_pages(pages: Mapping[str, Element], names: set[str]) -> Iterator[str]:
    ids = {name: _list_values(page, "id") for name, page in pages.items()}
    for name, page in pages.items():
        lang = page.get("lang")
        if not lang or lang != page.get(XML_LANG) or not page.get("dir"):
            yield f"{name} does not say its language and direction"
        if len(set(ids[name])) != len(ids[name]):
            yield f"{name} has an id twice"
        for image in page.iterfind(".//{*}img"):
            if not image.get("alt", "").strip():
                yield f"{name} has an image without alternative text"
        yield from _check_headings(name, page)
        yield from _check_links(name, page, names, ids)


def _check_headings(name: str, page: Element) -> Iterator[str]:
    last = 0
    for heading in page.iter(*(f"{{*}}h{number}" for number in range(1, 7))):
        level = int(heading.tag[-1])
        if level > last + 1:
            yield f"{name} skips from heading level {last} to {level}"
        last = level


def _check_links(
    name: str, page: Element, names: set[str], ids: Mapping[str, list[str]]
) -> Iterator[str]:
    for address in _list_values(page, "href") + _list_values(page, "src"):
        if ":" in address:
            continue
        path, _, fragment = address.partition("#")
        target = path or name  # all documents stand in one folder
        if target not in names or (fragment and fragment not in ids.get(target, ())):
            yield f"{name} links to {address}, which is not there"


def _check_overlays(
    files: Mapping[str, bytes], seconds: Mapping[str, float], written: list[str]
) -> Iterator[str]:
    package = etree.fromstring(files["content.opf"])
    spoken: list[str] = []
    spine = [item.get("idref") for item in package.iterfind(".//{*}itemref")]
    items = {item.get("id"): item for item in package.iterfind(".//{*}item")}
    for item in (items[idref] for idref in spine):
        overlay = items.get(item.get("media-overlay"))
        if overlay is not None:
            name = str(overlay.get("href"))
            smil = etree.fromstring(files[name])
            spoken += [str(text.get("src")) for text in smil.iterfind(".//{*}text")]
            yield from _check_clips(name, smil, seconds)
    if contents := files.get("nav.smil"):  # not in the spine
        yield from _check_clips("nav.smil", etree.fromstring(contents), seconds)
    if spoken and spoken != written:
        lost = next((address for address in written if address not in set(spoken)), "the order")
        yield f"what is heard is not what is written: see {lost}"
    yield from _check_claims(package, files["style.css"].decode(), bool(spoken))
    if spine and items[spine[0]].get("media-overlay"):
        yield "its first document is narrated"


def _check_claims(package: Element, style: str, is_spoken: bool) -> Iterator[str]:
    claims = {str(meta.text) for meta in package.iterfind(".//{*}meta")}
    if not is_spoken and {"auditory", "synchronizedAudioText"} & claims:
        yield "it claims sound that it does not have"
    active = next(package.iterfind(".//{*}meta[@property='media:active-class']"), None)
    name = "" if active is None else str(active.text)
    if is_spoken and f".{name} {{" not in style:
        yield f"its style sheet has no rule for the active class {name!r}"


def _check_clips(name: str, smil: Element, seconds: Mapping[str, float]) -> Iterator[str]:
    ends: dict[str, float] = {}
    for clip in smil.iterfind(".//{*}audio"):
        audio = str(clip.get("src"))
        begin, end = (float(str(clip.get(key)).rstrip("s")) for key in ("clipBegin", "clipEnd"))
        if begin < ends.get(audio, 0.0) or end <= begin:
            yield f"{name} has a clip at {begin} s that does not follow the one before"
        ends[audio] = end
    for audio, end in ends.items():
        if end > seconds.get(audio, 0) + 0.0005:
            yield f"{name} has a clip past the end of {audio}"


def _check_text(pages: Mapping[str, Element], guide: Guide) -> Iterator[str]:
    for section in guide.sections:
        page = pages[f"{section.id}.xhtml"]
        elements = {span.get("id"): span for span in page.iterfind(".//{*}span[@id]")}
        for sentence in section.sentences():
            element = elements.get(sentence.id)
            if element is None or _read_text(element) != sentence.text:
                yield f"{section.id}.xhtml does not hold the sentence “{sentence.text}”"


def _read_text(element: Element) -> str:
    """The words of an element; an image gives its alternative text, a line break a line's end, and
    what an edition says of a link nothing.
    """
    if element.get("class") == LANGUAGE_NOTE:
        return ""
    name = etree.QName(element).localname
    own = element.get("alt", "") if name == "img" else "\n" if name == "br" else element.text or ""
    return own + "".join(_read_text(child) + (child.tail or "") for child in element)


def _list_values(page: Element, attribute: str) -> list[str]:
    return [str(element.get(attribute)) for element in page.iterfind(f".//*[@{attribute}]")]
