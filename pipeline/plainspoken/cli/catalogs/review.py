"""`plainspoken catalogs review`: sign the translations that were read, and list what is open."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..options import JSON, add_folder, choose, flag, option
from ._common import lock_catalogs, open_guide, report_written

if TYPE_CHECKING:
    from ...config.project import Project
    from ...guide import Guide
    from ...po.model import Catalog, Entry

EXAMPLE = 'plainspoken catalogs review es --as "Ana Ruiz, clinician" --message start-here.c5717c22'
OPTIONS = (
    option("locale", metavar="LOCALE", help="the language that you have read"),
    option(
        "--as", dest="who", metavar='"NAME, ROLE"',
        help="who signs; the role is translator, second translator or clinician",
    ),
    choose(
        option(
            "--message", dest="ids", metavar="ID", nargs="+", action="extend",
            help="sign these, each named as in its `#:` line",
        ),
        flag("--all", "sign all that is translated"),
        flag("--critical", "sign all critical ones: doses, instructions, warnings, contacts"),
        flag("--list", "list what nobody but its translator has reviewed"),
        required=True,
    ),
    JSON,
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...diagnostics.errors import CatalogError
    from ...diagnostics.finding import Finding

    if args.json and not args.list:
        hint = "Use it with --list."
        raise CatalogError([Finding("", 0, "--json says nothing of a signature", hint)])
    if not args.list and not args.who:
        hint = 'Say who signs: --as "Name, role".'
        raise CatalogError([Finding("", 0, "a signature needs a name", hint)])
    return _list_open(args) if args.list else _sign(args)


@lock_catalogs
def _sign(args: argparse.Namespace) -> int:
    from ...catalogs.review import (
        explain_refusal,
        find_entries,
        make_terms,
        parse_reviewer,
        sign_entries,
    )
    from ...config.release_date import read_today
    from ...po.writer import format_catalog

    project, guide, catalog = _open(args)
    reviewer, today = parse_reviewer(args.who), read_today()
    terms = make_terms(project, project.find_locale(args.locale), catalog)
    if args.ids:
        entries = find_entries(catalog, args.ids)
    else:
        candidates = tuple(catalog.iter_messages())
        if args.critical:
            candidates = _select_critical(guide, catalog)
        entries = tuple(
            entry for entry in candidates if not explain_refusal(entry, reviewer, terms)
        )
        if refused := len(candidates) - len(entries):
            print(f"Not signed: {refused}. They are fuzzy or not translated, or you translated "
                  "them.")  # fmt: skip
    after, signed = sign_entries(catalog, entries, reviewer, today, terms)
    path = project.root / catalog.file
    report_written(project, project.files.write({path: format_catalog(after)}))
    before = len(entries) - len(signed)
    print(f"Signed by {reviewer.name}, {reviewer.role}: {len(signed)}. Signed before: {before}.")
    return 0


def _open(args: argparse.Namespace) -> tuple[Project, Guide, Catalog]:
    from ...catalogs.sync import read_catalogs

    project, guide = open_guide(args)
    ((_, catalog),) = read_catalogs(project, [args.locale]).items()
    return project, guide, catalog


def _select_critical(guide: Guide, catalog: Catalog) -> tuple[Entry, ...]:
    from ...catalogs.critical import list_critical_keys
    from ...catalogs.extract import extract_messages

    keys = list_critical_keys(guide, extract_messages(guide))
    return tuple(entry for entry in catalog.iter_messages() if entry.key in keys)


def _list_open(args: argparse.Namespace) -> int:
    from ...diagnostics.report import MORE, limit_kinds
    from ...diagnostics.visible_text import escape_json

    project, guide, catalog = _open(args)
    rows = _find_open(project, guide, catalog, args.locale)
    critical_count = sum(row["critical"] for row in rows)
    if args.json:
        table = {"open": rows, "count": len(rows), "critical": critical_count}
        print(escape_json(json.dumps(table, ensure_ascii=False)))
        return 0
    lines = list(limit_kinds(rows, lambda row: (row["critical"], row["reason"]), _format_row))
    for line in lines:
        print(line)
    if any(line.startswith(MORE) for line in lines):
        print(f"All of them: plainspoken catalogs review {args.locale} --list --json")
    print(f"Open: {len(rows)}, of them critical: {critical_count}.")
    return 0


def _find_open(
    project: Project, guide: Guide, catalog: Catalog, locale: str
) -> list[dict[str, Any]]:
    """All messages that nobody has reviewed, and critical ones that are open, these first."""
    from ...catalogs.review import explain_open, is_void, make_terms
    from ...config.release_date import read_today

    terms = make_terms(project, project.find_locale(locale), catalog, read_today())
    critical = {entry.key for entry in _select_critical(guide, catalog)}
    rows = []
    for entry in sorted(catalog.iter_messages(), key=lambda entry: entry.key not in critical):
        reason, is_critical = explain_open(entry, terms), entry.key in critical
        if reason and (entry.is_usable or is_critical):
            if is_void(entry):
                reason = "void: it has changed since it was signed"
            row = {"file": catalog.file, "line": entry.line, "critical": is_critical}
            row |= {"reason": reason, "id": next(entry.iter_block_ids(), "")}
            rows.append({**row, "msgid": entry.msgid, "msgstr": entry.msgstr})
    return rows


def _format_row(row: Mapping[str, Any]) -> str:
    from ...diagnostics.visible_text import shorten, show_hidden

    mark = "critical, " if row["critical"] else ""
    place = f"{row['file']}:{row['line']}: {mark}{row['reason']}: {row['id']}"
    return f"{show_hidden(place)}\n  {show_hidden(shorten(' '.join(row['msgid'].split())))}"
