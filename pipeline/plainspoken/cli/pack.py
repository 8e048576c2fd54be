"""`plainspoken pack`: make the editions alone, without the sound files beside them."""

from __future__ import annotations

import argparse

from . import build, options

SUMMARY = "make the editions alone, EPUB and text, without the sound files beside them"
_EXAMPLE = "plainspoken pack --locale en"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.add_command(commands, "pack", SUMMARY, _EXAMPLE)
    build.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing import pack

    return build.run_build(args, pack)
