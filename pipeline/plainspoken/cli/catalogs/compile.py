"""`plainspoken catalogs compile`: `.mo` files, for programs that use gettext."""

from __future__ import annotations

import argparse

from .. import options
from ._common import add_locales

EXAMPLE = "plainspoken catalogs compile es"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's options to its parser."""
    add_locales(parser)
    options.add_folder(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...atomic_write import write_files
    from ...catalogs.exchange.mo import compile_mo, count_messages
    from ...catalogs.sync import read_catalogs
    from ...config.project import load_project

    project = load_project(args.folder)
    for lang, catalog in read_catalogs(project, args.locales).items():
        name = project.find_locale(lang).posix
        path = project.dist / "locale" / name / "LC_MESSAGES" / "guide.mo"
        write_files({path: compile_mo(catalog)}, project.root)
        print(f"Wrote {project.format_path(path)}: {count_messages(catalog)} messages.")
    return 0
