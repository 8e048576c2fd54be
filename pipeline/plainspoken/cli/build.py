"""`plainspoken build`: make all editions of all locales; `speak` and `pack` share its options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from .build_report import print_results, print_review_copies, print_withheld
from .options import EDITIONS, JOBS, JSON, LOCALES, VOICE, add_folder, flag
from .progress import show_progress

if TYPE_CHECKING:
    from ..diagnostics.finding import Finding
    from ..publishing.build_state import BuildResult

EXAMPLE = "plainspoken build --locale es"
NO_WAIT = flag(
    "--no-wait",
    "end with exit code 2 while another process builds this guide, instead of waiting for it",
)
EDITION_OPTIONS = (add_folder, LOCALES, VOICE, JOBS, NO_WAIT, JSON)
OPTIONS = (
    *EDITION_OPTIONS,
    EDITIONS,
    flag(
        "--release",
        "withhold each edition with a critical text that no second person has signed, an error or "
        "a warning of a check that nobody has allowed, a review that has lapsed, or words of the "
        "starter; exit 1 where one is withheld",
    ),
    flag(
        "--with-review-notes",
        "make a copy for reviewers instead, in review-copy/: it shows the notes for reviewers "
        "of the source, says so, and cannot be released",
    ),
)
_Result = TypeVar("_Result")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    if args.with_review_notes:
        return _build_review_copies(args)
    if not args.release:
        from ..publishing.builder import build

        return run_build(args, partial(build, editions=args.editions))
    # Only here: it brings all stages with it, and a build that has nothing to do is quick.
    from ..publishing.release import release

    outcome, changed = _run_with_progress(partial(release, editions=args.editions), args)
    withheld = [edition.to_json() for edition in outcome.withheld]
    print_results(args, outcome.results, changed, withheld=withheld)
    if not args.json:
        print_withheld(outcome.withheld)
    return 1 if outcome.withheld else 0


def _build_review_copies(args: argparse.Namespace) -> int:
    from ..diagnostics.errors import ProjectError
    from ..diagnostics.finding import Finding
    from ..publishing.review_copy import build_review_copies

    if args.release:
        message = "a copy with notes for reviewers cannot be released"
        hint = "Leave out --with-review-notes, or --release."
        raise ProjectError([Finding("", 0, message, hint)])
    build = partial(build_review_copies, editions=args.editions)
    print_review_copies(args, *_run_with_progress(build, args))
    return 0


def run_build(args: argparse.Namespace, build: Callable[..., list[BuildResult]]) -> int:
    """Build with progress, and print what was built."""
    print_results(args, *_run_with_progress(build, args))
    return 0


def _run_with_progress(
    build: Callable[..., _Result], args: argparse.Namespace
) -> tuple[_Result, list[Finding]]:
    """What a build gives, and the input files that were saved while it ran."""
    from ..publishing.build_lock import hold_build_lock
    from ..worker_pool import open_pool

    with (
        open_pool(args.jobs) as pool,
        hold_build_lock(args.folder, wait=not args.no_wait) as project,
        show_progress() as report,
    ):
        result = build(project, args.locales, args.voice, args.jobs, report, pool=pool)
    return result, [project.files.report_changed(path) for path in project.files.find_changed()]
