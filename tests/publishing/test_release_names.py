"""The names that the files of a release get."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.publishing.release_names import name_release_files


def list_names(folder: Path, version: str, *names: str) -> list[str]:
    project = replace(load_project(folder), version=version)
    return [second for _, second in name_release_files(project, "pt-BR", names)]


def test_whole_books_get_two_names_and_parts_of_editions_none(small_guide: Path) -> None:
    names = ("pt-BR/tea.pt-BR.epub", "pt-BR/tea.pt-BR.m4b", "pt-BR/text/01-tea.txt",
             "pt-BR/feed.xml", "pt-BR/audio/tea.pt-BR.mp3", "en/tea.pt-BR.epub",
             "pt-BR/release/tea.pt-BR.1.0.epub")  # fmt: skip
    assert list_names(small_guide, "1.0", *names) == [
        "pt-BR/release/tea.pt-BR.1.0.epub",
        "pt-BR/release/tea.pt-BR.latest.epub",
        "pt-BR/release/tea.pt-BR.1.0.m4b",
        "pt-BR/release/tea.pt-BR.latest.m4b",
    ]


@pytest.mark.parametrize(
    ("version", "part"),
    [
        ("2.3.0-rc1+b_4", "2.3.0-rc1+b_4"),
        ("1/2", "1-2"),
        ("../../x", "x"),
        ("2nd edition, 2026", "2nd-edition-2026"),
        ("\u0661.\u0662", "2026-01-31"),
        ("Latest", "2026-01-31"),
        ("9" * 500, "9" * 80),
    ],
)
def test_every_version_makes_a_name_that_any_disk_takes(
    small_guide: Path, version: str, part: str
) -> None:
    names = list_names(small_guide, version, "pt-BR/tea.pt-BR.epub")
    assert names[0] == f"pt-BR/release/tea.pt-BR.{part}.epub"
    assert names[1] == "pt-BR/release/tea.pt-BR.latest.epub"
