"""`plainspoken recordings script`: a page to read from."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..options import add_folder, flag, option

EXAMPLE = "plainspoken recordings script es"
OPTIONS = (
    option("lang", metavar="LOCALE", help="a language of the guide"),
    option("-o", "--output-file", dest="file", metavar="FILE", type=Path,
           help="where to write the page (recordings/<locale>/script.html)"),
    flag("--missing", "leave out what is recorded already"),
    add_folder,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...atomic_write import write_files
    from ...audio.recordings.folder import locate_recordings
    from ...config.project import load_project, select_locales
    from ...publishing.recording_script.page import format_page
    from ...publishing.recording_script.script import FILE, format_numbers, write_recording_script

    project = load_project(args.folder)
    (locale,) = select_locales(project, [args.lang])
    script = write_recording_script(project, locale)
    folder = locate_recordings(project.root, locale.lang)
    page = args.file or folder / "script.html"
    write_files(
        {page: format_page(script, args.missing), folder / FILE: format_numbers(script)},
        project.root,
    )
    print(f"{len(script.lines)} sentences are in {project.files.format_path(page)}.")
    return 0
