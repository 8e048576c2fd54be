"""`plainspoken new`: a small complete guide to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = "plainspoken new my-guide"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that is not there yet")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..starter import write_starter

    for path in write_starter(args.folder):
        print(path)
    print(f"Build it: plainspoken build -C {args.folder}")
    return 0
