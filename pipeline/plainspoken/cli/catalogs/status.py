"""`plainspoken catalogs status`: how far each translation is."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import options
from ._common import add_locales, open_guide

if TYPE_CHECKING:
    from ...catalogs.status import CatalogStatus, MessageCounts
    from ...config.project import Project

_WIDTH = 120
"""Columns at most: a table is as wide as it must be, whatever the window."""
_NONE = "There is no translation yet. Begin one with `plainspoken catalogs add es`."

EXAMPLE = "plainspoken catalogs status es --sections"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    add_locales(parser)
    parser.add_argument("--sections", action="store_true", help="tell it for each section too")
    parser.add_argument(
        "--badge", metavar="FILE", type=Path, help="write a small picture that says it, as SVG"
    )
    options.add_json(parser)
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.status import measure_status
    from ...catalogs.sync import read_catalogs
    from ...catalogs.termbase import read_terms, to_renderings

    project, guide = open_guide(args)
    read = read_catalogs(project, args.locales)
    found = [
        measure_status(
            guide, each, project.find_locale(lang), to_renderings(read_terms(project, lang))
        )
        for lang, each in read.items()
    ]
    if args.badge:
        _write_badge(args.badge, found, project)
    if args.json:
        print(json.dumps({"locales": [_table(each) for each in found]}, ensure_ascii=False))
    elif not args.badge or args.sections:
        print_status(found)
        for each in found if args.sections else ():
            _show_sections(each)
        _explain(found)
    return 0


def print_status(found: Sequence[CatalogStatus]) -> None:
    """Print a table, a language a line."""
    if not found:
        print(_NONE)
        return
    _print_table("Language", [(each.locale, each.whole) for each in found])


def _show_sections(status: CatalogStatus) -> None:
    print(f"{status.locale}, by section:")
    _print_table("Section", status.sections)


def _print_table(first: str, rows: Sequence[tuple[str, MessageCounts]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=0)
    table.add_column(first, no_wrap=True)
    for heading, _ in _cells(rows[0][1]):
        table.add_column(heading, justify="right", min_width=6)
    for name, counts in rows:
        table.add_row(name, *(cell for _, cell in _cells(counts)))
    Console(width=_WIDTH, markup=False, emoji=False).print(table)


def _cells(counts: MessageCounts) -> Iterator[tuple[str, str]]:
    """Heading and cell of each column: fewer where no checks were made."""
    yield "Translated", f"{counts.translated} of {counts.messages}"
    yield "Fuzzy", str(counts.fuzzy)
    if counts.checked is None:
        yield "Untranslated", str(counts.untranslated)
        yield "Words\ndone", f"{counts.percent} %"
        return
    yield "Without\nerrors", str(counts.checked)
    yield "Second\ntranslator", str(counts.reviewed["second translator"])
    yield "Clinician", str(counts.reviewed["clinician"])
    yield "Critical\nopen", f"{counts.critical_open} of {counts.critical}"
    yield "Words\nleft", str(counts.words_left)


def _explain(found: Sequence[CatalogStatus]) -> None:
    """Say what to do next."""
    for each in found:
        if void := each.whole.void:
            what = "1 review is void" if void == 1 else f"{void} reviews are void"
            print(f"{each.locale}: {what}: the text or the translation has changed since. "
                  "Read and sign again.")  # fmt: skip
    if any(each.whole.critical_open for each in found):
        print("Critical are doses, warnings and telephone numbers. While one is open, the edition "
              "is a draft.\nSee which: plainspoken catalogs review LOCALE --list")  # fmt: skip


def _table(status: CatalogStatus) -> dict[str, object]:
    sections = [{"id": name, **counts.to_json()} for name, counts in status.sections]
    return {
        "locale": status.locale, **status.whole.to_json(), "obsolete": status.obsolete,
        "sections": sections,
    }  # fmt: skip


def _write_badge(path: Path, found: Sequence[CatalogStatus], project: Project) -> None:
    from ...atomic_write import save
    from ...catalogs.badge import render_badge

    save({path: render_badge(found)}, project.root)
    print(f"Wrote {path}.")
