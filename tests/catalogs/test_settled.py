"""An update that found nothing to do need not read the guide again until something changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken import program
from plainspoken.catalogs import settled
from plainspoken.catalogs.settled import is_settled
from plainspoken.cli import main

from .conftest import Folder


def locate_record(folder: Folder) -> Path:
    return folder.project.cache / "catalogs" / "settled.json"


def update(folder: Folder, *options: str) -> None:
    assert main(["catalogs", "update", "-C", str(folder.root), *options]) == 0


def add_section(folder: Folder) -> None:
    (folder.root / "source/09-more.md").write_text("# More\n\nRest.\n", "utf-8")


@pytest.fixture
def settled_folder(folder: Folder) -> Folder:
    update(folder)
    update(folder)
    return folder


def test_an_update_that_wrote_something_does_not_settle(folder: Folder) -> None:
    folder.edit_po("Vierta.", "Vierta ya.")
    folder.edit("02-brew.md", "Pour.", "Pour it.")
    update(folder)
    assert not is_settled(folder.project)
    update(folder)
    assert is_settled(folder.project)


def test_only_an_update_of_all_catalogs_settles(folder: Folder) -> None:
    folder.update()
    for options in (["es"], ["--dry-run"], ["--json"]):
        update(folder, *options)
        assert not is_settled(folder.project)


def test_a_settled_update_says_what_the_one_before_said(
    settled_folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    before = settled_folder.po.read_bytes()
    update(settled_folder)
    settled_text = capsys.readouterr()
    locate_record(settled_folder).unlink()
    update(settled_folder)
    assert settled_text == capsys.readouterr() == ("Nothing has changed.\n", "")
    assert settled_folder.po.read_bytes() == before


CHANGES: dict[str, Callable[[Folder], object]] = {
    "a word of the source": lambda folder: folder.edit("02-brew.md", "Pour.", "Pour it."),
    "a translation": lambda folder: folder.edit_po("Vierta.", "Vierta ya."),
    "a setting": lambda folder: folder.edit("guide.toml", "How to make tea", "How to brew tea"),
    "no template": lambda folder: folder.pot.unlink(),
    "no list of languages": lambda folder: (folder.root / "locales/LINGUAS").unlink(),
    "another section": add_section,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_of_what_is_read_unsettles(
    settled_folder: Folder, change: Callable[[Folder], object]
) -> None:
    assert is_settled(settled_folder.project)
    change(settled_folder)
    assert not is_settled(settled_folder.project)
    update(settled_folder)
    assert settled_folder.pot.exists()
    assert (settled_folder.root / "locales/LINGUAS").exists()


def test_another_program_or_date_of_release_unsettles(
    settled_folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert not is_settled(settled_folder.project)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert is_settled(settled_folder.project)
    monkeypatch.setattr(settled, "name_program", lambda: program.name_program() + "another")
    assert not is_settled(settled_folder.project)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"sha256": 1, "record": []}', b"\xff[", None])
def test_a_damaged_record_settles_nothing(settled_folder: Folder, content: bytes | None) -> None:
    path = locate_record(settled_folder)
    path.unlink()
    path.mkdir() if content is None else path.write_bytes(content)
    assert not is_settled(settled_folder.project)
    update(settled_folder)
    assert is_settled(settled_folder.project)


def test_a_folder_of_the_cache_that_cannot_be_made_does_no_harm(folder: Folder) -> None:
    folder.update()
    folder.project.cache.mkdir(parents=True, exist_ok=True)
    place = locate_record(folder).parent
    place.symlink_to("/dev/null/nowhere")
    before = folder.po.read_bytes()
    update(folder)
    update(folder)
    assert folder.po.read_bytes() == before
