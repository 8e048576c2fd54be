"""`plainspoken catalogs compile`: `.mo` files, for programs that use gettext."""

from __future__ import annotations

import argparse

from ..options import add_folder
from ._common import LOCALES

EXAMPLE = "plainspoken catalogs compile es"
OPTIONS = (LOCALES, add_folder)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...catalogs.exchange.mo import compile_mo
    from ...catalogs.sync import read_catalogs
    from ...config.project import load_project
    from ...locks import DIST, hold_lock

    project = load_project(args.folder)
    for lang, catalog in read_catalogs(project, args.locales).items():
        name = project.find_locale(lang).posix
        path = project.dist / "locale" / name / "LC_MESSAGES" / "guide.mo"
        with hold_lock(DIST, project.cache, project.root):
            project.files.write({path: compile_mo(catalog)})
        count = sum(entry.is_usable for entry in catalog.iter_messages())
        print(f"Wrote {project.format_path(path)}: {count} messages.")
    return 0
