"""`plainspoken catalogs extract`: the template of all translations."""

from __future__ import annotations

import argparse

from .. import options
from ._common import open_guide, report_written

_SUMMARY = "Write locales/guide.pot, the template of all translations, and locales/LINGUAS."


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.add_command(commands, "extract", _SUMMARY, "plainspoken catalogs extract")
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.sync import write_template

    project, guide = open_guide(args)
    report_written(project, write_template(project, guide))
    return 0
