"""What is said before sentences, though nobody reads it there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plainspoken.audio.cues import list_cues
from plainspoken.config.project import load_project
from plainspoken.guide import Block, BlockKind, Guide, Place, Section, Sentence, Span
from plainspoken.parsing import parse


def read(folder: Path) -> Guide:
    return parse(load_project(folder))


def said_before(guide: Guide) -> dict[str, str]:
    """Cues, by the text of their sentence."""
    found = {}
    for section in guide.sections:
        cues = list_cues(section, guide)
        for block in section.leaves():
            for sentence in block.sentences:
                if cue := cues.get(sentence.id):
                    found[sentence.text] = cue.text
    return found


def test_the_steps_of_a_list_are_numbered(small_guide: Path) -> None:
    found = said_before(read(small_guide))
    assert found["Pour."] == "Step one:"
    assert found["Wait for 3 minutes."] == "Step two:"
    assert "Do not stir." not in found
    assert "One cup" not in found


def test_a_cell_is_said_with_the_head_of_its_column(small_guide: Path) -> None:
    found = said_before(read(small_guide))
    assert found["Green"] == "Tea:"
    assert found["4.5"] == "Minutes:"
    assert "Minutes" not in found


def test_a_text_that_is_not_translated_begins_with_the_name_of_its_language(
    small_guide: Path,
) -> None:
    guide = replace(read(small_guide), lang="es")
    cues = list_cues(guide.sections[0], guide)
    first = next(guide.sections[0].leaves())
    assert cues[first.sentences[0].id].text == "En inglés:"
    assert cues[first.sentences[0].id].lang == "es"
    # Once, and not before each block.
    assert [cue.text for cue in cues.values()].count("En inglés:") == 1


def make_block(name: str, kind: BlockKind, *parts: Block | str, lang: str = "en") -> Block:
    """A block of other blocks, or of sentences."""
    sentences = [Sentence(f"{name}.{n}", lang, (Span(each),)) for n, each in enumerate(parts)
                 if isinstance(each, str)]  # fmt: skip
    children = [each for each in parts if isinstance(each, Block)]
    return Block(name, kind, lang, tuple(sentences), tuple(children))


def find_cues(*blocks: Block, has_language_cue: bool = True) -> dict[str, str]:
    section = Section("s", "body", blocks, Place("a.md"))
    guide = Guide("g", "en", "en", blocks[0], blocks[0], (), (section,))
    found = list_cues(section, guide, has_language_cue)
    return {name: cue.text for name, cue in found.items()}


def test_a_cell_has_the_head_of_its_column_if_both_have_words_in_one_language() -> None:
    heads = make_block("r0", "row", *(
        make_block(f"h{n}", "cell", *([text] if text else [])) for n, text in enumerate(
            ("Tea: ", " ", "Time", "Cups")
        )
    ))  # fmt: skip
    rows = [
        make_block("r1", "row", make_block("a", "cell", "Green"), make_block("b", "cell", "x"),
                   make_block("c", "cell", "dos", lang="es"), make_block("d", "cell")),
        make_block("r2", "row", make_block("e", "cell", "Black", "Strong")),
        make_block("r3", "row", *(make_block(f"f{n}", "cell", "y") for n in range(5))),
    ]  # fmt: skip
    table = make_block("t", "table", heads, *rows)
    assert find_cues(table, has_language_cue=False) == {
        "a.0": "Tea:", "e.0": "Tea:", "f0.0": "Tea:", "f2.0": "Time:", "f3.0": "Cups:",
    }  # fmt: skip
    assert find_cues(make_block("t", "table")) == {}


def test_steps_begin_at_the_number_of_the_list_and_lists_without_order_have_none() -> None:
    items = [make_block(f"i{n}", "item", make_block(f"p{n}", "paragraph", "Go.")) for n in range(2)]
    empty = make_block("i9", "item")
    ordered = replace(make_block("l", "list", empty, *items), variety="ordered", start=7)
    assert find_cues(ordered) == {"p0.0": "Step eight:", "p1.0": "Step nine:"}
    assert find_cues(replace(ordered, variety="bullet")) == {}


def test_another_language_is_named_where_it_begins_and_only_if_it_is_wanted() -> None:
    langs = ("en", "es", "es", "en", "fr", "es")
    blocks = [make_block(f"b{n}", "paragraph", "x", "y", lang=each) for n, each in enumerate(langs)]
    assert find_cues(*blocks) == {
        "b1.0": "In Spanish:",
        "b4.0": "In French:",
        "b5.0": "In Spanish:",
    }
    assert find_cues(*blocks, has_language_cue=False) == {}
