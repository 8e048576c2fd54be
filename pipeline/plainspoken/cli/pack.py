"""`plainspoken pack`: make the editions alone, without the sound files beside them."""

from __future__ import annotations

import argparse

from . import build

EXAMPLE = "plainspoken pack --locale en"
OPTIONS = build.EDITION_OPTIONS


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing.builder import pack

    return build.run_build(args, pack)
