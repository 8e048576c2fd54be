"""`plainspoken review-notes`: list the notes for reviewers, which no edition has."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from ..diagnostics.visible_text import escape_json, shorten, show_hidden
from .options import JSON, add_folder

if TYPE_CHECKING:
    from ..guide import ReviewNote

EXAMPLE = "plainspoken review-notes --json"
OPTIONS = (JSON, add_folder)
_MOST_CHARACTERS = 76
"""Of what stands before a note; in JSON it is whole."""


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..config.project import load_project
    from ..parsing import parse

    notes = parse(load_project(args.folder)).review_notes
    if args.json:
        table = {"schema": 1, "notes": [note.to_json() for note in notes]}
        print(escape_json(json.dumps(table, indent=2, ensure_ascii=False)))
    else:
        print(f"Notes for reviewers: {len(notes) or 'none'}.")
        for note in notes:
            _print_note(note)
    return 0


def _print_note(note: ReviewNote) -> None:
    print(f"{note.place.file}:{note.place.line}: {show_hidden(note.text)}")
    for label, words in (("under", note.heading), ("after", note.before)):
        if words:
            print(f"    {label}: {shorten(show_hidden(' '.join(words.split())), _MOST_CHARACTERS)}")
