"""`plainspoken speak`: make the sound files alone."""

from __future__ import annotations

import argparse

from . import build

EXAMPLE = "plainspoken speak --locale es --voice espeak"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    build.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing.builder import speak

    return build.run_build(args, speak)
