"""`plainspoken catalogs import`: bring an agency's XLIFF or CSV back into its catalog."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ...diagnostics.report import find_kind, limit_kinds
from ..options import add_folder, option
from ._common import lock_catalogs, read_import

if TYPE_CHECKING:
    from ...catalogs.exchange.import_units import UnitImport

EXAMPLE = "plainspoken catalogs import es guide.es.xlf"
OPTIONS = (
    option("locale", metavar="LOCALE", help="the language of the translations"),
    option(
        "file", metavar="FILE", type=Path, help="a .xlf, .xliff or .csv file, as `export` wrote it"
    ),
    add_folder,
)


@lock_catalogs
def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.exchange.csv_format import read_csv
    from ...catalogs.exchange.import_units import import_units
    from ...catalogs.exchange.xliff import read_xliff
    from ...catalogs.sync import read_catalogs
    from ...config.project import load_project
    from ...po.writer import format_catalog

    project = load_project(args.folder)
    ((lang, catalog),) = read_catalogs(project, [args.locale]).items()
    raw, file = read_import(args.file, project)
    if args.file.suffix.lower() == ".csv":
        units = read_csv(raw, file)
    else:
        units = read_xliff(raw, file, project.language, lang)
    result = import_units(catalog, units, file)
    project.files.write({project.locate_catalog(lang): format_catalog(result.catalog)})
    _report(result, lang)
    return 1 if result.skipped else 0


def _report(result: UnitImport, lang: str) -> None:
    for line in limit_kinds(result.skipped, find_kind, lambda found: f"{found.level}: {found}"):
        print(line)
    print(f"Translations changed: {result.changed}. Not taken: {len(result.skipped)}.")
    if result.fuzzy:
        print(f"{result.fuzzy} of them fuzzy: their file calls them `initial`. Whoever reads them "
              "removes the mark.")  # fmt: skip
    if result.kept:
        print(f"Left as they are here: {result.kept}. They came back as they were sent, and were "
              "changed here meanwhile.")  # fmt: skip
    if result.changed:
        print(f"Now run: plainspoken catalogs check {lang}")
