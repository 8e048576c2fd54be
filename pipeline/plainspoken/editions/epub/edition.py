"""Write EPUB 3.3: package (§5; EPUB Accessibility 1.1 §2), overlays (§9), and a container (§4)
whose bytes depend on these alone. ebooklib parses chapters again, reads the clock and leaves out
what is required, so it is handed finished bytes, and what it writes wrongly is corrected.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path
from typing import Any

from ebooklib import epub

from ...config.addresses import normalize_address
from ...config.project import LocaleSettings, Project
from ...config.release_date import find_modified
from ...diagnostics.errors import OutputError
from ...front_matter import describe_signed, describe_version, name_narrator
from ...guide import Block, Guide
from ...languages import load
from ...narration import Narration
from .. import accessibility, images
from ..base import Artifact
from ..cover import Cover, make_cover
from ..identifier import make_identifier
from ..people import Person, list_people
from ..xml_elements import XML_LANG
from . import content_documents, media_overlays, nav
from .link_targets import find_link_targets
from .self_check import check_epub

_STYLE = Path(__file__).with_name("style.css")
_ACTIVE = "-epub-media-overlay-active"


def build(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `<guide>.<language>.epub` below `out`. Raises OutputError: the edition is not right."""
    path = out / f"{project.id}.{locale.lang}.epub"
    book = _create_book(guide, narration, project, locale)
    cover_name = _add_cover(book, make_cover(guide, narration, project, locale))
    _add_documents(book, guide, cover_name)
    if narration.tracks:
        _add_overlays(book, guide, narration)
    for name, media_type, content in images.read_images(guide, project):
        _add_item(book, name, media_type, content)
    modified = find_modified(project, _hash_content(book))
    writer = _Writer(str(path), book, {"mtime": modified, "package_direction": True})
    writer.process()
    writer.write()
    lengths = {f"audio/{track.file_name}": track.seconds for track in narration.tracks}
    if errors := check_epub(path, guide, lengths):
        raise OutputError(errors)
    return (Artifact(path.name, "application/epub+zip"),)


def _create_book(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings
) -> epub.EpubBook:
    book = epub.EpubBook()
    book.set_identifier(make_identifier(project, guide.lang))
    book.set_language(guide.lang)
    book.set_direction(load(guide.lang).direction)
    _add_block(book, "title", guide.title, "title")
    for number, person in enumerate(list_people(guide, narration, project, locale), 1):
        _add_person(book, person, f"person-{number}")
    _add_dublin_core(book, "publisher", project.publisher)
    _add_dublin_core(book, "date", project.published.isoformat())
    _add_meta(book, "schema:version", project.version)
    _add_meta(book, "schema:bookEdition", describe_version(project, locale))
    _add_block(book, "description", guide.description, "description")
    for number, subject in enumerate(guide.subjects, 1):
        _add_block(book, "subject", subject, f"subject-{number}")
    _add_dublin_core(book, "rights", " ".join(filter(None, (project.licence, project.licence_url))))
    if project.licence_url:
        _add_meta(book, "dcterms:license", normalize_address(project.licence_url))
    if guide.lang != guide.source_lang:
        _add_dublin_core(book, "source", make_identifier(project, guide.source_lang))
    if signed := describe_signed(guide):
        _add_meta(book, "schema:creativeWorkStatus", signed)
    if guide.review.until:
        _add_meta(book, "schema:expires", guide.review.until.isoformat())
    for name, value in accessibility.list_metadata(guide, narration):
        _add_meta(book, name, value)
    if narration.tracks:
        narrator = name_narrator(load(guide.lang), narration.readers, short=True)
        _add_meta(book, "media:narrator", narrator)
        _add_meta(book, "media:active-class", _ACTIVE)
    return book


def _add_cover(book: epub.EpubBook, cover: Cover) -> str:
    """The drawing for the page, and for shelves a JPEG picture: some cannot show SVG. Those made
    before EPUB 3 find it by a `meta` element (EPUB 3.3 §D.1.1). Gives the name for the page.
    """
    if cover.drawing:
        _add_item(book, "cover.svg", "image/svg+xml", cover.drawing)
    if cover.pictures:
        _add_item(book, "cover.jpg", "image/jpeg", cover.pictures.whole)
    image = book.items[-1]
    image.properties = ("cover-image",)
    book.add_metadata("OPF", "meta", "", {"name": "cover", "content": image.id})
    return "cover.svg" if cover.drawing else "cover.jpg"


