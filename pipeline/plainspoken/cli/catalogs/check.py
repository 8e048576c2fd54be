"""`plainspoken catalogs check`: look for mistakes in translations."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from .. import options
from .opening import add_locales, open_guide

_SUMMARY = "Look for mistakes in translations: numbers, links, marks, hidden characters."


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.command(commands, "check", _SUMMARY, "plainspoken catalogs check es")
    add_locales(parser)
    options.add_json(parser)
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs import check, read_locales
    from ...catalogs.renderings import read_terms, renderings

    project, guide = open_guide(args)
    catalogs = read_locales(project, args.locales)
    findings = [
        finding
        for lang, catalog in catalogs.items()
        for finding in check(
            guide, catalog, project.locale(lang), renderings(read_terms(project, lang))
        )
    ]
    errors = sum(finding.level == "error" for finding in findings)
    if args.json:
        print(json.dumps({"findings": [asdict(each) for each in findings]}, ensure_ascii=False))
    else:
        for finding in findings:
            print(finding if finding.level == "error" else f"{finding.level}: {finding}")
        print(f"{errors} errors, {len(findings) - errors} warnings.")
    return 1 if errors else 0
