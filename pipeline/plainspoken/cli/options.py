"""The parser of the command line, and the options that several commands share."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from .. import __version__

COMMANDS = ("build", "score", "catalogs", "speak", "pack", "new")


def parser(argv: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The whole command line; of its commands only the first word of `argv`, where it is one.

    To describe the others takes time that a quick command would feel.
    """
    top = _parser(
        prog="plainspoken",
        description="Turn a plain-language guide into accessible editions in many languages.",
        example="plainspoken build",
    )
    top.add_argument("--version", action="version", version=f"plainspoken {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    named = [name for name in COMMANDS if name in argv[:1]]
    for name in named or COMMANDS:
        import_module(f".{name}", __package__).register(commands)
    return top


def command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    example: str,
) -> argparse.ArgumentParser:
    """Add a command whose help ends with an example."""
    made: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return made


def add_folder(to: argparse.ArgumentParser) -> None:
    """`-C DIR`, as `args.folder`."""
    to.add_argument(
        "-C", dest="folder", metavar="DIR", type=Path, default=Path(), help="the guide's folder"
    )


def add_locales(to: argparse.ArgumentParser) -> None:
    """`--locale`, as `args.locales`; empty for all."""
    to.add_argument(
        "--locale", dest="locales", metavar="LANG", action="append", default=[],
        help="only this language; may be given again",
    )  # fmt: skip


def add_jobs(to: argparse.ArgumentParser) -> None:
    """`--jobs`, as `args.jobs`."""
    to.add_argument(
        "--jobs", metavar="N", type=_count, default=os.cpu_count() or 1,
        help="how many things to do at once (as many as there are processors)",
    )  # fmt: skip


def add_voice(to: argparse.ArgumentParser) -> None:
    """`--voice`, as `args.voice`; empty for those of guide.toml."""
    to.add_argument(
        "--voice", metavar="NAME", default="", help="speak with this voice: espeak, or gtts online"
    )


def add_output(to: argparse.ArgumentParser) -> None:
    """`-o FILE`, as `args.file`."""
    to.add_argument(
        "-o", "--output-file", dest="file", metavar="FILE", type=Path, required=True,
        help="where to write",
    )  # fmt: skip


def add_json(to: argparse.ArgumentParser) -> None:
    """`--json`, as `args.json`."""
    to.add_argument("--json", action="store_true", help="write JSON, for programs")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def _parser(prog: str, description: str, example: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=prog,
        description=description,
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
