"""`plainspoken catalogs glossary import`: bring words of terminologists into the glossary."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ....diagnostics.report import find_kind, limit_kinds
from ....diagnostics.visible_text import shorten, show_hidden
from ...options import add_folder, option
from .._common import lock_catalogs, read_import
from . import open_glossary

if TYPE_CHECKING:
    from ....parsing.glossary import LocalTerm

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
    for line in limit_kinds(result.skipped, find_kind, lambda found: f"{found.level}: {found}"):
        print(line)
    for line in limit_kinds(result.changed, lambda term: term.lang, _format_term):
        print(line)
    print(f"Terms changed: {len(result.changed)}. Not taken: {len(result.skipped)}.")
    return 1 if result.skipped else 0


def _format_term(term: LocalTerm) -> str:
    return show_hidden(f"{term.lang}: {shorten(term.term)} → {shorten(term.approved)}")
