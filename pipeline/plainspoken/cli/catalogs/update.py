"""`plainspoken catalogs update`: bring translations to the guide as it is now."""

from __future__ import annotations

import argparse

from .. import options
from .opening import add_locales, open_guide

_SUMMARY = "Bring translations to the guide as it is now. Changed texts are marked fuzzy."


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.command(commands, "update", _SUMMARY, "plainspoken catalogs update es")
    add_locales(parser)
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs import extract, read_locales, status, update
    from .status import show

    project, guide = open_guide(args)
    catalogs = update(project, guide, read_locales(project, args.locales))
    messages = extract(guide)
    show([status(catalog, messages, lang) for lang, catalog in catalogs.items()])
    return 0
