"""Read the command line: which command, with which options, in which folder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from .. import __version__
from . import options

COMMANDS = ("build", "score", "catalogs", "speak", "pack", "new", "languages")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The options of the command that `argv` names; `run` runs it, `folder` is where.

    `-C` may stand before the command, after it, or both: as with git, each is taken from the
    one before.
    """
    parser = build_parser(argv)
    args = parser.parse_args(argv)
    if hasattr(args, "folder"):
        args.folder = args.start / args.folder
    elif args.start != Path():
        parser.error("argument -C: this command reads no guide; its files are named one by one")
    return args


def build_parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the whole command line.

    Only the command that `argv` names is described in full, and only its module is imported:
    the time for all of them would be felt at each call.
    """
    parser = argparse.ArgumentParser(
        prog="plainspoken",
        description="Turn a plain-language guide into accessible editions in many languages.",
        epilog="example: plainspoken build",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"plainspoken {__version__}")
    options.add_folder(parser, "start")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    command = _find_command(argv)
    if command in COMMANDS:
        _module(command).register(commands)
    else:
        for name in COMMANDS:
            commands.add_parser(name, help=_module(name).SUMMARY)
    return parser


def _find_command(argv: Sequence[str]) -> str:
    """The first word that is neither an option nor the folder of `-C`; nothing if there is none."""
    words = iter(argv)
    for word in words:
        if word == "-C":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return ""


def _module(command: str) -> ModuleType:
    return import_module(f".{command}", __package__)
