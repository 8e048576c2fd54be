"""Pictures in other languages, as Chromium draws them: mirrored, legible, within their frame."""

from __future__ import annotations

import base64
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import pytest
from lxml import etree
from tests.browser.svg_pixels import DRAW

from plainspoken.editions.images.svg import rebuild_svg
from plainspoken.editions.images.svg_localized import Localization
from plainspoken.svg.image_errors import ImageErrors
from plainspoken.svg.tree import parse_svg
from plainspoken.svg.words import find_words

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

WIDTH = 400
GARDEN = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 0 400 300" width="400" height="300"
  font-family="Open Sans, sans-serif" font-size="20">
  <rect x="-8" y="2" width="396" height="296" fill="#fff" stroke="#000"/>
  <g id="art" class="mirror" transform="translate(5 0)">
    <path id="can" d="M10 100 h60 v50 h-60 z l-10 -20" fill="#080"/>
    <g transform="translate(300 120) rotate(-20)"><text id="slope" x="0" y="0">Sun</text></g>
    <g id="logo" class="keep"><path id="sign" d="M150 220 h40 l-40 30 z" fill="#00f"/></g>
  </g>
  <g class="words">
    <text id="start" x="0" y="40">Water (2 cans)</text>
    <text id="middle" x="60" y="200" text-anchor="middle">Can</text>
    <text id="end" x="380" y="60" text-anchor="end">A bed of roses</text>
    <text id="lines" x="200">
      <tspan x="220" y="150">First</tspan><tspan x="230" y="180">then</tspan>
    </text>
  </g>
  <g class="keep"><text id="kept" x="380" y="280" text-anchor="end">1890</text></g>
