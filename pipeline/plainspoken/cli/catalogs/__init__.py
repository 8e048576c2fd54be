"""`plainspoken catalogs`: what translators work on. One command, one module, found by its name."""

from __future__ import annotations

import argparse
from importlib import import_module
from keyword import iskeyword

from .. import options

SUMMARY = "Prepare the guide for translators, and see how far translations are."
COMMANDS = (
    "extract", "update", "add", "check", "status",
    "review", "glossary", "export", "import", "compile", "merge",
)  # fmt: skip


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and those within it."""
    top = options.add_command(commands, "catalogs", SUMMARY, "plainspoken catalogs add es")
    within = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        # A word of Python's own cannot name a module: `import` is import_.py.
        module = name + "_" * iskeyword(name)
        import_module(f".{module}", __package__).register(within)
