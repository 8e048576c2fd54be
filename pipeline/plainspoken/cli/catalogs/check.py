"""`plainspoken catalogs check`: look for mistakes in translations."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...diagnostics.finding import REVIEW_FORMATS, Level
from ...diagnostics.report import MORE, limit_kinds
from ...diagnostics.visible_text import escape_json
from ..options import JSON, add_folder, choose, option
from ._common import LOCALES, open_guide

if TYPE_CHECKING:
    from ...diagnostics.finding import ReportedFinding

EXAMPLE = "plainspoken catalogs check es"
_LEVELS: dict[Level, str] = {"error": "errors", "warning": "warnings", "info": "notes"}
OPTIONS = (
    LOCALES,
    choose(
        JSON,
        option("--format", choices=REVIEW_FORMATS, help="write the findings for a code review"),
    ),
    add_folder,
)


def run(args: argparse.Namespace) -> int:
    """Run the command: 1 where there is an error, else 0."""
    from ...catalogs.checks import check_catalog, load_rules
    from ...catalogs.sync import read_catalogs
    from ...catalogs.termbase import read_renderings
    from ...diagnostics.review import format_for_review

    project, guide = open_guide(args)
    all_findings = [
        reported
        for lang, catalog in read_catalogs(project, args.locales).items()
        for reported in check_catalog(
            guide, catalog, project.find_locale(lang), read_renderings(project, lang)
        )
    ]
    open_findings = [reported for reported in all_findings if not reported.reason]
    findings = [reported.finding for reported in open_findings]
    if args.format:
        print(format_for_review(args.format, all_findings, load_rules()), end="")
    elif args.json:
        table = [
            {"check": reported.rule, **reported.finding.to_json()} for reported in open_findings
        ]
        print(escape_json(json.dumps({"findings": table}, ensure_ascii=False)))
    else:
        _print(open_findings)
    return 1 if any(finding.level == "error" for finding in findings) else 0


def _print(findings: Sequence[ReportedFinding]) -> None:
    lines = list(limit_kinds(findings, _find_kind, _format))
    for line in lines:
        print(line)
    if any(line.startswith(MORE) for line in lines):
        print("All of them: plainspoken catalogs check --json")
    counts = Counter(reported.finding.level for reported in findings)
    print(f"{', '.join(f'{counts[level]} {name}' for level, name in _LEVELS.items())}.")


def _find_kind(reported: ReportedFinding) -> tuple[str, str]:
    return reported.finding.level, reported.rule


def _format(reported: ReportedFinding) -> str:
    level = reported.finding.level
    return f"{reported.finding}" if level == "error" else f"{level}: {reported.finding}"
