"""`plainspoken score`: how hard the guide is to read, why, and whether it meets its targets."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from ..diagnostics.report import REVIEW_FORMATS
from . import options

if TYPE_CHECKING:
    from ..config.project import Project
    from ..readability.analysis import Analysis, LanguageAnalysis

EXAMPLE = "plainspoken score --locale en --check"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    options.add_folder(parser)
    options.add_locales(parser)
    options.add_jobs(parser)
    parser.add_argument("--check", action="store_true", help="exit 1 where a target is missed")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--remarks", action="store_true", help="list all that makes sentences hard, with cures"
    )
    shown.add_argument(
        "--audit", action="store_true", help="list every word and syllable that was counted"
    )
    shown.add_argument("--json", action="store_true", help="write JSON, for programs")
    shown.add_argument("--format", choices=REVIEW_FORMATS, help="write remarks for a code review")
    shown.add_argument(
        "--report", action="store_true", help="write dist/readability/index.html and its JSON"
    )
    shown.add_argument(
        "--record", action="store_true", help="keep the figures of this version in source/history"
    )
    shown.add_argument(
        "--checklists", action="store_true", help="print empty checklists for an editor to fill in"
    )
    shown.add_argument(
        "--watch", action="store_true", help="score again whenever a file is saved, until Ctrl-C"
    )
    parser.add_argument(
        "--textstat", action="store_true", help="show what textstat makes of the bare text as well"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..config.project import load_project
    from ..diagnostics.errors import OutputError
    from ..diagnostics.finding import Finding

    if args.checklists:
        from ..readability.checklists import render_template

        print(render_template(), end="")
        return 0
    project = load_project(args.folder)
    if args.record and args.locales:
        what = "a record holds the figures of all languages"
        raise OutputError([Finding("", 0, what, "Leave out --locale.")])
    if args.watch:
        from .score_watch import watch

        return watch(project.root, args.locales, args.jobs)
    examination = examine_locales(project, args.locales, args.jobs)
    _show(args, examination)
    return 1 if args.check and any(each.missed_targets for each in examination.languages) else 0


def examine_locales(project: Project, langs: list[str], jobs: int) -> Analysis:
    """Look at the guide in some of its languages, or in all, in `jobs` processes.

    Raises:
        PlainspokenError: with every fault of source, catalogs, checklists and history.
    """
    from ..localized_guides import add_translations, read_source, select_locales
    from ..readability.analysis import analyse, analyse_guide, read_records
    from ..workers import run_in_child

    locales = select_locales(project, langs)
    own = project.locale(project.language)
    with ExitStack() as stack:
        source, errors = read_source(project)
        assessed = None
        if source and jobs > 1:
            assessed = stack.enter_context(run_in_child(partial(analyse_guide, source))).get
        kept = read_records(project)
        errors += kept.errors
        made = add_translations(project, source, errors, (own, *locales))
        wanted = {each.lang: made[each.lang] for each in locales}
        return analyse(project, wanted, made[own.lang], kept, jobs, assessed)


def _show(args: argparse.Namespace, examination: Analysis) -> None:
    from . import score_table

    project = examination.project
    if args.json:
        from ..readability.export import to_json

        print(to_json(examination), end="")
    elif args.format:
        _print_for_review(args.format, examination)
    elif args.report:
        from ..readability.export import write_report_files

        for path in write_report_files(examination):
            print(f"Wrote {project.shown(path)}.")
    elif args.record:
        from ..readability.history import make_release, write_release

        cards = {each.card.lang: each.card for each in examination.languages}
        remarks = {each.card.lang: len(each.open_remarks) for each in examination.languages}
        path = write_release(project, make_release(project, cards, remarks))
        print(f"Wrote {project.shown(path)}.")
    elif args.audit:
        for lang in examination.languages:
            score_table.audit(lang)
    else:
        for lang in examination.languages:
            peer = _peer(lang, examination) if args.textstat else None
            score_table.show(lang, peer, in_full=args.remarks)


def _print_for_review(form: str, examination: Analysis) -> None:
    from ..diagnostics.review import format_for_review
    from ..readability.rules import load_rules
    from ..readability.rules.render import report_remark

    findings = [
        report_remark(remark) for language in examination.languages for remark in language.remarks
    ]
    print(format_for_review(form, findings, load_rules()), end="")


def _peer(lang: LanguageAnalysis, examination: Analysis) -> float | None:
    from ..readability.textstat_figure import grade_with_textstat

    return grade_with_textstat(lang.guide, examination.project.cache)
