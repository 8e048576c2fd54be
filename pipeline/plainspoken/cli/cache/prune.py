"""`plainspoken cache prune`: remove what is damaged, and what was used longest ago."""

from __future__ import annotations

import argparse

from ..options import add_folder, option

EXAMPLE = "plainspoken cache prune --most 500"


def _parse_size(text: str) -> int:
    size = float(text)
    if not 0 <= size < 1e9:
        raise ValueError
    return int(size * 1e6)


_parse_size.__name__ = "number of megabytes"
OPTIONS = (
    option("--most", metavar="MB", type=_parse_size, default=2_000_000_000,
           help="keep at most so many megabytes (2000)"),
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...audio.cache.contents import choose_oldest, is_whole, list_items, remove
    from ...config.project import load_project
    from ...locks import BUILD, hold_lock

    project = load_project(args.folder)
    with hold_lock(BUILD, project.cache, project.root):
        items = list_items(project.cache)
        damaged = [item for item in items if not is_whole(item, project.cache)]
        oldest = list(choose_oldest([item for item in items if item not in damaged], args.most))
        remove([*damaged, *oldest])
    freed = sum(item.size for item in (*damaged, *oldest))
    print(
        f"Removed {len(damaged):,} damaged and {len(oldest):,} of the oldest sounds and "
        f"transcripts: {freed / 1e6:.1f} MB."
    )
    return 0
