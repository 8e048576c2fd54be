"""`plainspoken recordings status`: what is recorded, and what has changed since."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from ..options import JOBS, JSON, add_folder, option

EXAMPLE = "plainspoken recordings status es"
OPTIONS = (option("lang", metavar="LOCALE", help="a language of the guide"), add_folder, JOBS, JSON)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...config.project import load_project, select_locales
    from ...publishing.recording_script.script import find_script

    project = load_project(args.folder)
    (locale,) = select_locales(project, [args.lang])
    script = find_script(project, locale, args.jobs)
    stale = script.status.stale
    if args.json:
        table = {
            "schema": 1,
            "locale": locale.lang,
            "sentences": [asdict(line) for line in script.lines],
            "stale": {name: asdict(entry) for name, entry in stale.items()},
            "warnings": script.warnings,
        }
        print(json.dumps(table, indent=2, ensure_ascii=False))
        return 0
    recorded = sum(line.state == "recorded" for line in script.lines)
    print(f"{locale.lang}: {recorded} of {len(script.lines)} sentences are recorded.")
    for warning in script.warnings:
        print(f"warning: {warning}")
    texts = {line.id: line.text for line in script.lines}
    for name, entry in stale.items():
        print(f"stale: {entry.file}\n  recorded: {entry.text}\n  now: {texts.get(name, '–')}")
    if not any(settings.engine == "recorded" for settings in locale.voices):
        print("They are not used: no voice in source/guide.toml is `recorded`.")
    return 0
