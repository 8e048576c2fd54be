"""Describe commands to argparse, and the options that several commands share."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

Option = Callable[[argparse._ActionsContainer], object]


def option(*names: str, **settings: Any) -> Option:
    """An option or argument, described as for `ArgumentParser.add_argument`."""
    return lambda parser: parser.add_argument(*names, **settings)


def flag(name: str, summary: str) -> Option:
    """An option without a value."""
    return option(name, action="store_true", help=summary)


def choose(*options: Option, required: bool = False) -> Option:
    """Options that exclude each other."""

    def add_group(parser: argparse._ActionsContainer) -> None:
        group = parser.add_mutually_exclusive_group(required=required)
        for add in options:
            add(group)

    return add_group


class Parser(argparse.ArgumentParser):
    """A parser that does not hide it when its help cannot be written."""

    def _print_message(self, message: str, file: Any = None) -> None:
        (file or sys.stderr).write(message)


class _Command(Parser):
    """A command that its module describes only once it is asked for: the others cost no time."""

    module = ""
    """Empty for a command that is described already."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        if self.module:
            module = import_module(self.module)
            self.module = ""
            self.epilog = f"example: {module.EXAMPLE}"
            if hasattr(module, "COMMANDS"):
                add_commands(self, module.__name__, module.COMMANDS)
            else:
                self.set_defaults(run=module.run)
                for add in module.OPTIONS:
                    add(self)
        return super().parse_known_args(args, namespace)


def add_commands(
    parser: argparse.ArgumentParser, package: str, summaries: Mapping[str, str]
) -> None:
    """Give a parser commands, each a module of its name in a package; one must follow."""
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Command
    )
    for name, summary in summaries.items():
        command = commands.add_parser(
            name,
            help=summary,
            description=summary,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        # A keyword of Python cannot name a module, nor a hyphen: `import` is import_.py.
        command.module = f"{package}.{name.replace('-', '_')}{'_' * iskeyword(name)}"


class _EnterFolder(argparse.Action):
    """Take a folder from the one that an earlier `-C` names, as git does."""

    def __call__(
        self, _parser: Any, namespace: argparse.Namespace, values: Any, _option: Any = None
    ) -> None:
        setattr(namespace, self.dest, getattr(namespace, self.dest) / values)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return int(text)


def _name(text: str) -> str:
    if not text.isprintable():
        raise argparse.ArgumentTypeError(f"{text!r} is not a name")
    return text


def add_folder(parser: argparse._ActionsContainer, dest: str = "folder") -> None:
    """`-C DIR`, as `args.folder`."""
    parser.add_argument(
        "-C", dest=dest, metavar="DIR", type=Path, default=Path(), action=_EnterFolder,
        help="the guide's folder; of several, each is taken from the one before",
    )  # fmt: skip


LOCALES = option(
    "--locale", dest="locales", metavar="LANG", action="append", default=[],
    help="only this language; may be given again",
)  # fmt: skip
EDITIONS = option(
    "--edition", dest="editions", metavar="NAME", action="append", default=[],
    help="make only this edition, such as epub; may be given again",
)  # fmt: skip
JOBS = option(
    "--jobs", metavar="N", type=_count, default=os.cpu_count() or 1,
    help="how many things to do at once (as many as there are processors)",
)  # fmt: skip
VOICE = option(
    "--voice", metavar="NAME", type=_name, default="",
    help="speak with this voice alone, whatever the guide names: `plainspoken voices list` has all",
)  # fmt: skip
OUTPUT = option(
    "-o", "--output-file", dest="file", metavar="FILE", type=Path, required=True,
    help="where to write",
)  # fmt: skip
JSON = flag("--json", "write JSON, for programs")
