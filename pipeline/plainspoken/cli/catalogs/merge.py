"""`plainspoken catalogs merge`: bring any PO file to a new template, as msgmerge does."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..options import choose, option

EXAMPLE = "plainspoken catalogs merge es.po messages.pot -o new.po"
OPTIONS = (
    option("old", metavar="OLD.po", type=Path, help="the translations so far"),
    option("new", metavar="NEW.pot", type=Path, help="the template as it is now"),
    choose(
        option(
            "-o", "--output-file", metavar="FILE", default="-", help="where to write; - to show it"
        ),
        option(
            "-U", "--in-place", "--update", dest="in_place", action="store_true",
            help="write to OLD.po, where something changes",
        ),
    ),
    option(
        "-N", "--no-fuzzy-matching", dest="search", action="store_false",
        help="look for no translation of texts that changed",
    ),
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...atomic_write import write_files
    from ...catalogs.diff import diff_catalogs
    from ...catalogs.fuzzy_match import MATCHERS
    from ...catalogs.merge import merge_files
    from ...po.writer import format_catalog

    result = merge_files(args.old, args.new, MATCHERS if args.search else ())
    text = format_catalog(result.catalog)
    path = str(args.old) if args.in_place else args.output_file
    if path in ("-", "/dev/stdout"):
        sys.stdout.buffer.write(text.encode())
    else:
        written = write_files({Path(path): text}, Path())
        counts = diff_catalogs(result, "").format_counts()
        print(f"{'Wrote' if written else 'Nothing has changed in'} {path}: {counts}.")
    return 0
