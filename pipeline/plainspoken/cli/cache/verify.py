"""`plainspoken cache verify`: look for damaged sounds and transcripts."""

from __future__ import annotations

import argparse
import json

from ..options import JSON, add_folder

EXAMPLE = "plainspoken cache verify"
OPTIONS = (JSON, add_folder)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.cache.contents import is_whole, list_items
    from ...config.project import load_project

    cache = load_project(args.folder).cache
    items = list_items(cache)
    damaged = [item for item in items if not is_whole(item, cache)]
    names = [str(item.paths[0].relative_to(cache)) for item in damaged]
    sounds = sum(item.is_sound for item in items)
    transcripts = len(items) - sounds
    if args.json:
        found = {"schema": 1, "sounds": sounds, "transcripts": transcripts, "damaged": names}
        print(json.dumps(found, indent=2))
    else:
        for name in names:
            print(f"damaged: {name}")
        print(f"{sounds:,} sounds and {transcripts:,} transcripts, {len(damaged):,} damaged.")
    return int(bool(damaged))
