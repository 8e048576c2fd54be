"""`plainspoken lexicon import`: add the words of a PLS file to the guide's lexicon."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...diagnostics.report import find_kind, limit_kinds
from ...diagnostics.visible_text import shorten, show_hidden
from ..catalogs._common import lock_catalogs, read_import
from ..options import add_folder, option

EXAMPLE = "plainspoken lexicon import words.pls"
OPTIONS = (option("file", metavar="FILE", type=Path, help="a .pls file"), add_folder)


@lock_catalogs
def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.lexicon.exchange import import_pls
    from ...audio.lexicon.pls import read_pls
    from ...config.project import load_project
    from ...diagnostics.errors import SourceError
    from ...parsing.tables import read_lexicon

    project = load_project(args.folder)
    lexicon, errors = read_lexicon(project)
    SourceError.raise_if(errors)
    path = project.source / "lexicon.toml"
    kept = project.files.read(path) if project.files.exists(path) else b""
    text = kept.decode("utf-8") if isinstance(kept, bytes) else ""
    raw, file = read_import(args.file, project)
    langs = [locale.lang for locale in project.locales]
    result = import_pls(text, lexicon, read_pls(raw, file), langs, file)
    project.files.write({path: result.text} if result.added else {})
    for line in limit_kinds(result.skipped, find_kind, lambda found: f"{found.level}: {found}"):
        print(line)
    for new in result.added:
        print(show_hidden(f"{shorten(new.word)}: {new.table} {shorten(new.text)}"))
    print(f"Added: {len(result.added)}. Not taken: {len(result.skipped)}.")
    return 1 if result.skipped else 0
