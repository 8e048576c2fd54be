"""`plainspoken build`: all editions of all locales; and what `speak` and `pack` share with it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from . import options

if TYPE_CHECKING:
    from ..publishing import BuildResult, Withheld

SUMMARY = "make every edition that is not up to date: sound files and EPUB, in all languages"
_EXAMPLE = "plainspoken build --locale es"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = options.add_command(commands, "build", SUMMARY, _EXAMPLE)
    add_options(parser)
    parser.add_argument(
        "--release", action="store_true",
        help="withhold each edition whose doses, warnings and contacts are not all translated and "
        "reviewed, or whose checks find an error; exit 1 where one is withheld",
    )  # fmt: skip
    parser.set_defaults(run=run)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of every command that makes editions."""
    options.add_folder(parser)
    options.add_locales(parser)
    options.add_voice(parser)
    options.add_jobs(parser)
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..publishing import build

    return _release(args) if args.release else make(args, build)


def make(args: argparse.Namespace, do: Callable[..., list[BuildResult]]) -> int:
    """Make editions with progress, and tell what they are."""
    import json
    from dataclasses import asdict

    from ..config.project import load_project
    from .progress import show_progress

    project = load_project(args.folder)
    with show_progress() as report:
        made = do(project, args.locales, args.voice, args.jobs, report)
    if args.json:
        print(json.dumps({"schema": 1, "editions": [asdict(each) for each in made]}, indent=2))
    else:
        _tell(made)
    return 0


def _release(args: argparse.Namespace) -> int:
    import json
    from dataclasses import asdict

    from ..config.project import load_project
    from ..publishing import release
    from .progress import show_progress

    project = load_project(args.folder)
    with show_progress() as report:
        done = release(project, args.locales, args.voice, args.jobs, report)
    if args.json:
        facts = asdict(done)
        table = {"schema": 1, "editions": facts["made"], "withheld": facts["withheld"]}
        print(json.dumps(table, indent=2))
    else:
        _tell(done.made)
        _tell_withheld(done.withheld)
    return 1 if done.withheld else 0


def _tell(made: Sequence[BuildResult]) -> None:
    for each in made:
        state = "unchanged" if each.unchanged else "made"
        draft = ", a draft" if each.draft else ""
        risky = f", {_open(each.critical_open)}" if each.critical_open else ""
        print(f"{each.locale}: {state}{draft}{risky}")
        for edition in each.files:
            print(f"  dist/{edition.file}  {edition.bytes / 1e6:.1f} MB")
        if each.tracks:
            print(
                f"  {each.tracks} tracks, {_minutes(each.seconds)} of sound in dist/{each.locale}/"
            )
        if each.without_voice:
            langs = ", ".join(each.without_voice)
            print(f"  text only: there is no voice for {langs}")
        level = f"{each.scale}: {each.score:.1f}" if each.score is not None else "no accepted scale"
        print(f"  reading level, known terms set aside: {level}")
        if each.check_errors:
            what = "error" if each.check_errors == 1 else "errors"
            see = f"plainspoken catalogs check {each.locale}"
            print(f"  checks find {each.check_errors} {what} in the translation; see {see}")
        if each.untranslated:
            print(f"  blocks not translated: {each.untranslated}; see plainspoken catalogs status")


def _tell_withheld(withheld: Sequence[Withheld]) -> None:
    for each in withheld:
        counts = [_open(len(each.open))] if each.open else []
        if found := len(each.errors):
            counts.append(f"{found} {'error' if found == 1 else 'errors'} found by checks")
        print(f"{each.locale}: withheld: {', '.join(counts)}")
        for finding in (*each.open, *each.errors):
            print("  " + str(finding).replace("\n", "\n  "))
        if each.earlier:
            print(f"  dist/{each.locale}/ holds an earlier edition; it stays as it was.")


def _open(count: int) -> str:
    return f"{count} critical {'block' if count == 1 else 'blocks'} open"


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02} minutes"
