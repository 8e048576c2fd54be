"""Describe commands to argparse, and the options that several commands share."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any


class _Command(argparse.ArgumentParser):
    """A command that its module describes only once it is asked for: the others cost no time."""

    module = ""
    """Empty for a command that is described already."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        if self.module:
            module = import_module(self.module)
            self.module = ""
            self.epilog = f"example: {module.EXAMPLE}"
            module.describe(self)
        return super().parse_known_args(args, namespace)


def add_module_commands(
    parser: argparse.ArgumentParser, package: str, summaries: Mapping[str, str]
) -> None:
    """Add commands, each a module of its name in a package.

    A module has an `EXAMPLE`, `describe(parser)`, and `run(args)`, which `describe` names.
    """
    commands = add_commands(parser)
    for name, summary in summaries.items():
        # A keyword of Python cannot name a module: `import` is import_.py.
        module = f"{package}.{name}{'_' * iskeyword(name)}"
        add_command(commands, name, summary).module = module


def add_commands(parser: argparse.ArgumentParser) -> argparse._SubParsersAction[_Command]:
    """Give a parser commands of its own, one of which must follow."""
    return parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Command
    )


def add_command(
    commands: argparse._SubParsersAction[_Command], name: str, summary: str
) -> _Command:
    """Add a command with its summary."""
    return commands.add_parser(
        name,
        help=summary,
        description=summary,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


class _EnterFolder(argparse.Action):
    """Take a folder from the one that an earlier `-C` names, as git does."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        _option: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, getattr(namespace, self.dest) / values)


def add_folder(parser: argparse.ArgumentParser, dest: str = "folder") -> None:
    """`-C DIR`, as `args.folder`."""
    parser.add_argument(
        "-C", dest=dest, metavar="DIR", type=Path, default=Path(), action=_EnterFolder,
        help="the guide's folder; of several, each is taken from the one before",
    )  # fmt: skip


def add_locales(parser: argparse.ArgumentParser) -> None:
    """`--locale`, as `args.locales`; empty for all."""
    parser.add_argument(
        "--locale", dest="locales", metavar="LANG", action="append", default=[],
        help="only this language; may be given again",
    )  # fmt: skip


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """`--jobs`, as `args.jobs`."""
    parser.add_argument(
        "--jobs", metavar="N", type=_count, default=os.cpu_count() or 1,
        help="how many things to do at once (as many as there are processors)",
    )  # fmt: skip


def add_voice(parser: argparse.ArgumentParser) -> None:
    """`--voice`, as `args.voice`; empty for those of guide.toml."""
    parser.add_argument(
        "--voice", metavar="NAME", default="", help="speak with this voice: espeak, or gtts online"
    )


def add_output(parser: argparse.ArgumentParser) -> None:
    """`-o FILE`, as `args.file`."""
    parser.add_argument(
        "-o", "--output-file", dest="file", metavar="FILE", type=Path, required=True,
        help="where to write",
    )  # fmt: skip


def add_json(parser: argparse.ArgumentParser) -> None:
    """`--json`, as `args.json`."""
    parser.add_argument("--json", action="store_true", help="write JSON, for programs")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)
