"""`plainspoken catalogs glossary import`: bring words of terminologists into the glossary."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...options import add_folder, option
from .._common import lock_catalogs, read_import
from . import open_glossary

EXAMPLE = "plainspoken catalogs glossary import terms.tbx"
OPTIONS = (option("file", metavar="FILE", type=Path, help="a .tbx or .csv file"), add_folder)


@lock_catalogs
def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ....catalogs.exchange.glossary_csv import read_glossary_csv
    from ....catalogs.exchange.import_terms import import_terms
    from ....catalogs.exchange.tbx import read_tbx

    project, glossary = open_glossary(args.folder)
    path = project.source / "glossary.toml"
    kept = project.files.read(path)
    text = kept.decode("utf-8") if isinstance(kept, bytes) else ""
    raw, file = read_import(args.file, project)
    if args.file.suffix.lower() == ".csv":
        concepts = read_glossary_csv(raw, file)
    else:
        concepts = read_tbx(raw, file, project.language)
    result = import_terms(text, glossary, concepts, project, file)
    project.files.write({path: result.text})
    for finding in result.skipped:
        print(f"{finding.level}: {finding}")
    for term in result.changed:
        print(f"{term.lang}: {term.term} → {term.approved}")
    print(f"Terms changed: {len(result.changed)}. Not taken: {len(result.skipped)}.")
    return 1 if result.skipped else 0
