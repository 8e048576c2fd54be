"""`plainspoken catalogs add`: begin a translation."""

from __future__ import annotations

import argparse

from .. import options
from ._common import open_guide, report_written

EXAMPLE = "plainspoken catalogs add pt-BR"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    parser.add_argument("locale", metavar="LOCALE", help="a language tag: es, pt-BR, zh-Hans")
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.sync import add_locale

    project, guide = open_guide(args)
    report_written(project, add_locale(project, guide, args.locale))
    return 0
