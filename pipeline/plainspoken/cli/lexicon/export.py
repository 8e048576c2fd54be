"""`plainspoken lexicon export`: how words are said, as PLS, for other programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..options import add_folder, option

EXAMPLE = "plainspoken lexicon export en -o words.pls"
OPTIONS = (
    option("lang", metavar="LANG", help="the language: en, es, pt-BR"),
    option("-o", "--output-file", dest="file", metavar="FILE", type=Path,
           help="where to write; without it, it is printed"),
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...atomic_write import write_files
    from ...audio.lexicon.exchange import list_words
    from ...audio.lexicon.pls import write_pls
    from ...config.project import load_project
    from ...diagnostics.errors import SourceError
    from ...diagnostics.finding import Finding
    from ...languages import load
    from ...parsing.tables import read_lexicon

    language = load(args.lang)
    lexicon, errors = read_lexicon(load_project(args.folder))
    words = list_words(lexicon, language)
    if not errors and not words:
        hint = f'Add a table, such as [word.ipa], with {language.tag} = "…".'
        message = f"does not say how a word is said in {language.tag!r}"
        errors = [Finding("source/lexicon.toml", 0, message, hint)]
    SourceError.raise_if(errors)
    raw = write_pls(words, language.tag)
    if args.file is None:
        sys.stdout.write(raw.decode())
        return 0
    write_files({args.file: raw}, Path())
    print(f"Wrote {args.file}: {len(words)} words.")
    return 0
