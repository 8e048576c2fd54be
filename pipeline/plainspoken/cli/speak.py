"""`plainspoken speak`: make the sound files alone."""

from __future__ import annotations

import argparse

from . import build, options

SUMMARY = "read the guide aloud: one MP3 a section, in dist/<language>/audio"
_EXAMPLE = "plainspoken speak --locale es --voice espeak"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.add_command(commands, "speak", SUMMARY, _EXAMPLE)
    build.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing import speak

    return build.run_build(args, speak)
