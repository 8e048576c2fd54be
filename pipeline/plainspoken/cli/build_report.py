"""Say what a build has made, what people should look at, and what a release withholds."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from textwrap import indent
from typing import TYPE_CHECKING, Any

from ..diagnostics.report import find_kind, format_findings, limit_kinds
from ..publishing.reviews import report_lapsed

if TYPE_CHECKING:
    from ..diagnostics.finding import Finding
    from ..publishing.build_state import BuildResult, EditionFile
    from ..publishing.release import Withheld
    from ..publishing.review_copy import ReviewCopy

_LETTERS = 5
"""How many are shown of those that no font has."""


def print_results(
    args: argparse.Namespace,
    results: Sequence[BuildResult],
    changed: Sequence[Finding],
    **more: Any,
) -> None:
    """Print what was built, for people or as JSON, and which input files were saved meanwhile."""
    from ..config.release_date import read_today

    today = read_today()
    if args.json:
        table = {"schema": 1, "editions": [_to_json(result, today) for result in results], **more}
        table["changed"] = [finding.file for finding in changed]
        print(json.dumps(table, indent=2))
        return
    _print_changed(changed)
    for result in results:
        state = "unchanged" if result.unchanged else "made"
        draft = ", a draft" if result.draft else ""
        risky = f", {_count_open(result.critical_open)}" if result.critical_open else ""
        print(f"{result.locale}: {state}{draft}{risky}")
        _print_files([replace(file, file=f"dist/{file.file}") for file in result.files])
        _print_sound(result)
        _print_text_facts(result)
        for finding in report_lapsed(result.reviews, today):
            print(indent(f"warning: {finding}", "  "))
    starter = dict.fromkeys(words for result in results for words in result.starter_words)
    for line in limit_kinds(starter, lambda _: "", lambda words: f"warning: {words}"):
        print(line)
    if starter:
        print("Write your own: `plainspoken build --release` withholds every edition until then.")


def print_review_copies(
    args: argparse.Namespace, copies: Sequence[ReviewCopy], changed: Sequence[Finding]
) -> None:
    """Print which copies for reviewers were made, and which input files were saved meanwhile."""
    if args.json:
        table = {"schema": 1, "review_copies": [asdict(copy) for copy in copies]}
        print(json.dumps({**table, "changed": [finding.file for finding in changed]}, indent=2))
        return
    _print_changed(changed)
    for copy in copies:
        notes = _count(copy.notes, "note")
        print(f"{copy.locale}: a copy with {notes} for reviewers; do not give it to patients")
        _print_files(copy.files)


def _print_changed(changed: Sequence[Finding]) -> None:
    for line in limit_kinds(changed, find_kind, lambda finding: f"warning: {finding}"):
        print(line, file=sys.stderr)


def _to_json(result: BuildResult, today: datetime.date) -> dict[str, Any]:
    lapsed = [finding.to_json() for finding in report_lapsed(result.reviews, today)]
    return {**asdict(result), "lapsed": lapsed}


def _print_text_facts(result: BuildResult) -> None:
    """Print what is known of the text: its voices, its level, and how far its translation is."""
    if result.without_voice:
        langs = ", ".join(result.without_voice)
        print(f"  text only: there is no voice for {langs}")
    told = (*result.recordings, *result.unsaid)
    for line in limit_kinds(told, lambda _: "", lambda told: f"  warning: {told}"):
        print(line)
    if result.undrawn:
        letters = " ".join([*result.undrawn[:_LETTERS], *["…"][: len(result.undrawn) > _LETTERS]])
        print(
            f"  warning: no font here has {letters}: the cover is text, shelves may show no picture"
        )
    score = "no accepted scale"
    if result.score is not None:
        score = f"{result.scale}: {result.score:z.1f}"
    print(f"  reading level, known terms set aside: {score}")
    found = [
        _count(number, noun)
        for number, noun in ((result.check_errors, "error"), (result.check_warnings, "warning"))
        if number
    ]
    if found:
        command = f"plainspoken catalogs check {result.locale}"
        print(f"  checks find {' and '.join(found)} in the translation; see {command}")
    if result.untranslated:
        command = "plainspoken catalogs status"
        print(f"  blocks not translated: {result.untranslated}; see {command}")
    if result.messages:
        signed = f"{result.signed} of {result.messages} messages"
        print(f"  signed by a second person: {signed}")
        if not result.has_translator:
            place = f"[locales.{result.locale}] in source/guide.toml"
            print(f"  nobody is named as its translator: add `translators` below {place}")


def _print_files(files: Sequence[EditionFile]) -> None:
    """Print files by their paths below the guide's folder; those of one edition's folder as one."""
    folders: dict[str, list[int]] = {}
    for file in files:
        top, locale, *path = file.file.split("/", 3)
        slash = "/" if len(path) > 1 else ""
        folders.setdefault(f"{top}/{locale}/{path[0]}{slash}", []).append(file.bytes)
    for name, sizes in folders.items():
        count = f"{_count(len(sizes), 'file')}, " if name.endswith("/") else ""
        print(f"  {name}  {count}{_format_size(sum(sizes))}")


def _print_sound(result: BuildResult) -> None:
    if result.tracks:
        length = _format_minutes(result.seconds)
        tracks = _count(result.tracks, "track")
        print(f"  {tracks}, {length} of sound in dist/{result.locale}/")
    if len(result.readers) > 1:
        readers = ", ".join(f"{reader.name} {reader.percent}%" for reader in result.readers)
        print(f"  read by {readers}")


def print_withheld(withheld: Sequence[Withheld]) -> None:
    """Print which editions are withheld, what is open of each kind, and how to see all of it."""
    for edition in withheld:
        print(f"{edition.locale}: withheld: {', '.join(count.text for count in edition.counts)}")
        for count in edition.counts:
            findings = getattr(edition.points, count.kind)
            print(indent(format_findings(findings), "  "))
            print(f"  See all {count.open}: {count.command}")
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
