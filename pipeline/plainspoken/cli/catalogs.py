"""`plainspoken catalogs`: what translators work on, and how far they are."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from . import options

if TYPE_CHECKING:
    from ..catalogs import Catalog, Status
    from ..guide import Guide
    from ..project import Project


class _Command(NamedTuple):
    """One command within `catalogs`."""

    name: str
    summary: str
    arguments: str
    run: Callable[[argparse.Namespace], int]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and those within it."""
    top = options.command(
        commands,
        "catalogs",
        "Prepare the guide for translators, and see how far translations are.",
        "plainspoken catalogs add es",
    )
    within = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for each in _COMMANDS:
        example = f"plainspoken catalogs {each.name} {each.arguments}".rstrip()
        parser = options.command(within, each.name, each.summary, example)
        parser.set_defaults(run=each.run)
        if each.name == "add":
            parser.add_argument(
                "locale", metavar="LOCALE", help="a language tag: es, pt-BR, zh-Hans"
            )
        if each.name in ("update", "check"):
            parser.add_argument("locales", metavar="LOCALE", nargs="*", help="only these languages")
        if each.name in ("check", "status"):
            options.add_json(parser)
        options.add_folder(parser)


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


_COMMANDS = (
    _Command(
        "extract",
        "Write locales/guide.pot, the template of all translations, and locales/LINGUAS.",
        "",
        _extract,
    ),
    _Command(
        "update",
        "Bring translations to the guide as it is now. Changed texts are marked fuzzy.",
        "es",
        _update,
    ),
    _Command("add", "Begin a translation into another language.", "pt-BR", _add),
    _Command(
        "check",
        "Look for mistakes in translations: numbers, links, marks, hidden characters.",
        "es",
        _check,
    ),
    _Command("status", "Tell how far each translation is.", "", _status),
)
