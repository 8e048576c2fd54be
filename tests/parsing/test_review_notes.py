"""Notes for reviewers in the source: where each stands, and that the text has nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainspoken.catalogs.extract import extract_messages
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import PlainspokenError
from plainspoken.guide import Block, Guide, ReviewNote
from plainspoken.parsing import parse

TEXT = """\
<!-- review: Before all. -->
# Boil

Fill the kettle.
Wait. <!-- review: How long? --> Then pour.

<!-- a note of the author -->
<!-- review: Two
lines. --> <!--REVIEW:x-->

- One cup
- <!-- review: First in its item. -->
  Two cups

  <!-- review: Last in its item. -->

## Serve

| Tea | Minutes |
|---|---|
| Green <!-- review: Which? --> | 2 |

> [!TIP]
> Sip. <!-- review: In a tip. -->
>
> <!-- review: Below it. -->

`<!-- review: code -->` and ![A cup <!-- review: In a picture. -->](cup.svg).
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def write(folder: Path, text: str, name: str = "01-boil.md") -> Guide:
    (folder / "source" / name).write_text(text, "utf-8")
    return parse(load_project(folder))


@pytest.fixture
def folder(small_guide: Path) -> Path:
    (small_guide / "source/cup.svg").write_text(SVG, "utf-8")
    (small_guide / "source/02-brew.md").write_text("# Brew\n\n## Steep\n\nStir.\n", "utf-8")
    return small_guide


def test_each_note_has_its_line_its_heading_and_what_stands_before_it(folder: Path) -> None:
    notes = write(folder, TEXT).review_notes
    text = "Fill the kettle. Wait. Then pour."
    assert [(note.place.line, note.text, note.heading, note.before) for note in notes] == [
        (1, "Before all.", "", ""),
        (5, "How long?", "Boil", text),
        (8, "Two lines.", "Boil", text),
        (9, "x", "Boil", text),
        (12, "First in its item.", "Boil", "One cup"),
        (15, "Last in its item.", "Boil", "Two cups"),
        (21, "Which?", "Serve", "Green"),
        (24, "In a tip.", "Serve", "Sip."),
        (26, "Below it.", "Serve", "Sip."),
        (28, "In a picture.", "Serve", "<!-- review: code --> and A cup ."),
    ]
    assert {note.place.file for note in notes} == {"source/01-boil.md"}
    assert {note.section for note in notes} == {"boil"}


def test_each_note_knows_beside_which_block_it_is_shown(folder: Path) -> None:
    guide = write(folder, TEXT)
    blocks = {block.id: block for block in guide.sections[0].iter_blocks()}
    anchors = [(blocks[note.anchor], note.is_above) for note in guide.review_notes if note.anchor]
    assert [(block.kind, block.text, is_above) for block, is_above in anchors] == [
        ("heading", "Boil", True),
        ("paragraph", "Fill the kettle. Wait. Then pour.", False),
        ("paragraph", "Fill the kettle. Wait. Then pour.", False),
        ("paragraph", "Fill the kettle. Wait. Then pour.", False),
        ("paragraph", "Two cups", True),
        ("paragraph", "Two cups", False),
        ("cell", "Green", False),
        ("paragraph", "Sip.", False),
        ("paragraph", "Sip.", False),
        ("paragraph", "<!-- review: code --> and A cup .", False),
    ]


def test_a_note_after_a_list_or_an_alert_stands_after_all_of_it(folder: Path) -> None:
    text = "# A\n\n- a\n- b\n\n<!-- review: x -->\n\n> [!TIP]\n> c\n\n<!-- review: y -->\n"
    guide = write(folder, text)
    blocks = {block.id: block.kind for block in guide.sections[0].iter_blocks()}
    assert [blocks[note.anchor] for note in guide.review_notes] == ["list", "alert"]


