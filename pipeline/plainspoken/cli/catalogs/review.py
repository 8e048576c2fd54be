"""`plainspoken catalogs review`: sign the translations that were read, and list what is open."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .. import options
from ._common import open_guide, report_written

if TYPE_CHECKING:
    from ...config.project import Project
    from ...guide import Guide
    from ...po.model import Catalog, Entry

EXAMPLE = 'plainspoken catalogs review es --as "Ana Ruiz, clinician" --message start-here.c5717c22'
_SHOWN = 60
"""Letters of a text in a list."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    parser.add_argument("locale", metavar="LOCALE", help="the language that you have read")
    parser.add_argument(
        "--as", dest="who", metavar='"NAME, ROLE"',
        help="who signs; the role is translator, second translator or clinician",
    )  # fmt: skip
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--message", dest="ids", metavar="ID", nargs="+", action="extend",
        help="sign these, each named as in its `#:` line",
    )  # fmt: skip
    which.add_argument("--all", action="store_true", help="sign all that is translated")
    which.add_argument(
        "--critical", action="store_true", help="sign all critical ones: doses, warnings, contacts"
    )
    which.add_argument("--list", action="store_true", help="list what nobody has reviewed")
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.sync import read_catalogs

    if not args.list and not args.who:
        return _ask_who()
    project, guide = open_guide(args)
    ((_, catalog),) = read_catalogs(project, [args.locale]).items()
    if args.list:
        _list(guide, catalog)
        return 0
    return _sign(args, project, guide, catalog)


def _ask_who() -> int:
    from ...diagnostics.errors import CatalogError
    from ...diagnostics.finding import Finding

    hint = 'Say who signs: --as "Name, role".'
    raise CatalogError([Finding("", 0, "a signature needs a name", hint)])


def _sign(args: argparse.Namespace, project: Project, guide: Guide, catalog: Catalog) -> int:
    from ...atomic_write import save
    from ...catalogs.review import explain_refusal, find_entries, parse_reviewer, sign_entries
    from ...po.writer import format_catalog

    who = parse_reviewer(args.who)
    if args.ids:
        chosen = find_entries(catalog, args.ids)
    else:
        among = _critical(guide, catalog) if args.critical else tuple(catalog.iter_messages())
        chosen = tuple(entry for entry in among if explain_refusal(entry, who) is None)
        left = len(among) - len(chosen)
        if left:
            print(f"Not signed: {left}. They are fuzzy or not translated, or you translated them.")
    after, signed = sign_entries(catalog, chosen, who)
    path = project.root / catalog.file
    report_written(project, save({path: format_catalog(after)}, project.root))
    before = len(chosen) - len(signed)
    print(f"Signed by {who.name}, {who.role}: {len(signed)}. Signed before: {before}.")
    return 0


def _critical(guide: Guide, catalog: Catalog) -> tuple[Entry, ...]:
    from ...catalogs.critical import list_critical_keys
    from ...catalogs.extract import extract_messages

    keys = list_critical_keys(guide, extract_messages(guide))
    return tuple(entry for entry in catalog.iter_messages() if entry.key in keys)


def _list(guide: Guide, catalog: Catalog) -> None:
    """Print what is translated and not reviewed, and critical ones that are not translated."""
    from ...catalogs.critical import explain_open
    from ...catalogs.review import is_void

    critical = {entry.key for entry in _critical(guide, catalog)}
    count = risky = 0
    for entry in sorted(catalog.iter_messages(), key=lambda each: each.key not in critical):
        why = explain_open(entry)
        is_critical = entry.key in critical
        if not why or (why != "not reviewed" and not is_critical):
            continue
        count += 1
        risky += is_critical
        said = "void: it has changed since it was signed" if is_void(entry) else why
        mark = "critical, " if is_critical else ""
        name = next(entry.iter_block_ids(), "")
        print(f"{catalog.file}:{entry.line}: {mark}{said}: {name}\n  {_short(entry.msgid)}")
    print(f"Open: {count}, of them critical: {risky}.")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
