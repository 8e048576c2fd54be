"""`plainspoken catalogs update`: bring translations to the guide as it is now."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from .. import options
from ._common import add_locales, open_guide, report_written

if TYPE_CHECKING:
    from ...catalogs.diff import CatalogDiff

_KINDS = ("new", "fuzzy", "corrected", "revived", "obsolete")

EXAMPLE = "plainspoken catalogs update es"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    add_locales(parser)
    parser.add_argument(
        "--typo", dest="typos", metavar="ID", action="append", default=[],
        help="the text of this block was only corrected: its translations stay as good as they "
        "were; an id as in a line #: of a catalog, after the colon; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--dry-run", action="store_true", help="tell what would change, and write nothing"
    )
    options.add_json(parser)
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.diff import diff_catalogs
    from ...catalogs.status import count_status
    from ...catalogs.sync import apply_plan, plan_update, read_catalogs
    from .status import print_status

    project, guide = open_guide(args)
    before = read_catalogs(project, args.locales)
    what = plan_update(project, guide, before, args.typos)
    wrote = [] if args.dry_run else apply_plan(project, what)
    news = [diff_catalogs(before[lang], each, lang) for lang, each in what.results.items()]
    if args.json:
        print(json.dumps({"locales": [asdict(each) for each in news]}, ensure_ascii=False))
    elif args.dry_run:
        for line in _lines(news):
            print(line)
    elif before and not wrote:
        report_written(project, wrote)
    else:
        print_status(
            [count_status(each.catalog, what.messages, lang) for lang, each in what.results.items()]
        )
    return 0


def format_counts(news: CatalogDiff) -> str:
    """How much changed: `1 new, 2 fuzzy, …`."""
    numbers = [f"{len(getattr(news, kind))} {kind}" for kind in _KINDS]
    return ", ".join([*numbers, f"{news.unchanged} unchanged"])


def _lines(news: Sequence[CatalogDiff]) -> Iterator[str]:
    """What would change, language by language."""
    for each in news:
        yield f"{each.locale}: {format_counts(each)}"
        for kind in _KINDS:
            for what in getattr(each, kind):
                if isinstance(what, str):
                    yield f"  {kind}: {_one_line(what)}"
                else:
                    yield f"  {kind}: {_one_line(what.old)}"
                    yield f"  {'→':>{len(kind)}}  {_one_line(what.new)}"
    yield "Nothing was written."


def _one_line(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
