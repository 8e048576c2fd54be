"""`plainspoken pack`: make the editions alone, with sound files only where these belong to one."""

from __future__ import annotations

import argparse
from functools import partial

from . import build
from .options import EDITIONS

EXAMPLE = "plainspoken pack --locale en"
OPTIONS = (*build.EDITION_OPTIONS, EDITIONS)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing.builder import pack

    return build.run_build(args, partial(pack, editions=args.editions))
