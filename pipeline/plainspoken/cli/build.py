"""`plainspoken build`: make all editions of all locales; `speak` and `pack` share its options."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from textwrap import indent
from typing import TYPE_CHECKING, Any, TypeVar

from ..diagnostics.report import find_kind, format_findings, limit_kinds
from .options import EDITIONS, JOBS, JSON, LOCALES, VOICE, add_folder, flag
from .progress import show_progress

if TYPE_CHECKING:
    from ..diagnostics.finding import Finding
    from ..publishing.build_state import BuildResult
    from ..publishing.release import Withheld

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
        "withhold each edition whose doses, warnings and contacts are not all translated and "
        "reviewed, or whose checks find an error; exit 1 where one is withheld",
    ),
)
_Result = TypeVar("_Result")


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    if not args.release:
        from ..publishing.builder import build

        return run_build(args, partial(build, editions=args.editions))
    # Only here: it brings all stages with it, and a build that has nothing to do is quick.
    from ..publishing.release import release

    outcome, changed = _run_with_progress(partial(release, editions=args.editions), args)
    withheld = [edition.to_json() for edition in outcome.withheld]
    _print_results(args, outcome.results, changed, withheld=withheld)
    if not args.json:
        _print_withheld(outcome.withheld)
    return 1 if outcome.withheld else 0


def run_build(args: argparse.Namespace, build: Callable[..., list[BuildResult]]) -> int:
    """Build with progress, and print what was built."""
    _print_results(args, *_run_with_progress(build, args))
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


def _print_results(
    args: argparse.Namespace,
    results: Sequence[BuildResult],
    changed: Sequence[Finding],
    **more: Any,
) -> None:
    if args.json:
        table = {"schema": 1, "editions": [asdict(result) for result in results], **more}
        table["changed"] = [finding.file for finding in changed]
        print(json.dumps(table, indent=2))
        return
    for line in limit_kinds(changed, find_kind, lambda finding: f"warning: {finding}"):
        print(line, file=sys.stderr)
    for result in results:
        state = "unchanged" if result.unchanged else "made"
        draft = ", a draft" if result.draft else ""
        risky = f", {_count_open(result.critical_open)}" if result.critical_open else ""
        print(f"{result.locale}: {state}{draft}{risky}")
        _print_files(result)
        if result.without_voice:
            langs = ", ".join(result.without_voice)
            print(f"  text only: there is no voice for {langs}")
        told = (*result.recordings, *result.unsaid)
        for line in limit_kinds(told, lambda _: "", lambda told: f"  warning: {told}"):
            print(line)
        score = "no accepted scale"
        if result.score is not None:
            score = f"{result.scale}: {result.score:z.1f}"
        print(f"  reading level, known terms set aside: {score}")
        if result.check_errors:
            command = f"plainspoken catalogs check {result.locale}"
            errors = _count(result.check_errors, "error")
            print(f"  checks find {errors} in the translation; see {command}")
        if result.untranslated:
            command = "plainspoken catalogs status"
            print(f"  blocks not translated: {result.untranslated}; see {command}")


def _print_files(result: BuildResult) -> None:
    folders: dict[str, list[int]] = {}
    for file in result.files:
        locale, _, path = file.file.partition("/")
        folder, slash, _ = path.partition("/")
        folders.setdefault(f"dist/{locale}/{folder}{slash}", []).append(file.bytes)
    for name, sizes in folders.items():
        count = f"{_count(len(sizes), 'file')}, " if name.endswith("/") else ""
        print(f"  {name}  {count}{_format_size(sum(sizes))}")
    if result.tracks:
        length = _format_minutes(result.seconds)
        print(f"  {result.tracks} tracks, {length} of sound in dist/{result.locale}/")
    if len(result.readers) > 1:
        readers = ", ".join(f"{reader.name} {reader.percent}%" for reader in result.readers)
        print(f"  read by {readers}")


def _print_withheld(withheld: Sequence[Withheld]) -> None:
    for edition in withheld:
        counts = [_count_open(len(edition.open))] if edition.open else []
        if found := len(edition.errors):
            counts.append(f"{_count(found, 'error')} found by checks")
        print(f"{edition.locale}: withheld: {', '.join(counts)}")
        print(indent(format_findings([*edition.open, *edition.errors]), "  "))
        if edition.earlier:
            print(f"  dist/{edition.locale}/ holds an earlier edition; it stays as it was.")


def _count_open(count: int) -> str:
    return f"{_count(count, 'critical block')} open"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _format_size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"


def _format_minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02} minutes"
