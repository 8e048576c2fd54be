"""A copy of a guide that shows the notes for reviewers, in every language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.config.project import LocaleSettings, load_project
from plainspoken.front_matter import add_front_matter
from plainspoken.guide import Block, Guide
from plainspoken.languages import available, load
from plainspoken.parsing import parse
from plainspoken.review_copy import add_review_notes, name_copy

TEXT = """\
<!-- review: Before all. -->
# Boil

> [!TIP]
> Sip. <!-- review: In a tip. -->

- <!-- review: Above. -->
  One cup

| Tea | Minutes |
|---|---|
| Green <!-- review: Which? --> | 2 |

> [!PICTURE]
> <!-- review: Above the picture. -->
>
> ![A cup](cup.svg)
>
> A cup of tea. <!-- review: Of the picture. -->

See [brew](02-brew.md#steep).
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def complete(folder: Path, lang: str = "en") -> Guide:
    (folder / "source/cup.svg").write_text(SVG, "utf-8")
    project = load_project(folder)
    guide = replace(parse(project), lang=lang)
    return add_front_matter(guide, project, LocaleSettings(lang), ())


def list_kinds(block: Block) -> list[str]:
    return [child.note or child.kind for child in block.children]


def test_each_note_stands_in_its_place(small_guide: Path) -> None:
    (small_guide / "source/01-boil.md").write_text(TEXT, "utf-8")
    path = small_guide / "source/glossary.toml"
    path.write_text(path.read_text("utf-8").replace("spout.", "spout. <!-- review: x -->"), "utf-8")
    _, boil, _, glossary, _ = add_review_notes(complete(small_guide)).sections
    assert [block.note or block.kind for block in boil.blocks] == [
        "heading", "Before all.", "alert", "list", "table", "Which?",
        "figure", "Above the picture.", "Of the picture.", "paragraph",
    ]  # fmt: skip
    assert list_kinds(boil.blocks[2]) == ["notice", "paragraph", "In a tip."]
    assert list_kinds(boil.blocks[3].children[0]) == ["Above.", "paragraph"]
    assert list_kinds(glossary.blocks[1]) == ["term", "definition", "x"]
    assert boil.title == "Boil"


@pytest.mark.parametrize("lang", available())
def test_the_copy_says_in_its_title_and_on_its_first_page_what_it_is(
    small_guide: Path, lang: str
) -> None:
    guide = complete(small_guide, lang)
    copy = add_review_notes(guide)
    words = load(lang).words
    assert copy.title.text == f"{guide.title.text} {words['review-copy-title']}"
    title, draft, *others = copy.sections[0].blocks
    assert title.text == copy.title.text
    assert title.sentences[-1].lang == lang
    assert draft.variety == "draft"
    notices = [block for block in others if block.variety == "review-copy"]
    assert [notice.text for notice in notices] == [words["review-copy"]]


def test_nobody_speaks_a_note(small_guide: Path) -> None:
    (small_guide / "source/01-boil.md").write_text(TEXT, "utf-8")
    guide = complete(small_guide)
    copy = add_review_notes(guide)
    for before, after in zip(guide.sections[1:], copy.sections[1:], strict=True):
        assert list(after.sentences()) == list(before.sentences())


def test_notes_are_in_the_language_of_the_source_and_have_ids_of_their_own(
    small_guide: Path,
) -> None:
    text = TEXT + "\n## Review note.1\n\nx\n\n## Review-note\n\nx\n"
    (small_guide / "source/01-boil.md").write_text(text, "utf-8")
    copy = add_review_notes(complete(small_guide, "de"))
    blocks = [block for section in copy.sections for block in section.iter_blocks()]
    notes = [block for block in blocks if block.kind == "review-note"]
    assert len(notes) == 6
    assert {note.lang for note in notes} == {"en"}
    assert len({block.id for block in blocks}) == len(blocks)


def test_a_copy_has_a_name_of_its_own(small_guide: Path) -> None:
    project = load_project(small_guide)
    assert name_copy(project).id == f"{project.id}.with-review-notes"
