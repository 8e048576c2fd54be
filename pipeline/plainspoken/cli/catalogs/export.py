"""`plainspoken catalogs export`: a catalog as XLIFF or CSV, for an agency."""

from __future__ import annotations

import argparse

from ..options import OUTPUT, add_folder, option
from ._common import open_guide

EXAMPLE = "plainspoken catalogs export es --format xliff -o guide.es.xlf"
OPTIONS = (
    option("locale", metavar="LOCALE", help="the language to export"),
    option(
        "--format", choices=("xliff", "csv"), required=True,
        help="xliff for translators' programs, csv for spreadsheets",
    ),
    OUTPUT,
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...atomic_write import write_files
    from ...catalogs.exchange.csv_format import write_csv
    from ...catalogs.exchange.units import export_units
    from ...catalogs.exchange.xliff import write_xliff
    from ...catalogs.extract import extract_messages
    from ...catalogs.sync import read_catalogs

    project, guide = open_guide(args)
    ((lang, catalog),) = read_catalogs(project, [args.locale]).items()
    units = tuple(export_units(catalog))
    if args.format == "csv":
        raw = write_csv(units)
    else:
        raw = write_xliff(units, project.language, lang, catalog.file)
    write_files({args.file: raw}, project.root)
    unfinished = sum(unit.state in ("untranslated", "fuzzy") for unit in units)
    print(f"Wrote {args.file}: {len(units)} messages, {unfinished} of them to translate.")
    known = {entry.key for entry in catalog.iter_messages()}
    if new := sum(message.key not in known for message in extract_messages(guide)):
        print(f"The guide has moved on: {new} messages are not in it. First run: plainspoken "
              f"catalogs update {lang}")  # fmt: skip
    return 0
