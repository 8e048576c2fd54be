"""Pictures are mirrored for text that runs the other way; letters are not."""

from __future__ import annotations

import pytest
from lxml import etree

from plainspoken.editions.images.svg import rebuild_svg
from plainspoken.editions.images.svg_localized import Localization
from plainspoken.svg.image_errors import ImageErrors

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inner}</svg>'
MIRROR = "matrix(-1 0 0 1 100 0)"


def localize(
    inner: str,
    *labels: tuple[str, str],
    lang: str = "ar",
    source: str = "en",
    box: str = "0 0 100 50",
) -> etree._Element:
    errors = ImageErrors("a.svg")
    content = SVG.format(inner=inner, box=box).encode()
    rebuilt = rebuild_svg(content, errors, Localization(lang, source, labels))
    assert not errors, errors.findings
    return etree.fromstring(rebuilt)


def list_transforms(root: etree._Element) -> list[str | None]:
    return [element.get("transform") for element in root]


def refuse(inner: str, box: str = "0 0 100 50") -> list[str]:
    errors = ImageErrors("a.svg")
    rebuild_svg(SVG.format(inner=inner, box=box).encode(), errors)
    return [f"{error.line}: {error.message}" for error in errors.findings]


def test_parts_of_the_class_mirror_are_mirrored_about_the_middle_of_the_picture() -> None:
    root = localize('<g class="big mirror" transform="scale(2)"/><g/><g class="keep"/>')
    assert list_transforms(root) == [f"{MIRROR} scale(2)", None, None]


def test_the_middle_is_that_of_the_view_box() -> None:
    root = localize('<g class="mirror"/>', box="-20 0 60 50")
    assert list_transforms(root) == ["matrix(-1 0 0 1 20 0)"]


@pytest.mark.parametrize(("lang", "source"), [("es", "en"), ("ar", "fa"), ("en", "en")])
def test_nothing_is_mirrored_where_both_texts_run_the_same_way(lang: str, source: str) -> None:
    root = localize('<g class="mirror"/>', lang=lang, source=source)
    assert list_transforms(root) == [None]


def test_a_picture_drawn_for_right_to_left_is_mirrored_for_left_to_right() -> None:
    root = localize('<g class="mirror"/>', lang="en", source="ar")
    assert list_transforms(root) == [MIRROR]


def test_a_part_to_keep_within_a_mirrored_one_is_where_it_was() -> None:
    (group,) = localize('<g class="mirror"><g class="keep"/></g>')
    assert (group.get("transform"), group[0].get("transform")) == (MIRROR, MIRROR)


def test_a_part_is_mirrored_in_the_picture_whatever_is_around_it() -> None:
    root = localize('<g transform="translate(30 0)"><g class="mirror"/></g>')
    assert root[0][0].get("transform") == "matrix(-1 0 0 1 40 0)"


def test_letters_of_a_mirrored_part_run_from_the_place_on_the_other_side() -> None:
    root = localize('<g class="mirror"><text x="20" dx="2 0">Lid</text></g>', ("غطاء", "ar"))
    text = root[0][0]
    assert text.get("transform") == "scale(-1 1)"
    assert (text.get("x"), text.get("dx"), text.get("direction")) == ("-20", "-2", "rtl")


def test_words_outside_of_all_parts_move_with_a_mirrored_picture() -> None:
    root = localize('<path class="mirror"/><text x="20">Lid</text>', ("غطاء", "ar"))
    assert root[1].get("transform") == f"{MIRROR} scale(-1 1)"


def test_words_in_a_part_to_keep_stay() -> None:
    root = localize(
        '<path class="mirror"/><g class="keep"><text x="20">Lid</text></g>', ("غطاء", "ar")
    )
    text = root[1][0]
    assert text.items() == [("x", "20")]
    assert text.text == "\u2067غطاء\u2069"


def test_words_that_are_not_translated_move_too_and_are_isolated() -> None:
    root = localize('<path class="mirror"/><text x="20">Lid (red)</text>', ("Lid (red)", "en"))
    assert root[1].get("direction") == "rtl"
    assert root[1].text == "\u2066Lid (red)\u2069"


def test_a_direction_of_the_drawing_is_turned() -> None:
    root = localize(
        '<g class="mirror" style="fill:red;direction:rtl">'
        '<text>A<tspan direction="ltr">B</tspan></text></g>',
        ("A", "en"), ("B", "en"), lang="en", source="ar",
    )  # fmt: skip
    text = root[0][0]
    assert (text.get("direction"), text[0].get("direction")) == ("ltr", "rtl")


@pytest.mark.parametrize(
    ("inner", "error"),
    [
        ("<defs><text>A</text></defs>", "has words in <defs>"),
        ("<svg><text>A</text></svg>", "has words in <svg>"),
        ('<g style="transform: scale(2)"/>', "moves a part by a style"),
        ("<style>g { rotate: 9deg }</style>", "moves a part by a style"),
        ('<path id="p"/><text><textPath href="#p">A</textPath></text>', "has words on a path"),
    ],
)
def test_what_cannot_be_mirrored_is_told_in_every_language(inner: str, error: str) -> None:
    assert refuse(inner) == []
    (found,) = refuse(f'{inner}<g class="mirror"/>')
    assert found.startswith(f"1: {error}")


@pytest.mark.parametrize("box", ["", "0 0 100", "nan 0 1 1"])
def test_a_picture_to_mirror_needs_a_view_box(box: str) -> None:
    assert refuse('<g class="mirror"/>', box) == [
        "1: has a part of the class `mirror`, and no viewBox to mirror it in"
    ]
