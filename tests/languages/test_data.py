"""The data of the languages: whole, and readable by the code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspoken.diagnostics.errors import LanguageError
from plainspoken.languages import find_language
from plainspoken.languages.tags import FOLDER
from plainspoken.quantities.cldr import list_unit_forms
from plainspoken.quantities.lexicon import read_lexicon
from plainspoken.quantities.normalize import compile_pattern
from plainspoken.quantities.unit_table import UNITS

FOLDERS = sorted(path.parent for path in FOLDER.glob("*/quantities.toml"))
LISTS = {"words", "months", "weekdays", "before", "foreign", "also", "function", "may", "only",
         "not", "never_alone", "not_months"}  # fmt: skip
SHARED = {"numbers", "clock", "calendar", "units", "doses", "phones", "negation"}


def patterns(table: object, key: str = "") -> Iterator[str]:
    if isinstance(table, dict):
        for name, value in table.items():
            yield from patterns(value, name)
    elif isinstance(table, list):
        for value in table:
            yield from patterns(value, key)
    elif isinstance(table, str) and key not in LISTS:
        yield table


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.name)
def test_every_pattern_can_be_read(path: Path) -> None:
    table = {
        **tomllib.loads((path / "quantities.toml").read_text("utf-8")),
        **tomllib.loads((path / "checks.toml").read_text("utf-8")),
    }
    for each in patterns(table):
        try:
            compile_pattern(each)
        except re.error as error:
            pytest.fail(f"{each}: {error}")
    assert read_lexicon(find_language(path.name)).forms
    assert table.keys() >= SHARED


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.name)
def test_a_language_has_words_for_its_numbers(path: Path) -> None:
    forms = read_lexicon(find_language(path.name)).forms.values()
    assert {form.value for form in forms if form.role == ""} >= set(range(2, 10))
    assert any(form.role == "/" or 0 < form.value < 1 for form in forms)


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.name)
def test_every_unit_that_a_language_names_is_known(path: Path) -> None:
    tables = tomllib.loads((path / "quantities.toml").read_text("utf-8"))
    lines = [*tables["units"].get("words", ()), *tables["units"].get("before", ())]
    named = {line.split()[0] for line in lines}
    counted = {form.unit for form in read_lexicon(find_language(path.name)).forms.values()}
    assert named | counted - {""} <= UNITS.keys()


def test_cldr_knows_the_units_whose_names_come_from_it() -> None:
    english = find_language("en")
    for name, unit in UNITS.items():
        for width in unit.cldr.split():
            assert list(list_unit_forms(english, name, (width,))), name


def test_a_file_serves_for_the_tags_below_it() -> None:
    assert find_language("pt-BR").has("checks")
    assert find_language("zh-Hant-TW").has("checks")
    assert not find_language("sw").has("checks")


def test_a_pattern_that_is_none_is_an_error_that_shows_it() -> None:
    with pytest.raises(LanguageError, match=r"nicht\(.* is no regular expression"):
        compile_pattern("nicht(")
