"""What several commands share: open the guide, read a file, report changes, print a status."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

from ..options import option
from ..table import print_table

if TYPE_CHECKING:
    from ...catalogs.status import CatalogStatus, MessageCounts
    from ...config.project import Project
    from ...guide import Guide

LOCALES = option("locales", metavar="LOCALE", nargs="*", help="only these languages")


def open_guide(args: argparse.Namespace) -> tuple[Project, Guide]:
    """Read the project in `args.folder`, and its guide. Raises PlainspokenError."""
    from ...config.project import load_project
    from ...parsing import parse

    project = load_project(args.folder)
    return project, parse(project)


def lock_catalogs(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Run a command with nobody else changing the guide's translations from before it reads them
    until it has written. Raises PlainspokenError.
    """

    @wraps(run)
    def run_alone(args: argparse.Namespace) -> int:
        from ...config.project import load_project
        from ...locks import CATALOGS, hold_lock

        project = load_project(args.folder)
        with hold_lock(CATALOGS, project.cache, project.root):
            return run(args)

    return run_alone


def read_import(path: Path, project: Project) -> tuple[bytes, str]:
    """Read a file that a person names; give its path as they know it. Raises CatalogError."""
    from ...diagnostics.errors import CatalogError
    from ...diagnostics.finding import Finding
    from ...input_files import IMPORT, read_file

    file = project.format_path(path.absolute()) if path.is_absolute() else path.as_posix()
    raw = read_file(path, file, IMPORT)
    if isinstance(raw, Finding):
        raise CatalogError([raw])
    return raw, file


def report_written(project: Project, changed: Sequence[Path]) -> None:
    """Print which files were written."""
    for path in changed:
        print(f"Wrote {project.format_path(path)}.")
    if not changed:
        print("Nothing has changed.")


def print_status(statuses: Sequence[CatalogStatus], with_sections: bool = False) -> None:
    """Print a table, a language a line, and one for each language, a section a line."""
    if not statuses:
        print("There is no translation yet. Begin one with `plainspoken catalogs add es`.")
        return
    _print_counts("Language", [(status.locale, status.whole) for status in statuses])
    for status in statuses if with_sections else ():
        print(f"{status.locale}, by section:")
        _print_counts("Section", status.sections)


def _print_counts(first_heading: str, rows: Sequence[tuple[str, MessageCounts]]) -> None:
    headings = [first_heading, *(heading for heading, _ in _iter_cells(rows[0][1]))]
    cells = ([name, *(cell for _, cell in _iter_cells(counts))] for name, counts in rows)
    print_table(headings, cells, has_numbers=True)


def _iter_cells(counts: MessageCounts) -> Iterator[tuple[str, str]]:
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
