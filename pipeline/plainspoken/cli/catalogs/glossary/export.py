"""`plainspoken catalogs glossary export`: the glossary as TBX or CSV, for terminologists."""

from __future__ import annotations

import argparse

from ...options import OUTPUT, add_folder, option
from . import open_glossary

EXAMPLE = "plainspoken catalogs glossary export --format tbx -o terms.tbx"
OPTIONS = (
    option(
        "--format", choices=("tbx", "csv"), required=True,
        help="tbx for terminology programs, csv for spreadsheets",
    ),
    OUTPUT,
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ....atomic_write import write_files
    from ....catalogs.exchange.concepts import export_concepts
    from ....catalogs.exchange.glossary_csv import write_glossary_csv
    from ....catalogs.exchange.tbx import write_tbx
    from ....catalogs.sync import list_target_langs

    project, glossary = open_glossary(args.folder)
    concepts = export_concepts(glossary)
    if args.format == "tbx":
        raw = write_tbx(concepts, project.language, project.title)
    else:
        raw = write_glossary_csv(concepts, list_target_langs(project))
    write_files({args.file: raw}, project.root)
    print(f"Wrote {args.file}: {len(concepts)} terms.")
    return 0
