"""What several commands share: open the guide, report which files changed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...config.project import Project
    from ...guide import Guide


def open_guide(args: argparse.Namespace) -> tuple[Project, Guide]:
    """Read the project in `args.folder`, and its guide.

    Raises:
        PlainspokenError: with every error of its configuration, or of its source.
    """
    from ...config.project import load_project
    from ...parsing import parse

    project = load_project(args.folder)
    return project, parse(project)


def report_written(project: Project, changed: Sequence[Path]) -> None:
    """Print which files were written."""
    for path in changed:
        print(f"Wrote {project.format_path(path)}.")
    if not changed:
        print("Nothing has changed.")


def add_locales(parser: argparse.ArgumentParser) -> None:
    """Add the argument `LOCALE …`, as `args.locales`; without any, all are meant."""
    parser.add_argument("locales", metavar="LOCALE", nargs="*", help="only these languages")
