"""`plainspoken catalogs status`: how far each translation is."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import options
from ._common import add_locales, open_guide

if TYPE_CHECKING:
    from ...catalogs.status import CatalogStatus
    from ...config.project import Project

EXAMPLE = "plainspoken catalogs status es --sections"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    add_locales(parser)
    parser.add_argument("--sections", action="store_true", help="tell it for each section too")
    parser.add_argument(
        "--badge", metavar="FILE", type=Path, help="write a small picture that says it, as SVG"
    )
    options.add_json(parser)
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.status import measure_status
    from ...catalogs.sync import read_catalogs
    from ...catalogs.termbase import read_renderings
    from .status_table import print_sections, print_status

    project, guide = open_guide(args)
    statuses = [
        measure_status(guide, catalog, project.find_locale(lang), read_renderings(project, lang))
        for lang, catalog in read_catalogs(project, args.locales).items()
    ]
    if args.badge:
        _write_badge(args.badge, statuses, project)
    if args.json:
        table = {"locales": [status.to_json() for status in statuses]}
        print(json.dumps(table, ensure_ascii=False))
    elif not args.badge or args.sections:
        print_status(statuses)
        for status in statuses if args.sections else ():
            print_sections(status)
        _print_hints(statuses)
    return 0


def _print_hints(statuses: Sequence[CatalogStatus]) -> None:
    """Print what to do next."""
    for status in statuses:
        if void := status.whole.void:
            subject = "1 review is void" if void == 1 else f"{void} reviews are void"
            print(f"{status.locale}: {subject}: the text or the translation has changed since. "
                  "Read and sign again.")  # fmt: skip
    if any(status.whole.critical_open for status in statuses):
        print("Critical are doses, warnings and telephone numbers. While one is open, the edition "
              "is a draft.\nSee which: plainspoken catalogs review LOCALE --list")  # fmt: skip


def _write_badge(path: Path, statuses: Sequence[CatalogStatus], project: Project) -> None:
    from ...atomic_write import write_files
    from ...catalogs.badge import render_badge

    write_files({path: render_badge(statuses)}, project.root)
    print(f"Wrote {path}.")