def _add_documents(book: epub.EpubBook, guide: Guide, cover: str) -> None:
    _add_item(book, "style.css", "text/css", _STYLE.read_bytes())
    pages = {"cover.xhtml": content_documents.render_cover_page(guide, cover)}
    targets = find_link_targets(guide)
    for section in guide.sections:
        pages[f"{section.id}.xhtml"] = content_documents.render_section(guide, section, targets)
    for name, content in pages.items():
        drawn = ["svg"] if b"<svg" in content else []
        _add_item(book, name, "application/xhtml+xml", content, *drawn)
    contents = nav.render_nav(guide)
    properties = ("nav", "svg") if b"<svg" in contents else ("nav",)
    _add_item(book, nav.NAV, "application/xhtml+xml", contents, *properties)
    # Some reading systems never highlight the first document of the spine: the silent cover is it.
    book.spine = [_manifest_id(name) for name in pages]


def _add_overlays(book: epub.EpubBook, guide: Guide, narration: Narration) -> None:
    contents, samples = media_overlays.render_nav_overlay(guide, narration.tracks)
    total = samples + sum(track.samples for track in narration.tracks)
    _add_meta(book, "media:duration", media_overlays.format_clock(total))
    for section, track in zip(guide.sections, narration.tracks, strict=True):
        audio = f"audio/{track.file_name}"
        content = media_overlays.render_overlay(section, track, audio)
        _add_overlay(book, f"{section.id}.xhtml", content, track.samples)
        book.items.append(_SoundItem(_manifest_id(audio), audio, track.path))
    _add_overlay(book, nav.NAV, contents, samples)


def _add_overlay(book: epub.EpubBook, document: str, content: bytes, samples: int) -> None:
    name = document.replace(".xhtml", ".smil")
    _add_item(book, name, "application/smil+xml", content)
    book.get_item_with_id(_manifest_id(document)).media_overlay = _manifest_id(name)
    duration = media_overlays.format_clock(samples)
    _add_meta(book, "media:duration", duration, refines=f"#{_manifest_id(name)}")


def _hash_content(book: epub.EpubBook) -> bytes:
    """SHA-256 of all that an edition holds, but for the time of its last change."""
    whole = hashlib.sha256(repr(book.metadata).encode())
    for item in book.items:
        digest = hashlib.sha256(item.get_content()).hexdigest()
        whole.update(f"\0{item.file_name}\0{digest}".encode())
    return whole.digest()


def _manifest_id(name: str) -> str:
    """The id of a file: its name, with a code for what no id may hold (XML Names §3: NCName), or
    what would make it the id of another.
    """
    plain = name.replace("/", "-", 1)
    return "file-" + re.sub(r"[^A-Za-z0-9.-]", lambda sign: f"_{ord(sign[0]):x}_", plain)


def _add_item(
    book: epub.EpubBook, name: str, media_type: str, content: bytes, *properties: str
) -> None:
    item = epub.EpubItem(_manifest_id(name), name, media_type, content)
    item.properties = properties
    book.items.append(item)


def _add_block(book: epub.EpubBook, name: str, block: Block, id: str) -> None:
    """The words of a block as a Dublin Core element that says its language."""
    direction = load(block.lang).direction
    _add_dublin_core(book, name, block.text, **{"id": id, XML_LANG: block.lang, "dir": direction})


def _add_person(book: epub.EpubBook, person: Person, id: str) -> None:
    _add_dublin_core(book, "creator" if person.is_author else "contributor", person.name, id=id)
    _add_meta(book, "role", person.role, refines=f"#{id}", scheme="marc:relators")
    if person.file_as:
        _add_meta(book, "file-as", person.file_as, refines=f"#{id}")


def _add_dublin_core(book: epub.EpubBook, name: str, text: str, **attributes: str) -> None:
    book.add_metadata("DC", name, text, attributes)


def _add_meta(book: epub.EpubBook, name: str, value: str, **attributes: str) -> None:
    book.add_metadata(None, "meta", value, {"property": name, **attributes})


class _SoundItem(epub.EpubItem):  # type: ignore[misc]
    """Sound that is read when it is written: that of a whole guide may be hundreds of megabytes."""

    def __init__(self, uid: str, file_name: str, path: Path) -> None:
        super().__init__(uid, file_name, "audio/mpeg")
        self.path = path

    def get_content(self, default: object = None) -> bytes:
        del default
        return self.path.read_bytes()


class _FixedZip(zipfile.ZipFile):
    """Entries are stored, not deflated: deflate's bytes differ between builds of zlib."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        entry = zipfile.ZipInfo(str(zinfo_or_arcname), (1980, 1, 1, 0, 0, 0))
        entry.create_system = 3
        entry.external_attr = 0o644 << 16
        super().writestr(entry, data, zipfile.ZIP_STORED)


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    def write(self) -> None:
        with _FixedZip(self.file_name, "w", zipfile.ZIP_STORED) as self.out:
            self.out.writestr("mimetype", "application/epub+zip")
            self._write_container()
            self._write_opf()
            self._write_items()

    def _write_opf_file(self, root: Any) -> None:
        root.set(XML_LANG, self.book.language)
        del root.attrib["prefix"]  # all prefixes that stand here are reserved ones
        spine = root.find("spine")
        del spine.attrib["toc"]  # there is no NCX
        super()._write_opf_file(root)
