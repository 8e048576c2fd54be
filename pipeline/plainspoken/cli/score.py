"""`plainspoken score`: how hard the guide is to read, and whether it meets its targets."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from . import options

if TYPE_CHECKING:
    from ..findings import Finding
    from ..readability import Figures, Scorecard

_EXAMPLE = "plainspoken score --locale en --check"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    summary = "score how hard the guide is to read, section by section, in each language"
    parser = options.command(commands, "score", summary, _EXAMPLE)
    options.add_folder(parser)
    options.add_locales(parser)
    parser.add_argument("--check", action="store_true", help="exit 1 where a target is missed")
    parser.add_argument(
        "--textstat", action="store_true", help="show what textstat makes of the bare text as well"
    )
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..build.prepare import chosen, guides
    from ..project import load_project
    from ..readability import misses, score
    from ..readability.peer import textstat_figure

    project = load_project(args.folder)
    locales = chosen(project, args.locales)
    made = guides(project, locales)
    missed: list[Finding] = []
    told = []
    for locale in locales:
        guide = made[locale.lang]
        card = score(guide)
        found = list(misses(card, locale.targets))
        peer = textstat_figure(guide, project.cache) if args.textstat else None
        told.append(_table(card, found, peer))
        missed += found
        if not args.json:
            _show(card, peer)
            for finding in found:
                print(f"  misses its target: {finding.message}")
            if not found and any(asdict(locale.targets).values()):
                print("  meets its targets")
    if args.json:
        print(json.dumps({"schema": 1, "locales": told}, indent=2, ensure_ascii=False))
    return 1 if args.check and missed else 0


def _table(card: Scorecard, missed: list[Finding], peer: float | None) -> dict[str, Any]:
    return {
        "locale": card.lang,
        "scale": card.formula.title if card.formula else None,
        "source": card.formula.source if card.formula else None,
        "whole": asdict(card.whole),
        "sections": [
            {"id": each.id, "title": each.title, **asdict(each.figures)} for each in card.sections
        ],
        "left_out": dict(card.left_out),
        "longest": [
            {"words": len(each.words), "text": each.text, "file": each.place.file,
             "line": each.place.line}
            for each in card.longest
        ],
        "textstat": peer,
        "missed": [finding.message for finding in missed],
    }  # fmt: skip


def _show(card: Scorecard, peer: float | None) -> None:
    from rich.console import Console
    from rich.table import Table

    scale = card.formula.title if card.formula else "no validated scale: no figure"
    easier = (
        "" if card.formula is None else "; lower" if card.formula.lower_is_easier else "; higher"
    )
    table = Table(title=f"{card.lang}: {scale}{easier}{' is easier' if easier else ''}")
    table.add_column("section")
    for name in ("words", "sentences", "words a sentence", "longest", "terms aside", "as read"):
        table.add_column(name, justify="right")
    for each in card.sections:
        table.add_row(each.title, *_row(each.figures))
    table.add_section()
    table.add_row("whole, without the glossary", *_row(card.whole))
    console = Console()
    console.print(table, highlight=False)
    left_out = ", ".join(f"{kind} {count}" for kind, count in card.left_out) or "nothing"
    print(f"  words not counted: {left_out}")
    if peer is not None:
        print(f"  textstat alone, on the bare text: {peer:.1f}")
    for sentence in card.longest:
        where = f"{sentence.place.file}:{sentence.place.line}"
        print(f"  {len(sentence.words)} words, {where}: {sentence.text}")


def _row(figures: Figures) -> list[str]:
    shown = [figures.terms_aside, figures.as_read]
    return [
        str(figures.words),
        str(figures.sentences),
        f"{figures.mean:.1f}",
        str(figures.longest),
        *("–" if each is None else f"{each:.1f}" for each in shown),
    ]
