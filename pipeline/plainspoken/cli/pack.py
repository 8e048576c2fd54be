"""`plainspoken pack`: the EPUBs alone."""

from __future__ import annotations

import argparse

from . import build, options

SUMMARY = "pack the guide and its sound as EPUB: dist/<language>/<guide>.<language>.epub"
_EXAMPLE = "plainspoken pack --locale en"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.add_command(commands, "pack", SUMMARY, _EXAMPLE)
    build.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing import pack

    return build.make(args, pack)
