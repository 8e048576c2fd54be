"""A guide and its narration go in; an EPUB 3.3 with media overlays comes out."""

from __future__ import annotations

import datetime
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...config.project import LocaleSettings, Project
from ...config.release_date import read_release_date
from ...diagnostics.errors import OutputError
from ...guide import Guide
from ...languages import load
from ...narration import Narration, Track
from .. import accessibility, cover, images
from ..base import Artifact
from . import content_documents, media_overlays, nav
from .self_check import verify

if TYPE_CHECKING:
    from ebooklib import epub

_STYLE = Path(__file__).with_name("style.css")
_ACTIVE = "-epub-media-overlay-active"


def build(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings, out: Path
) -> tuple[Artifact, ...]:
    """Write `<guide>.<language>.epub` below `out`.

    Raises:
        OutputError: the edition would not be right; nothing was written.
    """
    from .package import write

    path = out / f"{project.id}.{locale.lang}.epub"
    book = _book(guide, narration, project, locale)
    _add_documents(book, guide, project, draft=project.is_draft(locale))
    if narration.tracks:
        _add_overlays(book, guide, narration)
    for name, media_type, content in images.pictures(guide, project):
        _add(book, name, media_type, content)
    path.parent.mkdir(parents=True, exist_ok=True)
    unproven = path.with_name(path.name + ".new")
    try:
        write(book, unproven, _modified(project))
        lengths = {_audio(track): track.seconds for track in narration.tracks}
        errors = verify(unproven, guide, lengths)
        if errors:
            raise OutputError(errors)
        unproven.replace(path)
    finally:
        unproven.unlink(missing_ok=True)
    return (Artifact(path.name, "application/epub+zip"),)


def identifier(project: Project, lang: str) -> str:
    """The identifier of a work in a language: the same in every release."""
    name = f"urn:plainspoken:{project.publisher}:{project.id}:{lang}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def _modified(project: Project) -> datetime.datetime:
    published = datetime.datetime.combine(project.published, datetime.time(), datetime.UTC)
    return read_release_date() or published


def _book(
    guide: Guide, narration: Narration, project: Project, locale: LocaleSettings
) -> epub.EpubBook:
    from ebooklib import epub

    book = epub.EpubBook()
    book.set_identifier(identifier(project, guide.lang))
    book.set_language(guide.lang)
    book.set_direction(load(guide.lang).direction)
    _text(book, "title", guide.title.text, "title", guide.title.lang)
    people = [(name, "creator", "aut") for name in project.authors]
    if guide.lang != guide.source_lang:
        people += [(name, "contributor", "trl") for name in locale.translators]
    for number, (name, kind, role) in enumerate(people, 1):
        _text(book, kind, name, f"person-{number}")
        _meta(book, "role", role, refines=f"#person-{number}", scheme="marc:relators")
    _text(book, "publisher", project.publisher)
    _text(book, "date", project.published.isoformat())
    _text(book, "description", guide.description.text, "description", guide.description.lang)
    for number, subject in enumerate(guide.subjects, 1):
        _text(book, "subject", subject.text, f"subject-{number}", subject.lang)
    _text(book, "rights", " ".join(filter(None, (project.licence, project.licence_url))))
    if guide.lang != guide.source_lang:
        _text(book, "source", identifier(project, guide.source_lang))
    proof = accessibility.prove(guide, narration)
    for name, value in accessibility.metadata(guide, proof):
        _meta(book, name, value)
    if narration.tracks:
        words = load(guide.lang).words["narrator-short"]
        _meta(book, "media:narrator", words.format(voice=", ".join(narration.voices)))
        _meta(book, "media:active-class", _ACTIVE)
        total = sum(track.samples for track in narration.tracks)
        _meta(book, "media:duration", media_overlays.clock(total))
    return book


def _add_documents(book: epub.EpubBook, guide: Guide, project: Project, draft: bool) -> None:
    picture = cover.cover_picture(guide, project.publisher, draft)
    _add(book, "cover.svg", "image/svg+xml", picture, properties=["cover-image"])
    _add(book, "style.css", "text/css", _STYLE.read_bytes())
    pages = {"cover.xhtml": cover.cover_page(guide)}
    where = content_documents.places(guide)
    for section in guide.sections:
        pages[f"{section.id}.xhtml"] = content_documents.render(guide, section, where)
    for name, content in pages.items():
        _add(book, name, "application/xhtml+xml", content)
    _add(book, "nav.xhtml", "application/xhtml+xml", nav.navigation(guide), ["nav"])
    # A reader's bug: the first document of the spine is never highlighted. The cover is silent.
    book.spine = [_id(name) for name in pages]


def _add_overlays(book: epub.EpubBook, guide: Guide, narration: Narration) -> None:
    for section, track in zip(guide.sections, narration.tracks, strict=True):
        audio = _audio(track)
        smil = f"{section.id}.smil"
        content = media_overlays.overlay(section, track, audio)
        _add(book, smil, "application/smil+xml", content)
        _add(book, audio, "audio/mpeg", track.path.read_bytes())
        book.get_item_with_id(_id(f"{section.id}.xhtml")).media_overlay = _id(smil)
        _meta(book, "media:duration", media_overlays.clock(track.samples), refines=f"#{_id(smil)}")


def _audio(track: Track) -> str:
    return f"audio/{track.file_name}"


def _id(name: str) -> str:
    """The id of a file in the manifest."""
    return "file-" + name.replace("/", "-")


def _add(
    book: epub.EpubBook,
    name: str,
    media_type: str,
    content: bytes,
    properties: list[str] | None = None,
) -> None:
    from ebooklib import epub

    item = epub.EpubItem(_id(name), name, media_type, content)
    item.properties = properties or []
    item.media_overlay = None
    item.media_duration = None
    book.items.append(item)


def _text(book: epub.EpubBook, name: str, text: str, id: str = "", lang: str = "") -> None:
    """A Dublin Core element; its language, if it is not the book's own."""
    attributes: dict[str, Any] = {"id": id} if id else {}
    if lang:
        attributes["{http://www.w3.org/XML/1998/namespace}lang"] = lang
        attributes["dir"] = load(lang).direction
    book.add_metadata("DC", name, text, attributes)


def _meta(book: epub.EpubBook, name: str, value: str, **attributes: str) -> None:
    book.add_metadata(None, "meta", value, {"property": name, **attributes})


EPUB = build
"""For installations of an earlier state of this development; goes soon."""
