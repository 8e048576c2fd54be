"""`plainspoken score`: how hard the guide is to read, why, and whether it meets its targets."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from ..diagnostics.finding import REVIEW_FORMATS
from .options import JOBS, JSON, LOCALES, add_folder, choose, flag, option

if TYPE_CHECKING:
    from ..config.project import Project
    from ..readability.analysis import Analysis

EXAMPLE = "plainspoken score --locale en --check"
OPTIONS = (
    add_folder,
    LOCALES,
    JOBS,
    flag("--check", "exit 1 where a target is missed"),
    choose(
        flag("--remarks", "list all that makes sentences hard, with fixes"),
        flag("--audit", "list every word and syllable that was counted"),
        JSON,
        option("--format", choices=REVIEW_FORMATS, help="write remarks for a code review"),
        flag("--report", "write dist/readability/index.html and its JSON"),
        flag("--record", "keep the figures of this version in source/history"),
        flag("--checklists", "print empty checklists for an editor to fill in"),
        flag("--watch", "score again whenever a file is saved, until Ctrl-C"),
    ),
    flag("--textstat", "show what textstat makes of the bare text as well"),
)


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
        message = "a record holds the figures of all languages"
        raise OutputError([Finding("", 0, message, "Leave out --locale.")])
    if args.watch:
        from .score_watch import watch

        def analyse(jobs: int) -> Analysis:
            return _analyse(load_project(project.root), args.locales, jobs)

        return watch(project.root, analyse, args.jobs)
    analysis = _analyse(project, args.locales, args.jobs)
    _print(args, analysis)
    has_missed = any(language.missed_targets for language in analysis.languages)
    return 1 if args.check and has_missed else 0


def _analyse(project: Project, langs: Sequence[str], jobs: int) -> Analysis:
    """Analyse the source in another process while this one reads the translations."""
    from ..config.project import select_locales
    from ..localized_guides import add_translations, read_source
    from ..readability.analysis import analyse, analyse_guide, read_records
    from ..workers import run_in_child

    locales = select_locales(project, langs)
    own = project.find_locale(project.language)
    with ExitStack() as stack:
        source, errors = read_source(project)
        get_source_analysis = None
        if source and jobs > 1:
            answer = stack.enter_context(run_in_child(partial(analyse_guide, source)))
            get_source_analysis = answer.get
        records = read_records(project)
        errors += records.errors
        guides, _ = add_translations(project, source, errors, (own, *locales))
        selected = {locale.lang: guides[locale.lang] for locale in locales}
        return analyse(project, selected, guides[own.lang], records, jobs, get_source_analysis)


def _print(args: argparse.Namespace, analysis: Analysis) -> None:
    if args.json:
        from ..readability.export import to_json

        print(to_json(analysis), end="")
    elif args.format:
        _print_for_review(args.format, analysis)
    elif args.report:
        from ..readability.export import write_report_files

        for path in write_report_files(analysis):
            print(f"Wrote {analysis.project.format_path(path)}.")
    elif args.record:
        _record(analysis)
    elif args.audit:
        from .score_table import print_audit

        for language in analysis.languages:
            print_audit(language)
    else:
        from ..readability.textstat_figure import grade_with_textstat
        from .score_table import print_language

        for language in analysis.languages:
            textstat = None
            if args.textstat:
                textstat = grade_with_textstat(language.guide, analysis.project.cache)
            print_language(language, textstat, in_full=args.remarks)


def _record(analysis: Analysis) -> None:
    from ..readability.history import make_release, write_release

    project = analysis.project
    cards = {language.card.lang: language.card for language in analysis.languages}
    remarks = {language.card.lang: len(language.open_remarks) for language in analysis.languages}
    path = write_release(project, make_release(project, cards, remarks))
    print(f"Wrote {project.format_path(path)}.")


def _print_for_review(form: str, analysis: Analysis) -> None:
    from ..diagnostics.review import format_for_review
    from ..readability.rules import load_rules
    from ..readability.rules.runner import report_remark

    findings = [
        report_remark(remark) for language in analysis.languages for remark in language.remarks
    ]
    print(format_for_review(form, findings, load_rules()), end="")
