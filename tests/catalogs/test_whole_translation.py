"""All of a guide in another language, with translations that lack, that are fuzzy, and bad ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.approval import Approve
from tests.rich_guide.fixtures import describe_guide

from plainspoken.catalogs.critical import find_critical_parts, report_open, report_unreviewed
from plainspoken.catalogs.extract import extract_messages
from plainspoken.catalogs.sync import add_locale, read_catalogs
from plainspoken.catalogs.translate import translate_guide
from plainspoken.config.project import Project, load_project
from plainspoken.diagnostics.errors import CatalogError
from plainspoken.parsing import parse
from plainspoken.po.model import Catalog

BAD = [
    "[a][none] {none} <b>x</b>", "[a](http://a.org) ![a](a.png) [a", "` * ** _a *b", "<!-- x -->",
    "\\",
    "[]", "**", "   ", "word " * 1001, "Word. " * 20_001, "[a][more]{hot}", "{warm} {shop} {frost}",
    "# a\n\n- b",
]  # fmt: skip


@pytest.fixture
def project(rich_guide: Path) -> Project:
    """A guide with everything, and an empty German catalog."""
    project = load_project(rich_guide)
    add_locale(project, parse(project), "de")
    return load_project(rich_guide)


def fill(catalog: Catalog, every: int) -> Catalog:
    """A catalog with translations, but each so-many-th is fuzzy and the next one lacks."""
    entries = [catalog.header]
    for number, entry in enumerate(catalog.entries[1:]):
        text = "" if number % every == 1 else f"Ö {entry.msgid}. Ü!"
        flags = ("fuzzy",) if number % every == 2 else ()
        entries.append(replace(entry, msgstrs=(text,), flags=flags, raw="", line=10 + number))
    return replace(catalog, entries=tuple(entries))


@pytest.mark.parametrize("every", ["2", "3", "5", "1000"])
def test_partly(project: Project, every: str, approve: Approve) -> None:
    guide = parse(project)
    catalog = fill(read_catalogs(project, ["de"])["de"], int(every))
    translated = translate_guide(guide, catalog, project.find_locale("de"))
    critical = find_critical_parts(guide, extract_messages(guide))
    lines = [describe_guide(translated), "", *sorted(critical.blocks)]
    lines += [str(finding) for finding in report_open(critical, catalog, "de")]
    approve("\n".join([*lines, *map(str, report_unreviewed(critical))]))


def test_bad(project: Project, approve: Approve) -> None:
    guide = parse(project)
    catalog = fill(read_catalogs(project, ["de"])["de"], 1000)
    told = []
    for number in range(0, len(BAD), 5):
        entries = [
            replace(entry, msgstrs=(BAD[(place + number) % len(BAD)],)) if place else entry
            for place, entry in enumerate(catalog.entries)
        ]
        try:
            translate_guide(
                guide, replace(catalog, entries=tuple(entries)), project.find_locale("de")
            )
        except CatalogError as error:
            told += [f"== {number}", *(str(finding)[:400] for finding in error.findings)]
    approve("\n".join(told))
