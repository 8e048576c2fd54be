"""`plainspoken speak`: make the sound files alone."""

from __future__ import annotations

import argparse

from . import build

EXAMPLE = "plainspoken speak --locale es --voice espeak"
OPTIONS = build.EDITION_OPTIONS


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing.builder import speak

    return build.run_build(args, speak)
