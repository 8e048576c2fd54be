"""`plainspoken recordings script`: a page to read from."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..options import JOBS, add_folder, flag, option

EXAMPLE = "plainspoken recordings script es"
OPTIONS = (
    option("lang", metavar="LOCALE", help="a language of the guide"),
    option("-o", "--output-file", dest="file", metavar="FILE", type=Path,
           help="where to write the page (recordings/<locale>/script.html)"),
    flag("--missing", "leave out what is recorded already"),
    add_folder, JOBS,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...config.project import load_project, select_locales
    from ...publishing.recording_script.page import write_page

    project = load_project(args.folder)
    (locale,) = select_locales(project, [args.lang])
    script, page = write_page(project, locale, args.file, args.missing, args.jobs)
    print(f"{len(script.lines)} sentences are in {project.files.format_path(page)}.")
    return 0
