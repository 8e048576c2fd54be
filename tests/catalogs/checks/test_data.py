"""The data of the languages: whole, and readable by the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspoken.catalogs.checks import data
from plainspoken.catalogs.checks.reading.lexicon import lexicon
from plainspoken.catalogs.checks.text import pattern

FILES = sorted(Path(data.__file__).parent.glob("*.toml"))
LISTS = {"words", "months", "weekdays", "before", "foreign", "also", "function", "may", "only",
         "not", "never_alone", "not_months"}  # fmt: skip
SHARED = {"numbers", "clock", "calendar", "units", "negation"}


def patterns(table: object, key: str = "") -> Iterator[str]:
    if isinstance(table, dict):
        for name, value in table.items():
            yield from patterns(value, name)
    elif isinstance(table, list):
        for value in table:
            yield from patterns(value, key)
    elif isinstance(table, str) and key not in LISTS:
        yield table


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_pattern_can_be_read(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    for each in patterns(table):
        try:
            pattern(each)
        except re.error as error:
            pytest.fail(f"{each}: {error}")
    assert lexicon(path.stem).forms
    assert table.keys() >= SHARED


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_has_words_for_its_numbers(path: Path) -> None:
    values = {form.value for form in lexicon(path.stem).forms.values() if form.role == ""}
    assert values >= set(range(2, 10))
    assert any(0 < value < 1 for value in values)


def test_a_file_serves_for_the_tags_below_it() -> None:
    assert data.known("pt-BR")
    assert data.known("zh-Hant-TW")
    assert not data.known("sw")
