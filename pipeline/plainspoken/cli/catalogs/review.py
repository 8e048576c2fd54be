"""`plainspoken catalogs review`: sign the translations that were read, and list what is open."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..options import add_folder, choose, flag, option
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
        flag("--critical", "sign all critical ones: doses, warnings, contacts"),
        flag("--list", "list what nobody has reviewed"),
        required=True,
    ),
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...diagnostics.errors import CatalogError
    from ...diagnostics.finding import Finding

    if not args.list and not args.who:
        hint = 'Say who signs: --as "Name, role".'
        raise CatalogError([Finding("", 0, "a signature needs a name", hint)])
    return _list_open(args) if args.list else _sign(args)


@lock_catalogs
def _sign(args: argparse.Namespace) -> int:
    from ...catalogs.review import explain_refusal, find_entries, parse_reviewer, sign_entries
    from ...po.writer import format_catalog

    project, guide, catalog = _open(args)
    reviewer = parse_reviewer(args.who)
    if args.ids:
        entries = find_entries(catalog, args.ids)
    else:
        candidates = tuple(catalog.iter_messages())
        if args.critical:
            candidates = _select_critical(guide, catalog)
        entries = tuple(entry for entry in candidates if not explain_refusal(entry, reviewer))
        if refused := len(candidates) - len(entries):
            print(f"Not signed: {refused}. They are fuzzy or not translated, or you translated "
                  "them.")  # fmt: skip
    after, signed = sign_entries(catalog, entries, reviewer)
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
    from ...catalogs.review import explain_open, is_void
    from ...diagnostics.visible_text import shorten, show_hidden

    _, guide, catalog = _open(args)
    critical = {entry.key for entry in _select_critical(guide, catalog)}
    count = critical_count = 0
    for entry in sorted(catalog.iter_messages(), key=lambda entry: entry.key not in critical):
        reason = explain_open(entry)
        is_critical = entry.key in critical
        if not reason or (reason != "not reviewed" and not is_critical):
            continue
        count += 1
        critical_count += is_critical
        if is_void(entry):
            reason = "void: it has changed since it was signed"
        mark = "critical, " if is_critical else ""
        block_id, text = next(entry.iter_block_ids(), ""), shorten(" ".join(entry.msgid.split()))
        place = f"{catalog.file}:{entry.line}: {mark}{reason}: {block_id}"
        print(f"{show_hidden(place)}\n  {show_hidden(text)}")
    print(f"Open: {count}, of them critical: {critical_count}.")
    return 0
