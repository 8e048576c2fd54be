"""A small guide as a book of plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.editions.text import edition
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Guide
from plainspoken.narration import Narration
from plainspoken.parsing import parse


@dataclass(frozen=True)
class Book:
    """A plain-text book, and the guide that it was made from."""

    folder: Path
    guide: Guide

    def raw(self) -> dict[str, bytes]:
        """The content of each file, by name."""
        return {path.name: path.read_bytes() for path in sorted(self.folder.iterdir())}

    def text(self, name: str) -> str:
        """The text of a file, as a program that knows UTF-8 reads it."""
        return (self.folder / name).read_text("utf-8-sig")


Write = Callable[..., Book]


@pytest.fixture
def write_book(small_guide: Path, tmp_path: Path) -> Write:
    """Write the small guide, or what is given in place of its first section."""
    count = 0

    def write(section: str = "") -> Book:
        nonlocal count
        count += 1
        if section:
            (small_guide / "source/01-boil.md").write_text(section, "utf-8")
        project = load_project(small_guide)
        locale = project.find_locale("en")
        guide = add_front_matter(parse(project), project, locale, ())
        out = tmp_path / f"book-{count}"
        out.mkdir()
        edition.build(guide, Narration((), ()), project, locale, out)
        return Book(out / "text", guide)

    return write
