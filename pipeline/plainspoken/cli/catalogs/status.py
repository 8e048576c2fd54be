"""`plainspoken catalogs status`: how far each translation is."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...diagnostics.visible_text import escape_json
from ..options import JSON, add_folder, flag
from . import critical_list
from ._common import LOCALES, open_guide, print_status

if TYPE_CHECKING:
    from ...catalogs.status import CatalogStatus

EXAMPLE = "plainspoken catalogs status es --sections"
OPTIONS = (
    LOCALES,
    flag("--sections", "tell it for each section too"),
    flag("--critical", "list the critical messages, each with the reasons"),
    JSON,
    add_folder,
)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    return _list_critical(args) if args.critical else _print_counts(args)


def _list_critical(args: argparse.Namespace) -> int:
    from ...diagnostics.errors import CatalogError
    from ...diagnostics.finding import Finding

    if args.locales or args.sections:
        hint = "Give it alone, or with --json."
        message = "--critical lists texts of the guide itself, the same for all languages"
        raise CatalogError([Finding("", 0, message, hint)])
    _, guide = open_guide(args)
    if args.json:
        print(escape_json(json.dumps(critical_list.to_json(guide), ensure_ascii=False)))
    else:
        critical_list.print_critical(guide)
    return 0


def _print_counts(args: argparse.Namespace) -> int:
    from ...catalogs.review import make_terms
    from ...catalogs.status import measure_status
    from ...catalogs.sync import read_catalogs
    from ...catalogs.termbase import read_renderings
    from ...config.release_date import read_today

    project, guide = open_guide(args)
    today = read_today()
    statuses = []
    for lang, catalog in read_catalogs(project, args.locales).items():
        locale, renderings = project.find_locale(lang), read_renderings(project, lang)
        terms = make_terms(project, locale, catalog, today)
        statuses.append(measure_status(guide, catalog, locale, renderings, terms))
    if args.json:
        table = {"locales": [status.to_json() for status in statuses]}
        print(escape_json(json.dumps(table, ensure_ascii=False)))
    else:
        print_status(statuses, args.sections)
        _print_hints(statuses)
    return 0


def _print_hints(statuses: Sequence[CatalogStatus]) -> None:
    for status in statuses:
        if void := status.whole.void:
            subject = "1 review is void" if void == 1 else f"{void} reviews are void"
            print(f"{status.locale}: {subject}: the text or the translation has changed since. "
                  "Read and sign again.")  # fmt: skip
    if any(status.whole.critical_open for status in statuses):
        print("While a critical message is open, the edition is a draft.\n"
              "See which are open: plainspoken catalogs review LOCALE --list\n"
              "Which are critical, and why: plainspoken catalogs status --critical")  # fmt: skip
