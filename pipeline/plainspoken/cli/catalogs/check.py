"""`plainspoken catalogs check`: look for mistakes in translations."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...diagnostics.finding import Level
from .. import options
from ._common import add_locales, open_guide

if TYPE_CHECKING:
    from ...diagnostics.finding import Finding
    from ...diagnostics.report import Reported

_SUMMARY = (
    "Look for mistakes in translations: numbers, units, names, links, negations, scripts and more."
)
_LEVELS: tuple[tuple[Level, str], ...] = (
    ("error", "errors"), ("warning", "warnings"), ("info", "notes"),
)  # fmt: skip


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.add_command(commands, "check", _SUMMARY, "plainspoken catalogs check es")
    add_locales(parser)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="write JSON, for programs")
    shown.add_argument(
        "--format", choices=("github", "sarif"), help="write the findings for a code review"
    )
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command: 1 where there is an error, else 0."""
    from ...catalogs.checks import examine
    from ...catalogs.sync import read_catalogs
    from ...catalogs.termbase import read_terms, to_renderings

    project, guide = open_guide(args)
    found = [
        each
        for lang, catalog in read_catalogs(project, args.locales).items()
        for each in examine(
            guide, catalog, project.locale(lang), to_renderings(read_terms(project, lang))
        )
    ]
    raised = [each for each in found if not each.reason]
    findings = [each.finding for each in raised]
    if args.format:
        _print_for_review(args.format, found)
    elif args.json:
        table = [{"check": each.rule, **each.finding.to_json()} for each in raised]
        print(json.dumps({"findings": table}, ensure_ascii=False))
    else:
        _print(findings)
    return 1 if any(finding.level == "error" for finding in findings) else 0


def _print(findings: Sequence[Finding]) -> None:
    for finding in findings:
        print(finding if finding.level == "error" else f"{finding.level}: {finding}")
    counts = Counter(finding.level for finding in findings)
    said = (f"{counts[level]} {name}" for level, name in _LEVELS)
    print(f"{', '.join(said)}.")


def _print_for_review(form: str, found: Sequence[Reported]) -> None:
    from ...catalogs.checks import RULES
    from ...diagnostics.github import github
    from ...diagnostics.sarif import sarif

    if form == "sarif":
        print(sarif(found, RULES), end="")
    else:
        for line in github(found):
            print(line)
