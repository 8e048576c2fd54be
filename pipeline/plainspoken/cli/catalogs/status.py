"""`plainspoken catalogs status`: how far each translation is."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from .. import options
from .opening import open_guide

if TYPE_CHECKING:
    from ...catalogs import Status

_SUMMARY = "Tell how far each translation is."


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.command(commands, "status", _SUMMARY, "plainspoken catalogs status")
    options.add_json(parser)
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs import extract, read_locales, status

    project, guide = open_guide(args)
    messages = extract(guide)
    counts = [status(each, messages, lang) for lang, each in read_locales(project).items()]
    if args.json:
        table = [{**asdict(each), "percent": each.percent} for each in counts]
        print(json.dumps({"locales": table}))
    else:
        show(counts)
    return 0


def show(counts: Sequence[Status]) -> None:
    """Print a table, a language a line."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    if not counts:
        print("There is no translation yet. Begin one with `plainspoken catalogs add es`.")
        return
    table = Table(box=SIMPLE_HEAD)
    table.add_column("Language")
    for name in ("Translated", "Fuzzy", "Untranslated", "Obsolete", "Words done"):
        table.add_column(name, justify="right")
    for each in counts:
        row = (each.translated, each.fuzzy, each.untranslated, each.obsolete)
        table.add_row(each.locale, *map(str, row), f"{each.percent} %")
    Console(soft_wrap=True).print(table)
