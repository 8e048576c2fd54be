"""`plainspoken recordings import`: put recordings in place by the numbers of the script."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..options import JOBS, add_folder, flag, option

EXAMPLE = "plainspoken recordings import es take.wav --labels labels.txt"
OPTIONS = (
    option("lang", metavar="LOCALE", help="a language of the guide"),
    option("source", metavar="PATH", type=Path,
           help="a folder of files that begin with their numbers, or one long recording"),
    option("--labels", metavar="FILE", type=Path,
           help="where each number stands in a long recording, as Audacity exports labels"),
    flag("--replace", "put them in the place of recordings that are there"),
    add_folder, JOBS,
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...config.project import load_project, select_locales
    from ...diagnostics.errors import VoiceError
    from ...diagnostics.finding import Finding
    from ...publishing.recording_script.take_in import (
        read_labelled_take,
        read_numbered_files,
        take_in,
    )

    project = load_project(args.folder)
    (locale,) = select_locales(project, [args.lang])
    if args.labels:
        takes = read_labelled_take(args.source, args.labels)
    elif args.source.is_dir():
        takes = read_numbered_files(args.source)
    else:
        hint = "Name a folder of recordings, or add --labels to a long one."
        raise VoiceError([Finding(str(args.source), 0, "is no folder", hint)])
    taken = take_in(project, locale, takes, args.replace, args.jobs)
    for finding in taken.warnings:
        print(f"warning: {finding}")
    print(f"Took {len(taken.ids)} recordings.")
    if taken.stale:
        print(f"Of text that has changed since, and not used: {taken.stale}.")
    return 0
