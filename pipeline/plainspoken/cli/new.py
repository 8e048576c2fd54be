"""`plainspoken new`: a small complete guide to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path

from .options import option

EXAMPLE = "plainspoken new my-guide"
OPTIONS = (option("folder", metavar="DIR", type=Path, help="a folder that is not there yet"),)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..starter import write_starter

    for path in write_starter(args.folder):
        print(path)
    print(f"Build it: plainspoken build -C {args.folder}")
    return 0
