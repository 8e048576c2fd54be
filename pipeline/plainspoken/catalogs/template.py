"""Messages go in; the template `locales/guide.pot` and the list `locales/LINGUAS` come out."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from pathlib import Path

from ..errors import CatalogError
from ..project import Project
from .entries import Catalog, Entry
from .messages import Message
from .reading import read_catalog

DATE = "POT-Creation-Date"
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


def template_path(project: Project) -> Path:
    """Where the template stands."""
    return project.catalogs / "guide.pot"


def template(project: Project, messages: Sequence[Message]) -> Catalog:
    """The template of a guide's messages; its date moves only when messages move."""
    path = template_path(project)
    comments = (
        f"# Messages of: {project.title}",
        f"# Licence: {project.licence}",
        "#",
    )
    header = Entry(
        "",
        (_HEADER.format(project=project, date=_date(project, messages)),),
        comments=comments,
        flags=("fuzzy",),
    )
    entries = (header, *(message.entry() for message in messages))
    return Catalog(project.shown(path), entries)


def linguas_path(project: Project) -> Path:
    """Where the list of translated languages stands."""
    return project.catalogs / "LINGUAS"


def linguas(project: Project, *more: str) -> str:
    """The translated languages, one a line, in order; `more` are about to be."""
    names = {
        each.posix
        for each in project.locales
        if each.lang != project.language and project.po(each.lang).exists()
    }
    return "".join(f"{name}\n" for name in sorted({*names, *more}))


def _date(project: Project, messages: Sequence[Message]) -> str:
    """The template's date: as it was, or where messages moved, that of publication."""
    path = template_path(project)
    try:
        old = read_catalog(path, project.shown(path))
    except CatalogError:
        old = None  # it is made anew: what stands there is not a person's work
    if old and [entry.key for entry in old.messages()] == [each.key for each in messages]:
        return old.fields.get(DATE) or _today(project)
    return _today(project)


def _today(project: Project) -> str:
    moment = datetime.datetime.combine(project.published, datetime.time())
    if (epoch := os.environ.get("SOURCE_DATE_EPOCH", "")).isdigit():
        moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    return f"{moment:%Y-%m-%d %H:%M}+0000"
