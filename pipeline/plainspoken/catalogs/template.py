"""Make the template `locales/guide.pot` and the list of languages, `locales/LINGUAS`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from ..config.project import Project
from ..config.release_date import read_release_date
from ..diagnostics.errors import CatalogError
from ..po.model import Catalog, Entry, Key
from ..po.reader import read_catalog
from .catalog_header import CREATION_DATE
from .extract import Message

_get_content = attrgetter(
    "msgstrs", "msgid_plural", "comments", "extracted", "references", "flags", "workflow",
    "previous_msgid", "previous_msgctxt", "previous_msgid_plural", "obsolete",
)  # fmt: skip
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


def build_template(project: Project, messages: Sequence[Message]) -> Catalog:
    """Make the template of a guide's messages; its date changes only when messages do."""
    path = project.catalogs / "guide.pot"
    try:
        old = read_catalog(path, project.files)
    except CatalogError:  # no person's work: it is made anew
        old = None
    comments = (f"# Messages of: {project.title}", f"# Licence: {project.licence}", "#")
    text = _HEADER.format(project=project, date=_find_date(project, old, messages))
    header = Entry("", (text,), comments=comments, flags=("fuzzy",))
    before = {entry.key: entry for entry in old.entries} if old else {}
    entries = (header, *(message.entry for message in messages))
    return Catalog(
        project.format_path(path), tuple(_keep_lines(entry, before) for entry in entries)
    )


def _keep_lines(entry: Entry, before: Mapping[Key, Entry]) -> Entry:
    old = before.get(entry.key)
    if old is None:
        return entry
    return replace(old, gap=None) if _get_content(old) == _get_content(entry) else entry


def format_linguas(project: Project, *new_languages: str) -> str:
    """Format the languages that have a catalog or will have ("LINGUAS in po/", GNU gettext)."""
    names = {
        locale.posix
        for locale in project.locales
        if locale.lang != project.language and project.locate_catalog(locale.lang).exists()
    }
    return "".join(f"{name}\n" for name in sorted({*names, *new_languages}))


def _find_date(project: Project, old: Catalog | None, messages: Sequence[Message]) -> str:
    """Keep the old template's date if it has the same messages, else take that of publication."""
    keys = [message.key for message in messages]
    date = old.header_fields.get(CREATION_DATE) if old else None
    if old and date and [entry.key for entry in old.iter_messages()] == keys:
        return date
    moment = read_release_date() or datetime.datetime.combine(project.published, datetime.time())
    return f"{moment:%Y-%m-%d %H:%M}+0000"
