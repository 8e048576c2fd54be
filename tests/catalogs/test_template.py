"""The template: which messages translators get, and the notes at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.catalogs.extract import extract_messages
from plainspoken.catalogs.sync import write_template
from plainspoken.config.project import load_project
from plainspoken.parsing import parse
from plainspoken.po.reader import parse_catalog


def write(folder: Path) -> list[str]:
    project = load_project(folder)
    return [project.format_path(path) for path in write_template(project, parse(project))]


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "source" / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_a_message_is_a_block_with_its_place_and_what_to_keep(small_guide: Path) -> None:
    write(small_guide)
    text = (small_guide / "locales/guide.pot").read_text("utf-8")
    assert (
        "#. alert (warning), in: Boil the water\n#. Keep: {help-phone}\n#: source/01-boil.md:boil."
    ) in text
    assert 'msgid "Steam burns. Call {help-phone} if you get hurt."\nmsgstr ""\n' in text
    assert "#. Keep: [..][more] [..][link-1]\n" in text
    assert "https://" not in text


def test_everything_that_is_read_is_a_message(small_guide: Path) -> None:
    texts = {message.text for message in extract_messages(parse(load_project(small_guide)))}
    assert {"How to make tea", "Tea, step by step.", "your helper's number"} <= texts
    assert {"kettle", "A pot that boils water. It has a spout.", "Minutes", "4.5"} <= texts


def test_equal_texts_share_a_message_that_names_all_their_places(small_guide: Path) -> None:
    messages = {
        message.text: message for message in extract_messages(parse(load_project(small_guide)))
    }
    tea = messages["Tea"]
    assert len(tea.blocks) == 2
    assert tea.entry.references[0] == "source/guide.toml:guide.subject-1"
    assert tea.entry.references[1].startswith("source/02-brew.md:brew.")


def test_a_term_that_reads_like_another_text_has_a_context(small_guide: Path) -> None:
    edit(small_guide, "glossary.toml", 'term = "kettle"', 'term = "One cup"')
    keys = [message.key for message in extract_messages(parse(load_project(small_guide)))]
    assert (None, "One cup") in keys
    assert ("term", "One cup") in keys
    write(small_guide)
    assert 'msgctxt "term"' in (small_guide / "locales/guide.pot").read_text("utf-8")


def test_values_and_signs_alone_need_no_translator(small_guide: Path) -> None:
    edit(small_guide, "02-brew.md", "| Green | 2 |", "| {hot} | — |")
    texts = [message.text for message in extract_messages(parse(load_project(small_guide)))]
    assert "{hot}" not in texts
    assert "—" not in texts


def test_writing_again_touches_nothing(small_guide: Path) -> None:
    assert write(small_guide) == ["locales/guide.pot", "locales/LINGUAS"]
    assert write(small_guide) == []


def test_the_date_moves_only_when_messages_move(
    small_guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    path = small_guide / "locales/guide.pot"

    def date() -> str:
        return parse_catalog(path.read_bytes(), "guide.pot").header_fields["POT-Creation-Date"]

    write(small_guide)
    assert date() == "2026-01-31 00:00+0000"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert write(small_guide) == []
    edit(small_guide, "01-boil.md", "One cup", "Three cups")
    write(small_guide)
    assert date() == "2027-01-15 08:00+0000"


def test_linguas_names_translated_languages_only(small_guide: Path) -> None:
    write(small_guide)
    path = small_guide / "locales/LINGUAS"
    assert path.read_text("utf-8") == ""
    po = small_guide / "locales/es/LC_MESSAGES/guide.po"
    po.parent.mkdir(parents=True)
    po.touch()
    write(small_guide)
    assert path.read_text("utf-8") == "es\n"


def test_a_template_that_a_merge_broke_is_made_anew(small_guide: Path) -> None:
    write(small_guide)
    path = small_guide / "locales/guide.pot"
    before = path.read_bytes()
    path.write_bytes(b"<<<<<<< HEAD\n" + before)
    write(small_guide)
    assert path.read_bytes() == before
