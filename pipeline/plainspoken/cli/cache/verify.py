"""`plainspoken cache verify`: look for damaged sounds."""

from __future__ import annotations

import argparse
import json

from ..options import JSON, add_folder

EXAMPLE = "plainspoken cache verify"
OPTIONS = (JSON, add_folder)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.cache.contents import is_whole, list_sounds
    from ...config.project import load_project

    cache = load_project(args.folder).cache
    sounds = list_sounds(cache)
    damaged = [sound for sound in sounds if not is_whole(sound, cache)]
    names = [str(sound.paths[0].relative_to(cache)) for sound in damaged]
    if args.json:
        print(json.dumps({"schema": 1, "sounds": len(sounds), "damaged": names}, indent=2))
    else:
        for name in names:
            print(f"damaged: {name}")
        print(f"{len(sounds):,} sounds, {len(damaged):,} damaged.")
    return int(bool(damaged))
