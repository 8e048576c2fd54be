"""The words of another language in a picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainspoken.editions.images.svg import rebuild_svg
from plainspoken.editions.images.svg_localized import Localization
from plainspoken.svg.image_errors import ImageErrors
from plainspoken.svg.tree import parse_svg
from plainspoken.svg.words import find_words

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{}</svg>'
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DRAWINGS = sorted(Path(__file__).with_name("drawings").glob("*.svg"))


def list_words(content: bytes) -> list[str]:
    root = parse_svg(content.decode(), ImageErrors("a.svg"))
    assert root
    return [found.text for found in find_words(root)]


def rebuild(content: bytes, localization: Localization | None = None) -> bytes:
    errors = ImageErrors("a.svg")
    rebuilt = rebuild_svg(content, errors, localization)
    assert not errors, errors.findings
    return rebuilt


def localize(inner: str, lang: str, *labels: str | tuple[str, str]) -> etree._Element:
    """A picture with these words, in the language of the edition where they name no other."""
    pairs = tuple(label if isinstance(label, tuple) else (label, lang) for label in labels)
    rebuilt = rebuild(SVG.format(inner).encode(), Localization(lang, "en", pairs))
    return etree.fromstring(rebuilt)


def find_texts(root: etree._Element) -> list[etree._Element]:
    return list(root.iter("{*}text"))


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_picture_in_its_own_language_stays_the_same_to_the_byte(path: Path) -> None:
    content = path.read_bytes()
    labels = tuple((text, "en") for text in list_words(content))
    assert rebuild(content, Localization("en", "en", labels)) == rebuild(content)


TREES = st.recursive(
    st.sampled_from(["Pot", " a  lid ", "&amp;", "\n", ""]),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"<tspan>{''.join(parts)}</tspan>"),
    max_leaves=9,
)


@given(st.lists(TREES.map("<text>{}</text>".format), max_size=4))
def test_words_that_nobody_translated_are_the_same_to_the_byte(texts: list[str]) -> None:
    content = SVG.format("".join(texts)).encode()
    labels = tuple((text, "en") for text in list_words(content))
    assert rebuild(content, Localization("en", "en", labels)) == rebuild(content)


def test_translated_words_stand_where_the_others_were() -> None:
    root = localize(
        "<title>Pot</title><text>A <tspan>red</tspan> lid</text>", "es",
        "Olla", "Una", "tapa", "roja",
    )  # fmt: skip
    assert "".join(map(str, root.itertext())) == "OllaUna tapa roja"
    assert root.get(LANG) == "es"


def test_words_that_are_not_translated_say_their_language() -> None:
    root = localize("<text>Lid</text><text>Pot</text>", "es", "Tapa", ("Pot", "en"))
    assert [text.get(LANG) for text in find_texts(root)] == [None, "en"]


def test_languages_that_the_drawing_names_make_room_for_those_of_the_edition() -> None:
    root = localize('<g xml:lang="en"><text lang="en">Lid</text></g>', "es", "Tapa")
    assert [element.get(LANG) for element in root.iter()] == ["es", None, None]
    assert find_texts(root)[0].get("lang") is None


def test_values_are_written_into_a_picture_of_the_own_language() -> None:
    content = SVG.format("<text>Heat to {hot}</text>").encode()
    rebuilt = rebuild(content, Localization("en", "en", (("Heat to 95 °C", "en"),)))
    assert "Heat to 95 °C" in rebuilt.decode()
    assert LANG not in etree.fromstring(rebuilt).attrib


def test_places_of_single_letters_and_lengths_are_for_the_words_that_were_drawn() -> None:
    root = localize(
        '<text x="1 2 3" y="4" rotate="0 9" textLength="30">Lid</text><text x="1 2">Pot</text>',
        "es", "Tapa", ("Pot", "en"),
    )  # fmt: skip
    changed, kept = find_texts(root)
    assert changed.items() == [("x", "1"), ("y", "4"), ("rotate", "0")]
    assert kept.get("x") == "1 2"


def test_a_picture_without_a_mark_keeps_its_places_and_isolates_what_runs_the_other_way() -> None:
    root = localize('<text x="9">Lid</text><text>Pot</text>', "ar", "غطاء", ("Pot", "en"))
    first, second = find_texts(root)
    assert (first.text, first.get("x"), first.get("direction")) == ("\u2067غطاء\u2069", "9", None)
    assert second.text == "Pot"


def test_words_beside_each_other_are_isolated_together_and_lines_apart() -> None:
    root = localize(
        '<text>Lid (<tspan>red</tspan>)<tspan x="1" y="9">Pot</tspan></text>', "ar",
        ("Lid (", "en"), ("red", "en"), (")", "en"), "وعاء",
    )  # fmt: skip
    # Nothing is mirrored, so the text still runs from left to right.
    assert "".join(map(str, root.itertext())) == "Lid (red)\u2067وعاء\u2069"
    root = localize(
        '<g class="mirror"/><text>Lid (<tspan>red</tspan>)<tspan x="1">Pot</tspan> on</text>', "ar",
        ("Lid (", "en"), ("red", "en"), ")", ("Pot", "en"), ("on", "en"),
    )  # fmt: skip
    assert "".join(map(str, root.itertext())) == "\u2066Lid (red)\u2069\u2066Pot on\u2069"
