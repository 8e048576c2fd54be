"""Messages go in; the template `locales/guide.pot` and the list `locales/LINGUAS` come out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from ..config.project import Project
from ..config.release_date import read_release_date
from ..diagnostics.errors import CatalogError
from ..po.model import Catalog, Entry, Key
from ..po.reader import read_catalog
from .extract import Message

CREATION_DATE = "POT-Creation-Date"
_CONTENT = attrgetter(
    "msgstrs", "msgid_plural", "comments", "extracted", "references", "flags", "workflow",
    "previous_msgid", "previous_msgctxt", "previous_msgid_plural", "obsolete",
)  # fmt: skip
"""All of an entry but its key and how it stands in the file."""
_HEADER = """\
Project-Id-Version: {project.id} {project.version}
Report-Msgid-Bugs-To: \n\
POT-Creation-Date: {date}
PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE
Last-Translator: FULL NAME <EMAIL@ADDRESS>
Language-Team: LANGUAGE <LL@li.org>
Language: \n\
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8
Content-Transfer-Encoding: 8bit
"""


def get_template_path(project: Project) -> Path:
    """Where the template stands."""
    return project.catalogs / "guide.pot"


def build_template(project: Project, messages: Sequence[Message]) -> Catalog:
    """The template of a guide's messages; its date moves only when messages move."""
    path = get_template_path(project)
    old = _old(project, path)
    comments = (
        f"# Messages of: {project.title}",
        f"# Licence: {project.licence}",
        "#",
    )
    header = Entry(
        "",
        (_HEADER.format(project=project, date=_date(project, old, messages)),),
        comments=comments,
        flags=("fuzzy",),
    )
    before = {entry.key: entry for entry in old.entries} if old else {}
    entries = (header, *(message.entry() for message in messages))
    return Catalog(project.shown(path), tuple(_as_it_was(each, before) for each in entries))


def _old(project: Project, path: Path) -> Catalog | None:
    """The template as it stands; nothing where it has faults: it is not a person's work."""
    try:
        return read_catalog(path, project.shown(path))
    except CatalogError:
        return None


def _as_it_was(entry: Entry, before: Mapping[Key, Entry]) -> Entry:
    """The entry with the lines that it has in the template already, where it is the same."""
    old = before.get(entry.key)
    if old is None:
        return entry
    return replace(old, gap=None) if _CONTENT(old) == _CONTENT(entry) else entry


def get_linguas_path(project: Project) -> Path:
    """Where the list of translated languages stands."""
    return project.catalogs / "LINGUAS"


def format_linguas(project: Project, *more: str) -> str:
    """The translated languages, one a line, in order; `more` are about to be."""
    names = {
        each.posix
        for each in project.locales
        if each.lang != project.language and project.po(each.lang).exists()
    }
    return "".join(f"{name}\n" for name in sorted({*names, *more}))


def _date(project: Project, old: Catalog | None, messages: Sequence[Message]) -> str:
    """The template's date: as it was, or where messages moved, that of publication."""
    if old and [entry.key for entry in old.iter_messages()] == [each.key for each in messages]:
        return old.header_fields.get(CREATION_DATE) or _today(project)
    return _today(project)


def _today(project: Project) -> str:
    moment = read_release_date() or datetime.datetime.combine(project.published, datetime.time())
    return f"{moment:%Y-%m-%d %H:%M}+0000"
