"""`plainspoken catalogs merge-driver`: merge catalogs message by message, for git."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from ..options import option

EXAMPLE = "plainspoken catalogs merge-driver base.po es.po theirs.po"
OPTIONS = (
    option("base", metavar="BASE", type=Path, help="the version both began with; git's %%O"),
    option("ours", metavar="OURS", type=Path, help="our version; the result goes here; git's %%A"),
    option("theirs", metavar="THEIRS", type=Path, help="their version; git's %%B"),
    option("path", metavar="PATH", nargs="?", help="the name of the file; git's %%P"),
)


def run(args: argparse.Namespace) -> int:
    """Run the command: 1 where a person must choose."""
    from ...atomic_write import write_files
    from ...catalogs.three_way_merge import merge_three, read_version
    from ...diagnostics.errors import CatalogError
    from ...diagnostics.report import format_findings

    file = args.path or args.ours.as_posix()
    try:
        ours, theirs = (read_version(path, file) for path in (args.ours, args.theirs))
    except CatalogError as error:
        return _merge_lines(args, error)
    try:
        base = read_version(args.base, file)
    except CatalogError:  # both added the file, or it was mended since
        base = None
    merged = merge_three(base, ours, theirs, file)
    write_files({args.ours: merged.text}, Path())
    if merged.conflicts:
        print(format_findings(merged.conflicts), file=sys.stderr)
    return 1 if merged.conflicts else 0


def _merge_lines(args: argparse.Namespace, error: Exception) -> int:
    """Let git merge lines where a version cannot be read, so that nothing of it is left out."""
    names = [part for name in ("ours", "base", "theirs") for part in ("-L", name)]
    command = ["git", "merge-file", *names, args.ours, args.base, args.theirs]
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError:
        raise error from None
    print(error, file=sys.stderr)
    return 2 if 0 < code < 128 else code