</svg>
"""
GERMAN = (
    "Sonne",
    "Gießwasser (2 Kannen)",
    "Gießkanne",
    "Ein Rosenbeet",
    "Zuerst",
    "danach",
    "1890",
)
ARABIC = ("شمس", "ماء (2 علبة)", "علبة", "سرير من الورود", "أولاً", "ثم", "1890")
MEASURE = """
() => Object.fromEntries([...document.querySelectorAll("[id]")].map(element => {
    const box = element.getBoundingClientRect(), matrix = element.getScreenCTM();
    const {a, b, c, d} = matrix;
    return [element.id, [box.left, box.top, box.right, box.bottom, a * d - b * c]];
}))
"""
COMPARE = f"""
async files => {{
    const drawn = await ({DRAW})(files, 400, 300);
    const count = turn => drawn[0].filter((value, at) => {{
        const pixel = at >> 2, x = pixel % 400, other = turn ? pixel - x + 399 - x : pixel;
        return Math.abs(value - drawn[1][4 * other + at % 4]) > 8;
    }}).length;
    return [count(true), count(false)];
}}
"""


class Box(NamedTuple):
    """Where an element is seen, in pixels from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    area: float
    """Of one unit, negative where letters would be mirrored."""

    def overlaps(self, other: Box) -> bool:
        """Whether both cover some of the same ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def localize(lang: str, words: tuple[str, ...] = (), content: str = GARDEN) -> bytes:
    """A picture in a language, with other words or, marked as English, with its own."""
    errors = ImageErrors("garden.svg")
    root = parse_svg(content, errors)
    assert root
    own = tuple((found.text, "en") for found in find_words(root))
    labels = tuple((text, lang) for text in words) or own
    rebuilt = rebuild_svg(content.encode(), errors, Localization(lang, "en", labels))
    assert not errors, errors.findings
    return rebuilt


def measure(page: Page, picture: bytes, folder: Path) -> dict[str, Box]:
    path = folder / "picture.svg"
    path.write_bytes(picture)
    page.set_viewport_size({"width": WIDTH, "height": 300})
    page.goto(path.as_uri())
    return {name: Box(*box) for name, box in page.evaluate(MEASURE).items()}


def list_texts(boxes: dict[str, Box]) -> dict[str, Box]:
    names = {element.get("id") for element in etree.fromstring(GARDEN.encode()).iter("{*}text")}
    return {name: box for name, box in boxes.items() if name in names}


def list_outside(boxes: dict[str, Box]) -> list[str]:
    return [
        name
        for name, box in list_texts(boxes).items()
        if box.left < 0 or box.top < 0 or box.right > WIDTH or box.bottom > 300
    ]


def mirror(box: Box) -> Box:
    return Box(WIDTH - box.right, box.top, WIDTH - box.left, box.bottom, box.area)


def assert_same_place(box: Box, other: Box) -> None:
    assert box[:4] == pytest.approx(other[:4], abs=1)


def test_shapes_are_mirrored_about_the_middle_and_parts_to_keep_stay(
    page: Page, tmp_path: Path
) -> None:
    drawn, mirrored = (measure(page, localize(lang), tmp_path) for lang in ("en", "ar"))
    assert_same_place(mirrored["can"], mirror(drawn["can"]))
    assert mirrored["can"].area == pytest.approx(-drawn["can"].area)
    for name in ("sign", "kept"):
        assert_same_place(mirrored[name], drawn[name])
        assert mirrored[name].area == pytest.approx(drawn[name].area)


def test_a_mirrored_picture_is_the_mirror_image_to_the_pixel(page: Page) -> None:
    shapes = etree.fromstring(GARDEN.encode())
    for text in list(shapes.iter("{*}text", "{*}g")):
        if text.get("class") == "keep" or text.tag.endswith("text"):
            text.getparent().remove(text)  # type: ignore[union-attr]
    content = etree.tostring(shapes, encoding="unicode")
    pictures = (localize(lang, content=content) for lang in ("en", "ar"))
    files = [base64.b64encode(picture).decode() for picture in pictures]
    from_mirror_image, from_drawing = page.evaluate(COMPARE, files)
    assert from_mirror_image == 0
    assert from_drawing > 1000


def test_words_stand_on_the_other_side_with_their_letters_as_they_are(
    page: Page, tmp_path: Path
) -> None:
    drawn, mirrored = (list_texts(measure(page, localize(lang), tmp_path)) for lang in ("en", "ar"))
    for name, box in mirrored.items():
        assert box.area > 0, name
        assert_same_place(box, drawn[name] if name == "kept" else mirror(drawn[name]))


def test_arabic_words_grow_to_the_left_from_the_place_on_the_other_side(
    page: Page, tmp_path: Path
) -> None:
    drawn = measure(page, localize("en"), tmp_path)
    arabic = measure(page, localize("ar", ARABIC), tmp_path)
    assert arabic["start"].right == pytest.approx(WIDTH - drawn["start"].left, abs=2)
    assert arabic["end"].left == pytest.approx(WIDTH - drawn["end"].right, abs=2)
    middles = [(box["middle"].left + box["middle"].right) / 2 for box in (arabic, drawn)]
    assert middles[0] == pytest.approx(WIDTH - middles[1], abs=1)
    assert arabic["kept"].right == pytest.approx(drawn["kept"].right, abs=1)


def test_arabic_words_that_stay_keep_to_the_side_where_they_were_drawn(
    page: Page, tmp_path: Path
) -> None:
    still = GARDEN.replace('class="mirror" ', "")
    drawn = measure(page, localize("en", content=still), tmp_path)
    arabic = measure(page, localize("ar", ARABIC, still), tmp_path)
    assert arabic["start"].left == pytest.approx(drawn["start"].left, abs=2)
    assert arabic["end"].right == pytest.approx(drawn["end"].right, abs=2)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ()), ("de", GERMAN), ("ar", ARABIC)], ids=["en", "de", "ar"]
)
def test_words_stay_in_the_frame_and_clear_of_each_other(
    page: Page, tmp_path: Path, lang: str, words: tuple[str, ...]
) -> None:
    boxes = measure(page, localize(lang, words), tmp_path)
    assert list_outside(boxes) == []
    texts = list_texts(boxes)
    touching = [pair for pair in combinations(texts, 2) if texts[pair[0]].overlaps(texts[pair[1]])]
    assert touching == []


def test_words_without_room_leave_the_frame(page: Page, tmp_path: Path) -> None:
    long = (*GERMAN[:3], "Wechselausstellungsrosenbeetbepflanzung", *GERMAN[4:])
    assert list_outside(measure(page, localize("de", long), tmp_path)) == ["end"]
