"""A finished EPUB goes in; what is wrong with it comes out: what validators do not see.

EPUBCheck and Ace pass clips past the end of the sound, overlays out of order, unspoken text,
an active class without a rule, claims without proof.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from ...diagnostics.finding import Finding
from ...guide import Guide

_NS = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "s": "http://www.w3.org/ns/SMIL",
}
_FOLDER = "EPUB/"
_CURE = "This is a fault of the program: please report it with the guide."


def verify(path: Path, guide: Guide, seconds: Mapping[str, float]) -> list[Finding]:
    """Everything wrong with an edition of `guide`; `seconds` is the length of each sound file."""
    with zipfile.ZipFile(path) as archive:
        files = {
            name.removeprefix(_FOLDER): archive.read(name)
            for name in archive.namelist()
            if name.endswith((".xhtml", ".smil", ".opf", ".css"))
        }
        names = {name.removeprefix(_FOLDER) for name in archive.namelist()}
    pages = {name: etree.fromstring(each) for name, each in files.items() if name.endswith("xhtml")}
    said = [
        (f"{section.id}.xhtml", each) for section in guide.sections for each in section.sentences()
    ]
    errors = [
        *_page_faults(pages, names),
        *_overlay_faults(files, seconds, [f"{file}#{each.id}" for file, each in said]),
        *_text_faults(pages, guide),
    ]
    return [Finding(path.name, 0, error, _CURE) for error in errors]


def _page_faults(pages: Mapping[str, Element], names: set[str]) -> Iterator[str]:
    ids = {name: _values(page, "id") for name, page in pages.items()}
    for name, page in pages.items():
        languages = page.get("lang"), page.get("{http://www.w3.org/XML/1998/namespace}lang")
        if not page.get("lang") or languages[0] != languages[1] or not page.get("dir"):
            yield f"{name} does not say its language and direction"
        if len(set(ids[name])) != len(ids[name]):
            yield f"{name} has an id twice"
        for picture in page.iterfind(".//h:img", _NS):
            if not picture.get("alt", "").strip():
                yield f"{name} has an image without alternative text"
        level = 0
        for heading in page.iter(*(f"{{{_NS['h']}}}h{number}" for number in range(1, 7))):
            now = int(heading.tag[-1])
            if now > level + 1:
                yield f"{name} skips from heading level {level} to {now}"
            level = now
        for address in _values(page, "href") + _values(page, "src"):
            if ":" in address:
                continue
            to, _, fragment = address.partition("#")
            to = posixpath.normpath(posixpath.join(posixpath.dirname(name), to)) if to else name
            if to not in names or (fragment and fragment not in ids.get(to, ())):
                yield f"{name} links to {address}, which is not there"


def _overlay_faults(
    files: Mapping[str, bytes],
    seconds: Mapping[str, float],
    said: list[str],
) -> Iterator[str]:
    package = etree.fromstring(files["content.opf"])
    claims = {str(each.text) for each in package.iterfind(".//{*}meta")}
    heard: list[str] = []
    spine = [item.get("idref") for item in package.iterfind(".//{*}itemref")]
    items = {item.get("id"): item for item in package.iterfind(".//{*}item")}
    for item in (items[each] for each in spine):
        overlay = items.get(item.get("media-overlay"))
        if overlay is not None:
            smil = etree.fromstring(files[str(overlay.get("href"))])
            heard += [str(each.get("src")) for each in smil.iterfind(".//s:text", _NS)]
            yield from _clip_faults(str(overlay.get("href")), smil, seconds)
    if heard and heard != said:
        lost = next((each for each in said if each not in set(heard)), "the order")
        yield f"what is heard is not what is written: see {lost}"
    if not heard and {"auditory", "synchronizedAudioText"} & claims:
        yield "it claims sound that it does not have"
    active = next(
        (str(each.text) for each in package.iterfind(".//{*}meta[@property='media:active-class']")),
        "",
    )
    if heard and f".{active} {{" not in files["style.css"].decode():
        yield f"its style sheet has no rule for the active class {active!r}"
    if spine and items[spine[0]].get("media-overlay"):
        yield "its first document is narrated"


def _clip_faults(name: str, smil: Element, seconds: Mapping[str, float]) -> Iterator[str]:
    at = 0.0
    audio = ""
    for clip in smil.iterfind(".//s:audio", _NS):
        audio = str(clip.get("src"))
        begin, end = (float(str(clip.get(each)).rstrip("s")) for each in ("clipBegin", "clipEnd"))
        if begin < at or end <= begin:
            yield f"{name} has a clip at {begin} s that does not follow the one before"
        at = end
    if at > seconds.get(audio, 0) + 0.0005:
        yield f"{name} has a clip past the end of {audio}"


def _text_faults(pages: Mapping[str, Element], guide: Guide) -> Iterator[str]:
    for section in guide.sections:
        page = pages[f"{section.id}.xhtml"]
        elements = {each.get("id"): each for each in page.iterfind(".//h:span[@id]", _NS)}
        for sentence in section.sentences():
            element = elements.get(sentence.id)
            if element is None or _text(element) != sentence.text:
                yield f"{section.id}.xhtml does not hold the sentence “{sentence.text}”"


def _text(element: Element) -> str:
    """The words of an element; an image gives its alternative text, a line break a line's end."""
    name = etree.QName(element).localname
    own = element.get("alt", "") if name == "img" else "\n" if name == "br" else element.text or ""
    return own + "".join(_text(child) + (child.tail or "") for child in element)


def _values(page: Element, attribute: str) -> list[str]:
    """All values of an attribute, in order."""
    return [str(each.get(attribute)) for each in page.iterfind(f".//*[@{attribute}]")]
