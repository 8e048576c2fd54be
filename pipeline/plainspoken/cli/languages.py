"""`plainspoken languages`: what is known of each language, and what is not."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from .options import JSON, option
from .table import print_table

if TYPE_CHECKING:
    from ..languages.inventory import Inventory

EXAMPLE = "plainspoken languages es"
OPTIONS = (
    option("tag", metavar="LANG", nargs="?", help="this one in full: es, pt-BR, zh-Hans"),
    JSON,
)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ..audio.voices import list_engines
    from ..languages.inventory import list_languages, take_inventory

    tags = list_languages() if args.tag is None else [_find_tag(args.tag)]
    engines = list_engines()
    found = [take_inventory(tag, engines) for tag in tags]
    if args.json:
        table = {"schema": 1, "languages": [asdict(inventory) for inventory in found]}
        print(json.dumps(table, ensure_ascii=False, indent=2))
    elif args.tag is not None:
        print("\n".join(_describe(found[0])))
    else:
        _print_inventories(found)
    return 0


def _find_tag(text: str) -> str:
    from ..diagnostics.errors import LanguageError
    from ..diagnostics.finding import Finding
    from ..languages import canonical
    from ..languages.inventory import list_languages
    from ..languages.tags import find_nearest, list_folders

    tag = canonical(text)
    if not find_nearest(tag, list_folders()):
        known = ", ".join(list_languages())
        hint = f"Use one of: {known}; or add a folder for it to plainspoken/languages."
        raise LanguageError([Finding("", 0, f"nothing is known of the language {text!r}", hint)])
    return tag


def _describe(inventory: Inventory) -> list[str]:
    direction = "from right to left" if inventory.direction == "rtl" else "from left to right"
    voices = [f"{engine} ({name})" for engine, name in inventory.voices.items()]
    lines = [
        f"{inventory.tag}: {inventory.name} ({inventory.own_name}), written {direction}",
        f"  words for editions: {_yes_or_no(inventory.words)}",
        f"  reading scale: {_list(inventory.scales)}",
        f"  remarks on hard sentences: {inventory.remarks}",
        f"  checks that look for its words: {_list(inventory.checks)}",
        f"  number words: {_yes_or_no(inventory.number_words)}",
        f"  voices: {_list(voices)}",
    ]
    if not inventory.lacks:
        return [*lines, "It lacks nothing that another language has."]
    return [*lines, "It lacks", *(f"  {lack}" for lack in inventory.lacks)]


def _print_inventories(found: Sequence[Inventory]) -> None:
    headings = ("", "Language", "Reading scale", "Remarks", "Checks", "Number\nwords", "Voices")
    rows = [
        (
            inventory.tag, inventory.name, inventory.scales[0] if inventory.scales else "none",
            inventory.remarks, _yes_or_no(bool(inventory.checks)),
            _yes_or_no(inventory.number_words), _list(tuple(inventory.voices)),
        )
        for inventory in found
        if inventory.words
    ]  # fmt: skip
    print_table(headings, rows)
    others = [inventory.tag for inventory in found if not inventory.words]
    print(f"Without words for editions, but not unknown: {_list(others)}.")
    print("One in full, and what it lacks: plainspoken languages LANG")


def _list(items: Sequence[str]) -> str:
    return ", ".join(items) or "none"


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"
