"""A guide's own plainer words, or every fault of their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import PlainspokenError
from plainspoken.parsing import parse


def write(folder: Path, text: str) -> Path:
    (folder / "source/plain-words.toml").write_text(text, encoding="utf-8")
    return folder


def test_words_come_by_language_with_the_hard_one_in_small_letters(small_guide: Path) -> None:
    write(small_guide, '[en]\nutilize = "use"\n"Prior to" = "before"\n\n[es]\nutilizar = "usar"\n')
    assert parse(load_project(small_guide)).plain_words == (
        ("en", "utilize", "use"),
        ("en", "prior to", "before"),
        ("es", "utilizar", "usar"),
    )


def test_a_guide_without_the_file_has_none(small_guide: Path) -> None:
    assert parse(load_project(small_guide)).plain_words == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('utilize = "use"\n', "plain-words.toml:1: `utilize` is text in quotes, not a table"),
        ('[en]\nutilize = ""\n', "plain-words.toml:2: `en.utilize` is empty"),
        ('[en]\nutilize = 3\n', "plain-words.toml:2: `en.utilize` is a whole number, not text"),
        ('[en]\nutilize = ["use"]\n', "plain-words.toml:2: `en.utilize` is a list, not text"),
        ('[english]\nutilize = "use"\n', "plain-words.toml:1: 'english' is not a language tag"),
        ('[fi]\nutilize = "use"\n', "plain-words.toml:1: there are no words for the language 'fi'"),
        ('[en]\nuse = "Use"\n', "plain-words.toml:2: `use` stands in its own place"),
        ('[en]\nuse = "do"\nUse = "take"\n', "plain-words.toml:3: `Use` is there already"),
        ('[en]\n"in  order to" = "to"\n', "plain-words.toml:2: `in  order to` is no word or"),
        ('[en]\n"…" = "to"\n', "plain-words.toml:2: `…` is no word or phrase"),
        ('[en\n', "plain-words.toml:1: is not TOML"),
    ],
)  # fmt: skip
def test_a_fault_tells_where_it_is_and_what_to_do(
    small_guide: Path, text: str, expected: str
) -> None:
    with pytest.raises(PlainspokenError) as caught:
        parse(load_project(write(small_guide, text)))
    found = [str(finding) for finding in caught.value.findings]
    assert any(expected in message for message in found), found
    assert all(finding.hint for finding in caught.value.findings)


def test_its_faults_are_told_with_those_of_other_files(small_guide: Path) -> None:
    write(small_guide, '[en]\nuse = "use"\n')
    (small_guide / "source/links.toml").write_text("[more]\n", encoding="utf-8")
    with pytest.raises(PlainspokenError) as caught:
        parse(load_project(small_guide))
    files = {finding.file for finding in caught.value.findings}
    assert {"source/plain-words.toml", "source/links.toml"} <= files
