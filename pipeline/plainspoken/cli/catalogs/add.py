"""`plainspoken catalogs add`: begin a translation."""

from __future__ import annotations

import argparse

from ..options import add_folder, option
from ._common import lock_catalogs, open_guide, report_written

EXAMPLE = "plainspoken catalogs add pt-BR"
OPTIONS = (
    option("locale", metavar="LOCALE", help="a language tag: es, pt-BR, zh-Hans"),
    add_folder,
)


@lock_catalogs
def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.sync import add_locale

    project, guide = open_guide(args)
    report_written(project, add_locale(project, guide, args.locale))
    return 0
