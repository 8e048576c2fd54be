"""Make catalogs of random prose: any number of messages, some of them edited."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainspoken.catalogs.catalog_header import CREATION_DATE
from plainspoken.po.model import Catalog, Entry
from plainspoken.po.reader import parse_catalog
from plainspoken.po.writer import format_catalog

from .sample_guide import ROOT

_SPANISH = ROOT / "locales" / "es" / "LC_MESSAGES" / "guide.po"
_EDITED = 8
"""At most one word in so many of an edited message is replaced."""
_HEADER = (
    "Project-Id-Version: prose\n{date}: {year}-01-01 00:00+0000\n"
    "PO-Revision-Date: 2025-01-01 00:00+0000\nLast-Translator: A <a@example.org>\n"
    "Language-Team: Spanish\nLanguage: es\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
)


@dataclass(frozen=True, slots=True)
class CatalogPair:
    """A catalog, and a newer template for it."""

    catalog: Catalog
    template: Catalog

    def save(self, folder: Path) -> tuple[Path, Path]:
        """Write both; give the file of the catalog and that of the template."""
        files = (folder / "old.po", folder / "new.pot")
        for path, catalog in zip(files, (self.catalog, self.template), strict=True):
            path.write_text(format_catalog(catalog), "utf-8")
        return files


def make_pair(number: int, edited: float = 0.5) -> CatalogPair:
    """Make messages from the words of this repository's guide; a part of them edited since."""
    dice = random.Random(number)
    words, translated = _collect_words()
    before: dict[str, Entry] = {}
    while len(before) < number:
        text, references = (
            _make_text(dice, words),
            (f"source/{len(before) // 40:03}-a.md:a.{len(before)}x",),
        )
        translation = (_make_text(dice, translated),)
        about = ("paragraph, in: A > B",)
        before[text] = Entry(text, translation, extracted=about, references=references)
    after: dict[str, Entry] = {}
    for entry in before.values():
        text = _edit_text(dice, entry.msgid, words) if dice.random() < edited else entry.msgid
        after[text] = replace(entry, msgid=text, msgstrs=("",))
    return CatalogPair(
        _make_catalog(2025, list(before.values())), _make_catalog(2026, list(after.values()))
    )


def _collect_words() -> tuple[list[str], list[str]]:
    catalog = parse_catalog(_SPANISH.read_bytes(), _SPANISH.name)
    texts = [(entry.msgid, entry.msgstr) for entry in catalog.iter_messages()]
    sources, targets = (" ".join(side).split() for side in zip(*texts, strict=True))
    return sources, targets


def _make_text(dice: random.Random, words: Sequence[str]) -> str:
    return " ".join(dice.choices(words, k=dice.randint(8, 50)))


def _edit_text(dice: random.Random, text: str, words: Sequence[str]) -> str:
    parts = text.split()
    for _ in range(dice.randint(1, max(1, len(parts) // _EDITED))):
        parts[dice.randrange(len(parts))] = dice.choice(words)
    return " ".join(parts)


def _make_catalog(year: int, entries: list[Entry]) -> Catalog:
    return Catalog(
        "prose.po", (Entry("", (_HEADER.format(date=CREATION_DATE, year=year),)), *entries)
    )
