"""Pictures with a description: `> [!PICTURE]`."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import SourceError
from plainspoken.guide import Block
from plainspoken.parsing import parse

SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def write(folder: Path, *lines: str) -> None:
    for name in ("pot", "cup"):
        (folder / f"source/{name}.svg").write_text(SVG, "utf-8")
    text = "\n".join(f"> {line}".rstrip() for line in ("[!PICTURE]", *lines))
    (folder / "source/03-pots.md").write_text(f"# Pots\n\n{text}\n", "utf-8")


def read(folder: Path, *lines: str) -> Block:
    write(folder, *lines)
    section = next(each for each in parse(load_project(folder)).sections if each.id == "pots")
    return section.blocks[1]


def test_a_figure_holds_the_picture_and_then_its_description(small_guide: Path) -> None:
    figure = read(small_guide, "![A pot.](pot.svg)", "", "It is red. It has a lid.", "", "- Hot")
    assert figure.kind == "figure"
    assert [block.kind for block in figure.children] == ["paragraph", "paragraph", "list"]
    assert [sentence.text for block in figure.leaves() for sentence in block.sentences] == [
        "A pot.", "It is red.", "It has a lid.", "Hot",
    ]  # fmt: skip
    assert [leaf.place.line for leaf in figure.leaves()] == [3, 6, 8]


def test_the_picture_may_stand_in_a_paragraph_of_its_own(small_guide: Path) -> None:
    figure = read(small_guide, "", "![A pot.](pot.svg)", "", "It is red.")
    assert [block.text for block in figure.children] == ["A pot.", "It is red."]


def test_marks_for_critical_text_may_stand_in_a_description(small_guide: Path) -> None:
    figure = read(small_guide, "![A pot.](pot.svg)", "", "It is hot. <!-- critical -->")
    mark = figure.children[1].critical_mark
    assert mark
    assert mark.is_critical


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ([], "03-pots.md:3: a picture block does not begin with its picture"),
        (["It is red."], "03-pots.md:3: a picture block does not begin with its picture"),
        (["- ![A pot.](pot.svg)"], "03-pots.md:4: a picture block does not begin with its"),
        (["![A pot.](pot.svg)"], "03-pots.md:3: a picture block has no description"),
        (["![A pot.](pot.svg)", "It is red."], "03-pots.md:3: a picture block has text beside"),
        (["![A pot.](pot.svg)", "", "It is red.", "", "- See ![A cup.](cup.svg)"],
         "03-pots.md:8: a picture block has a second picture"),
    ],
)  # fmt: skip
def test_a_figure_without_one_of_both_is_refused_with_its_line(
    small_guide: Path, lines: list[str], error: str
) -> None:
    write(small_guide, *lines)
    with pytest.raises(SourceError) as caught:
        parse(load_project(small_guide))
    assert str(caught.value.findings[0]).startswith(f"source/{error}")


def test_a_misspelt_figure_is_told_the_word(small_guide: Path) -> None:
    write(small_guide, "![A pot.](pot.svg)", "", "It is red.")
    path = small_guide / "source/03-pots.md"
    path.write_text(path.read_text("utf-8").replace("PICTURE", "PICTRE"), "utf-8")
    with pytest.raises(SourceError, match="PICTURE"):
        parse(load_project(small_guide))
