"""`plainspoken cache info`: how many sounds and transcripts are kept, and how large they are."""

from __future__ import annotations

import argparse
import json

from ..options import JSON, add_folder

EXAMPLE = "plainspoken cache info"
OPTIONS = (JSON, add_folder)
_PLURALS = {
    "clip": "clips",
    "stretch": "stretches (sentences as they lie in tracks)",
    "track": "tracks",
    "transcript": "transcripts",
}


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.cache.contents import PATTERNS, list_items
    from ...config.project import load_project

    cache = load_project(args.folder).cache
    items = list_items(cache)
    table = {
        kind: {"number": len(sizes), "bytes": sum(sizes)}
        for kind in PATTERNS
        for sizes in [[item.size for item in items if item.kind == kind]]
    }
    if args.json:
        transcripts = table.pop("transcript")
        found = {"schema": 1, "folder": str(cache), "sounds": table, "transcripts": transcripts}
        print(json.dumps(found, indent=2))
        return 0
    print(f"{cache}:")
    for kind, numbers in table.items():
        print(f"  {numbers['number']:,} {_PLURALS[kind]}, {numbers['bytes'] / 1e6:.1f} MB")
    return 0
