"""`plainspoken catalogs extract`: the template of all translations."""

from __future__ import annotations

import argparse

from ..options import add_folder
from ._common import lock_catalogs, open_guide, report_written

EXAMPLE = "plainspoken catalogs extract"
OPTIONS = (add_folder,)


@lock_catalogs
def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.sync import write_template

    project, guide = open_guide(args)
    report_written(project, write_template(project, guide))
    return 0
