"""The words of an SVG image: each run is one message, wherever a drawing program has put it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.svg.image_errors import ImageErrors
from plainspoken.svg.tree import Element, Text, parse_svg
from plainspoken.svg.words import find_words

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape">'
)


def read(inner: str) -> Element:
    root = parse_svg(f"{HEAD}{inner}</svg>", ImageErrors("a.svg"))
    assert root
    return root


def show(element: Element) -> str:
    """All character data of an element, as it stands in it."""
    return "".join(
        child.content if isinstance(child, Text) else f"<{show(child)}>"
        for child in element.children
    )


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<title>Pot</title><desc>A pot. It is red.</desc>", ["Pot", "A pot. It is red."]),
        ("<text>Lid</text><g><text>Pot</text></g>", ["Lid", "Pot"]),
        ("<text><tspan>The</tspan>\n<tspan>lid</tspan></text>", ["The", "lid"]),
        ("<text>A <tspan>red</tspan> pot</text>", ["A", "red", "pot"]),
        ("<text>\n  A\n  red  pot\n</text>", ["A red pot"]),
        ("<text>2\u00a0pots</text>", ["2\u00a0pots"]),
        ("<text>A <!-- big --> pot</text>", ["A pot"]),
        ("<text>A <i:note>no</i:note> pot</text>", ["A pot"]),
        ("<text><a><tspan>Pot</tspan></a></text>", ["Pot"]),
        ("<defs><text>Pot</text></defs>", ["Pot"]),
        ("<metadata><text>Pot</text></metadata><text> </text>", []),
        ("<style>text { fill: red }</style>", []),
        ("<path d='M0 0'/>loose", []),
    ],
)
def test_each_run_of_words_is_found_in_its_order(inner: str, words: list[str]) -> None:
    assert [found.text for found in find_words(read(inner))] == words


def test_words_have_the_line_where_they_begin() -> None:
    root = read("\n<title>Pot</title>\n<text>\n  Lid\n  on</text>")
    assert [(found.text, found.line) for found in find_words(root)] == [("Pot", 2), ("Lid on", 4)]


def test_words_have_the_room_of_the_nearest_that_says_it() -> None:
    root = read('<g data-room="9"><text>A</text><text data-room="4">B</text></g><text>C</text>')
    assert [found.room for found in find_words(root)] == ["9", "4", ""]


def test_other_words_take_the_place_and_the_blanks_of_those_before() -> None:
    root = read("<text>A <tspan>red</tspan> po<!-- -->t\n</text>")
    for found, text in zip(find_words(root), ("Ein", "roter", "Topf"), strict=True):
        found.replace(text)
    assert show(root) == "<Ein <roter> Topf\n>"


WORDS = st.text(st.sampled_from("aé ق\u00a0\n&<"), max_size=9)


@given(st.recursive(WORDS, lambda inner: st.lists(inner, max_size=4), max_leaves=12))
def test_words_that_replace_themselves_change_nothing_that_is_seen(tree: object) -> None:
    def write(part: object) -> str:
        if isinstance(part, str):
            return part.replace("&", "&amp;").replace("<", "&lt;")
        assert isinstance(part, list)
        return f"<tspan>{''.join(map(write, part))}</tspan>"

    root = read(f"<text>{write(tree)}</text>")
    before = show(root).split(" ")
    for found in list(find_words(root)):
        found.replace(found.text)
    assert " ".join(show(root).split()) == " ".join(" ".join(before).split())
