"""`plainspoken cache info`: how many sounds are kept, and how large they are."""

from __future__ import annotations

import argparse
import json

from ..options import JSON, add_folder

EXAMPLE = "plainspoken cache info"
OPTIONS = (JSON, add_folder)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.cache.contents import list_sounds
    from ...config.project import load_project

    cache = load_project(args.folder).cache
    sounds = list_sounds(cache)
    table = {
        kind: {"number": len(sizes), "bytes": sum(sizes)}
        for kind in ("clip", "track")
        for sizes in [[sound.size for sound in sounds if sound.kind == kind]]
    }
    if args.json:
        print(json.dumps({"schema": 1, "folder": str(cache), "sounds": table}, indent=2))
        return 0
    print(f"{cache}:")
    for kind, numbers in table.items():
        print(f"  {numbers['number']:,} {kind}s, {numbers['bytes'] / 1e6:.1f} MB")
    return 0
