"""The words of pictures are labels of the guide, each with its place in the picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import SourceError
from plainspoken.guide import Guide
from plainspoken.parsing import parse
from plainspoken.parsing.picture_words import count_letters

SVG = '<svg xmlns="http://www.w3.org/2000/svg">\n{}\n</svg>'


def write(folder: Path, **pictures: str) -> None:
    """Show pictures with these parts, in this order, below the text of the small guide."""
    shown = []
    for name, inner in pictures.items():
        (folder / f"source/{name}.svg").write_text(SVG.format(inner), "utf-8")
        shown.append(f"![A {name}.]({name}.svg)\n")
    (folder / "source/03-pots.md").write_text("# Pots\n\n" + "\n".join(shown), "utf-8")


def read(folder: Path, **pictures: str) -> Guide:
    write(folder, **pictures)
    return parse(load_project(folder))


def refuse(folder: Path, inner: str) -> list[str]:
    write(folder, pot=inner)
    with pytest.raises(SourceError) as caught:
        parse(load_project(folder))
    return [str(error) for error in caught.value.findings]


def test_the_words_of_a_picture_are_labels_of_the_guide(small_guide: Path) -> None:
    guide = read(small_guide, pot="<title>Pot</title>\n<text>Red *lid*</text>", cup="<path/>")
    (picture,) = guide.pictures
    assert picture.path == "pot.svg"
    assert [(label.kind, label.lang, label.text) for label in guide.labels()] == [
        ("label", "en", "Pot"),
        ("label", "en", "Red *lid*"),
    ]
    assert [(label.place.file, label.place.line) for label in picture.labels] == [
        ("source/pot.svg", 2),
        ("source/pot.svg", 3),
    ]


def test_labels_are_no_sentences_of_the_text(small_guide: Path) -> None:
    guide = read(small_guide, pot="<text>Red lid</text>")
    assert "Red lid" not in [sentence.text for sentence in guide.sentences()]


def test_ids_of_labels_stay_when_a_picture_gets_more_of_them(small_guide: Path) -> None:
    before = [label.id for label in read(small_guide, pot="<text>Lid</text>").labels()]
    after = read(small_guide, cup="<text>Cup</text>", pot="<text>Lid</text><text>Lid</text>")
    ids = [label.id for label in after.labels()]
    assert before[0].startswith("pots.")
    assert ids[1:] == [before[0], f"{before[0]}-2"]
    assert len({*ids, *(block.id for section in after.sections for block in section.leaves())}) > 3


def test_a_label_names_values_as_text_does(small_guide: Path) -> None:
    (label,) = read(small_guide, pot="<text>Heat to {hot}!</text>").labels()
    assert label.text == "Heat to 95.5\u00a0°C (203.9\u00a0°F)!"
    assert [span.mark("value") is not None for span in label.sentences[0].spans] == [
        False, True, False,
    ]  # fmt: skip


def test_a_label_knows_how_many_letters_there_is_room_for(small_guide: Path) -> None:
    guide = read(small_guide, pot='<text data-room="12">Lid</text><text>Pot</text>')
    assert [label.room for label in guide.labels()] == [12, 0]


@pytest.mark.parametrize(
    ("inner", "error"),
    [
        ("<text>Heat to {hto}</text>", "source/pot.svg:2: there is no value `hto`"),
        ("<text>A\u202eB</text>", "source/pot.svg:2: there is a hidden or control character"),
        ("<text data-room='wide'>Lid</text>", "source/pot.svg:2: `data-room` is 'wide'"),
        (f"<text>{'word ' * 1001}</text>", "source/pot.svg:2: a sentence has more than 1,000"),
        ("\n<text>Lid</txt>", "source/pot.svg:3: is not well-formed XML: mismatched tag"),
    ],
)
def test_what_is_wrong_with_a_label_is_told_with_its_line(
    small_guide: Path, inner: str, error: str
) -> None:
    (found,) = refuse(small_guide, inner)
    assert found.startswith(error)


def test_a_picture_that_two_texts_show_is_read_once(small_guide: Path) -> None:
    write(small_guide, pot="<text>Lid</text>")
    (small_guide / "source/04-more.md").write_text("# More\n\n![It.](pot.svg)\n", "utf-8")
    assert len(list(parse(load_project(small_guide)).labels())) == 1


def test_an_alternative_text_that_names_a_value_is_refused(small_guide: Path) -> None:
    write(small_guide, pot="<path/>")
    (small_guide / "source/03-pots.md").write_text("# Pots\n\n![At {hot}.](pot.svg)\n", "utf-8")
    with pytest.raises(SourceError, match="an alternative text names a value"):
        parse(load_project(small_guide))


def test_a_label_longer_than_its_room_is_refused_as_it_was_drawn(small_guide: Path) -> None:
    (found,) = refuse(small_guide, '<text data-room="4">A lid</text>')
    assert found.startswith("source/pot.svg:2: the label has 5 letters, and `data-room` is 4")


@pytest.mark.parametrize(
    ("text", "letters"),
    [("Lid", 3), ("e\u0301a", 2), ("锅盖", 4), ("\u2067غطاء\u2069", 4), ("", 0)],
)
def test_letters_are_counted_by_the_room_that_they_take(text: str, letters: int) -> None:
    assert count_letters(text) == letters
