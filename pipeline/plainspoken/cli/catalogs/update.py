"""`plainspoken catalogs update`: bring translations to the guide as it is now."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from ...diagnostics.visible_text import escape_json, shorten
from ..options import JSON, add_folder, flag, option
from ._common import LOCALES, lock_catalogs, open_guide, print_status, report_written

if TYPE_CHECKING:
    from ...catalogs.diff import CatalogDiff

EXAMPLE = "plainspoken catalogs update es"
OPTIONS = (
    LOCALES,
    option(
        "--typo", dest="typos", metavar="ID", action="append", default=[],
        help="the text of this block was only corrected: its translations stay as good as they "
        "were; an id as in a line #: of a catalog, after the colon; may be given again",
    ),
    flag("--dry-run", "tell what would change, and write nothing"),
    JSON,
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    return _update(args) if args.dry_run else lock_catalogs(_update)(args)


def _update(args: argparse.Namespace) -> int:
    from ...catalogs.settled import is_settled
    from ...config.project import load_project

    if _is_plain(args) and is_settled(project := load_project(args.folder)):
        report_written(project, [])
        return 0
    return _merge(args)


def _is_plain(args: argparse.Namespace) -> bool:
    """Whether all catalogs are brought to the guide, and nothing else is asked for."""
    return not (args.locales or args.typos or args.dry_run or args.json)


def _merge(args: argparse.Namespace) -> int:
    from ...catalogs.diff import diff_catalogs
    from ...catalogs.settled import record_settled
    from ...catalogs.status import count_status
    from ...catalogs.sync import plan_update, read_catalogs

    project, guide = open_guide(args)
    before = read_catalogs(project, args.locales)
    plan = plan_update(project, guide, before, args.typos)
    written = [] if args.dry_run else project.files.write(plan.files)
    results = plan.results.items()
    diffs = [diff_catalogs(result, lang) for lang, result in results]
    if args.json:
        table = {"locales": [asdict(diff) for diff in diffs]}
        print(escape_json(json.dumps(table, ensure_ascii=False)))
    elif args.dry_run:
        _print_diffs(diffs)
    elif before and not written:
        if _is_plain(args):
            record_settled(project)
        report_written(project, written)
    else:
        print_status(
            [count_status(result.catalog, plan.messages, lang) for lang, result in results]
        )
    return 0


def _print_diffs(diffs: Sequence[CatalogDiff]) -> None:
    from ...catalogs.diff import KINDS, Rewording

    for diff in diffs:
        print(f"{diff.locale}: {diff.format_counts()}")
        for kind in KINDS:
            for change in getattr(diff, kind):
                if isinstance(change, Rewording):
                    print(f"  {kind}: {_quote(change.old)}")
                    print(f"  {'→':>{len(kind)}}  {_quote(change.new)}")
                else:
                    print(f"  {kind}: {_quote(change)}")
    print("Nothing was written.")


def _quote(text: str) -> str:
    return escape_json(json.dumps(shorten(text), ensure_ascii=False))