@pytest.mark.parametrize(
    ("text", "words", "is_above"),
    [
        ("Before.\n\n> [!TIP]\n> NOTE\n>\n> Within.", "Within.", True),
        ("Before.\n\n> [!TIP]\n> <!-- other -->\n> NOTE\n>\n> Within.", "Within.", True),
        ("Before.\n\n> NOTE\n> <!-- other -->\n>\n> Within.", "Within.", True),
        ("- Before.\n- NOTE\n\n  Within.", "Within.", True),
        ("- Before.\n- <!-- other -->\n  NOTE\n\n  Within.", "Within.", True),
        ("> Before.\n>\n> NOTE\n>\n> After.", "Before.", False),
    ],
)
def test_a_note_that_is_the_first_in_a_list_or_quotation_stays_in_it(
    folder: Path, text: str, words: str, is_above: bool
) -> None:
    guide = write(folder, "# A\n\n" + text.replace("NOTE", "<!-- review: x -->"))
    blocks = {block.id: block.text for block in guide.sections[0].iter_blocks()}
    (note,) = guide.review_notes
    assert (blocks[note.anchor], note.is_above, note.before) == (words, is_above, "Before.")


def test_notes_of_the_glossary_stand_under_their_term(folder: Path) -> None:
    path = folder / "source/glossary.toml"
    old = path.read_text("utf-8")
    new = old.replace("water. It", "water. <!-- review: Any? --> It")
    assert new != old
    guide = write(folder, new, "glossary.toml")
    assert guide.review_notes == (
        ReviewNote(
            "Any?",
            replace(guide.sections[-1].blocks[0].children[1].place),
            "glossary",
            "kettle",
            "A pot that boils water. It has a spout.",
            "glossary.kettle.definition",
        ),
    )


@pytest.mark.parametrize("note", ["<!-- review: -->", "<!-- review -->", "<!--Review:\n-->"])
@pytest.mark.parametrize("text", ["B.\n\n{}\n", "B.\n\nC. {}\n", "- B\n\n  {}"])
def test_a_note_without_text_is_an_error_at_its_line(folder: Path, note: str, text: str) -> None:
    line = text.partition("{}")[0].count("\n") + 3
    with pytest.raises(PlainspokenError) as raised:
        write(folder, "# A\n\n" + text.format(note.replace("\n", "\n  ")))
    (finding,) = raised.value.findings
    assert finding.location == f"source/01-boil.md:{line}"
    assert finding.message.endswith("says nothing")
    assert finding.hint == "Write `<!-- review: TEXT -->`, or remove it."


def test_a_comment_in_the_words_of_a_picture_is_not_among_them(folder: Path) -> None:
    guide = write(folder, "# A\n\n![A <!-- so --> cup](cup.svg)\n")
    assert guide.sections[0].blocks[1].text == "A cup"


def describe(guide: Guide) -> list[object]:
    """All that becomes of a guide: its messages, and its blocks without their lines."""
    texts = [(message.key, message.text) for message in extract_messages(guide)]
    return [texts, [list(strip(section.blocks)) for section in guide.sections]]


def strip(blocks: tuple[Block, ...]) -> Iterator[object]:
    for block in blocks:
        spans = [(sentence.id, sentence.spans, sentence.tail) for sentence in block.sentences]
        yield block.id, block.kind, spans, list(strip(block.children))


WORDS = st.text(st.sampled_from("ab :.{}[]*_<&`\\é\u0633"), min_size=1, max_size=20)


@given(notes=st.lists(WORDS.filter(str.strip), min_size=5, max_size=5))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_note_changes_the_text_or_its_ids(folder: Path, notes: list[str]) -> None:
    text = "# A{}\n\nB *c*.{}\n\n- D{}\n\n{}\n\n> [!TIP]\n> E\n\n{}\n"
    comments = [f" <!-- review: {note} -->" for note in notes]
    given = write(folder, text.format(*comments))
    assert [note.text for note in given.review_notes] == [" ".join(note.split()) for note in notes]
    assert describe(given) == describe(write(folder, text.format(*[""] * 5)))
