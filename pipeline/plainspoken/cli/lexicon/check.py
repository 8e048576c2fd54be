"""`plainspoken lexicon check`: words that the lexicon should say, and entries that no text uses."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from ...diagnostics.visible_text import show_hidden
from ..options import JSON, add_folder, option

if TYPE_CHECKING:
    from ...audio.lexicon.check import UnsaidWord, UnusedEntry

EXAMPLE = "plainspoken lexicon check en"
OPTIONS = (
    option("lang", metavar="LANG", nargs="?", help="only this language of the guide"),
    JSON,
    add_folder,
)
_REASONS = {
    "stem": "It ends as names of medicines do",
    "glossary": "A term of the glossary has it, and no dictionary",
    "other language": "The lexicon says it in another language alone",
    "no dictionary": "No dictionary has it",
}


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.lexicon.check import find_unsaid, find_unused
    from ...config.project import load_project, select_locales
    from ...localized_guides import read_guides

    project = load_project(args.folder)
    guides = read_guides(project, select_locales(project, [args.lang] if args.lang else []))
    unsaid = [word for guide in guides.values() for word in find_unsaid(guide)]
    unused = [entry for guide in guides.values() for entry in find_unused(guide)]
    if args.json:
        words = [asdict(word) | {"command": word.command} for word in unsaid]
        table = {"schema": 1, "unsaid": words, "unused": [asdict(entry) for entry in unused]}
        print(json.dumps(table, ensure_ascii=False, indent=2))
    else:
        _print(unsaid, unused)
    return 0


def _print(unsaid: Sequence[UnsaidWord], unused: Sequence[UnusedEntry]) -> None:
    for reason, heading in _REASONS.items():
        words = [word for word in unsaid if word.reason == reason]
        if words:
            print(f"{heading}:")
        for word in words:
            about = f" ({word.about})" if word.about else ""
            print(show_hidden(f"  {word.place.file}:{word.place.line}: {word.word}{about}"))
            print(f"    {word.command}")
    if unused:
        print("No text uses these entries of the lexicon:")
    for entry in unused:
        print(show_hidden(f"  {entry.place.file}:{entry.place.line}: {entry.word} ({entry.lang})"))
    print(f"Not said: {len(unsaid)}. Not used: {len(unused)}.")
