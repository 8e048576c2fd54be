"""`plainspoken cache import`: take the sounds of a file."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from ..options import add_folder, option

EXAMPLE = "plainspoken cache import sounds.zip"
OPTIONS = (
    option("file", metavar="FILE", type=Path, help="what `plainspoken cache export` wrote"),
    add_folder,
)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.cache.archive import read_archive
    from ...cache_files import remove_unfinished
    from ...config.project import load_project
    from ...locks import BUILD, hold_lock
    from ..progress import show_progress

    project = load_project(args.folder)
    with (
        hold_lock(BUILD, project.cache, project.root),
        remove_unfinished(project.cache),
        show_progress() as report,
    ):
        counts = read_archive(args.file, project.cache, partial(report, "sounds read"))
    print(
        f"Took {counts.taken:,} sounds; {counts.present:,} were there already, "
        f"{counts.damaged:,} are damaged and were left out."
    )
    return int(counts.damaged > 0)
