"""`plainspoken catalogs extract`: the template of all translations."""

from __future__ import annotations

import argparse

from .. import options
from ._common import open_guide, report_written

EXAMPLE = "plainspoken catalogs extract"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.sync import write_template

    project, guide = open_guide(args)
    report_written(project, write_template(project, guide))
    return 0
