"""`plainspoken cache export`: write all sounds into a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..options import add_folder, option

EXAMPLE = "plainspoken cache export sounds.zip"
OPTIONS = (option("file", metavar="FILE", type=Path, help="where to write"), add_folder)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...atomic_write import open_whole_file
    from ...audio.cache.archive import write_archive
    from ...audio.cache.contents import is_whole, list_items
    from ...config.project import load_project
    from ...diagnostics.errors import OutputError
    from ...diagnostics.finding import Finding
    from ..progress import show_progress

    project = load_project(args.folder)
    cache = project.cache
    sounds = [item for item in list_items(cache) if item.is_carried and is_whole(item, cache)]
    if not sounds:
        hint = "Build the guide first: plainspoken build"
        raise OutputError([Finding(".cache", 0, "keeps no sound yet", hint)])
    with show_progress() as report, open_whole_file(args.file, Path()) as file:
        numbers = iter(range(1, len(sounds) + 1))
        write_archive(
            sounds, cache, file, lambda: report("sounds written", next(numbers), len(sounds))
        )
    print(f"Wrote {args.file}: {len(sounds):,} sounds, {args.file.stat().st_size / 1e6:.1f} MB.")
    return 0
