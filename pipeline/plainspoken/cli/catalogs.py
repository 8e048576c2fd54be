"""`plainspoken catalogs`: what translators work on, and how far they are."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from . import options

if TYPE_CHECKING:
    from ..catalogs import Catalog, Status
    from ..guide import Guide
    from ..project import Project


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and those within it."""
    top = options.command(
        commands,
        "catalogs",
        "Prepare the guide for translators, and see how far translations are.",
        "plainspoken catalogs add es",
    )
    within = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    extract = options.command(
        within,
        "extract",
        "Write locales/guide.pot, the template of all translations, and locales/LINGUAS.",
        "plainspoken catalogs extract",
    )
    extract.set_defaults(run=_extract)
    update = options.command(
        within,
        "update",
        "Bring translations to the guide as it is now. Changed texts are marked fuzzy.",
        "plainspoken catalogs update es",
    )
    update.set_defaults(run=_update)
    new = options.command(
        within,
        "add",
        "Begin a translation into another language.",
        "plainspoken catalogs add pt-BR",
    )
    new.add_argument("locale", metavar="LOCALE", help="a language tag: es, pt-BR, zh-Hans")
    new.set_defaults(run=_add)
    check = options.command(
        within,
        "check",
        "Look for mistakes in translations: numbers, links, marks, hidden characters.",
        "plainspoken catalogs check es",
    )
    check.set_defaults(run=_check)
    status = options.command(
        within,
        "status",
        "Tell how far each translation is.",
        "plainspoken catalogs status",
    )
    status.set_defaults(run=_status)
    for each in (update, check):
        each.add_argument("locales", metavar="LOCALE", nargs="*", help="only these languages")
    for each in (check, status):
        options.add_json(each)
    for each in (extract, update, new, check, status):
        options.add_folder(each)


def _open(args: argparse.Namespace) -> tuple[Project, Guide]:
    from ..parsing import parse
    from ..project import load_project

    project = load_project(args.folder)
    return project, parse(project)


def _tell(project: Project, changed: Sequence[Path]) -> None:
    for path in changed:
        print(f"Wrote {project.shown(path)}.")
    if not changed:
        print("Nothing has changed.")


def _extract(args: argparse.Namespace) -> int:
    from ..catalogs import write_template

    project, guide = _open(args)
    _tell(project, write_template(project, guide))
    return 0


def _add(args: argparse.Namespace) -> int:
    from ..catalogs import add as add_locale

    project, guide = _open(args)
    _tell(project, add_locale(project, guide, args.locale))
    return 0


def _update(args: argparse.Namespace) -> int:
    from ..catalogs import update

    project, guide = _open(args)
    catalogs = update(project, guide, args.locales)
    _print_status([_count(guide, lang, catalog) for lang, catalog in catalogs.items()])
    return 0


def _check(args: argparse.Namespace) -> int:
    from ..catalogs import check, read_locales

    project, guide = _open(args)
    catalogs = read_locales(project, args.locales)
    findings = [
        finding
        for lang, catalog in catalogs.items()
        for finding in check(guide, catalog, project.locale(lang))
    ]
    errors = sum(finding.level == "error" for finding in findings)
    if args.json:
        print(json.dumps({"findings": [asdict(each) for each in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            print(finding if finding.level == "error" else f"{finding.level}: {finding}")
        print(f"{errors} errors, {len(findings) - errors} warnings.")
    return 1 if errors else 0


def _status(args: argparse.Namespace) -> int:
    from ..catalogs import read_locales

    project, guide = _open(args)
    catalogs = read_locales(project)
    counts = [_count(guide, lang, catalog) for lang, catalog in catalogs.items()]
    if args.json:
        table = [{**asdict(each), "percent": each.percent} for each in counts]
        print(json.dumps({"locales": table}))
    else:
        _print_status(counts)
    return 0


def _count(guide: Guide, lang: str, catalog: Catalog) -> Status:
    from ..catalogs import extract, status

    return status(catalog, extract(guide), lang)


def _print_status(counts: Sequence[Status]) -> None:
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
