"""A guide of some sentences, and what is remarked on them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.parsing import parse
from plainspoken.readability.rules import Remark, find_remarks
from plainspoken.readability.score import TokenizedGuide, tokenize

FIRST = 3
"""The line of the first sentence; each has a paragraph of its own."""

Told = Callable[..., list[Remark]]
Flagged = Callable[..., list[str]]


def write(folder: Path, sentences: Sequence[str], lang: str = "en") -> Path:
    """Put sentences in the place of a guide's first section, and the guide in a language."""
    config = folder / "source/guide.toml"
    text = config.read_text("utf-8")
    text = re.sub("^language = .*", f'language = "{lang}"', text, flags=re.MULTILINE)
    text += "" if f"[locales.{lang}]" in text else f'\n[locales.{lang}]\nvoices = ["espeak"]\n'
    config.write_text(text, encoding="utf-8")
    body = "\n\n".join(["# Words", *sentences])
    (folder / "source/01-boil.md").write_text(body + "\n", encoding="utf-8")
    return folder


def counts(folder: Path) -> TokenizedGuide:
    return tokenize(parse(load_project(folder)))


@pytest.fixture
def told(small_guide: Path) -> Told:
    """The remarks on sentences, in their order; all of them, or of one kind."""

    def tell(*sentences: str, lang: str = "en", kind: str = "") -> list[Remark]:
        found = find_remarks(counts(write(small_guide, sentences, lang)))
        return [
            each
            for each in found
            if each.finding.file == "source/01-boil.md" and kind in ("", each.kind)
        ]

    return tell


@pytest.fixture
def flagged(told: Told) -> Flagged:
    """Those of some sentences that a check remarks on."""

    def flag(kind: str, sentences: Sequence[str], lang: str = "en") -> list[str]:
        lines = {each.finding.line for each in told(*sentences, lang=lang, kind=kind)}
        return [each for place, each in enumerate(sentences) if FIRST + 2 * place in lines]

    return flag
