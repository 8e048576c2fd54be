"""The cover: its lines fit, stand in the middle, and say what the guide is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from plainspoken.config.project import load_project
from plainspoken.editions.cover import draw_cover
from plainspoken.guide import Guide, Span
from plainspoken.parsing import parse

SVG = "{http://www.w3.org/2000/svg}"
ROOM = 1060
"""Pixels that a line may be wide; the page has 1200."""


@dataclass(frozen=True)
class Line:
    """One line of text."""

    text: str
    y: int
    size: int
    weight: str | None

    @property
    def width(self) -> float:
        """About how wide a plain sans sets it: three fifths of its size a letter, or all of it."""
        ems = (1 if ord(sign) > 0x2E80 else 0.3 if sign in "il " else 0.6 for sign in self.text)
        return self.size * sum(ems)


class Cover:
    """A cover as a viewer draws it."""

    def __init__(self, drawing: bytes) -> None:
        self.root = etree.fromstring(drawing)

    @property
    def lines(self) -> list[Line]:
        """The lines, from top to bottom."""
        found = []
        for element in self.root.iter(f"{SVG}text"):
            assert (element.get("x"), element.get("text-anchor")) == ("600", "middle")
            y, size = int(element.get("y") or 0), int(element.get("font-size") or 0)
            found.append(Line(element.text or "", y, size, element.get("font-weight")))
        assert [line.y for line in found] == sorted(line.y for line in found)
        return found

    @property
    def bands(self) -> list[tuple[int, int]]:
        """Top and bottom of each ground that is not the whole page."""
        rects = [
            (int(rect.get("y") or 0), int(rect.get("height") or 0))
            for rect in self.root.iter(f"{SVG}rect")
        ]
        assert rects[0] == (0, 1800)
        return [(top, top + height) for top, height in rects[1:]]


@pytest.fixture
def guide(small_guide: Path) -> Guide:
    return parse(load_project(small_guide))


def titled(guide: Guide, title: str, lang: str = "en") -> Guide:
    sentence = replace(guide.title.sentences[0], spans=(Span(title),), lang=lang)
    return replace(guide, lang=lang, title=replace(guide.title, sentences=(sentence,), lang=lang))


def draw(guide: Guide, publisher: str = "The Tea House", draft: bool = False) -> Cover:
    return Cover(draw_cover(guide, publisher, draft))


def test_a_short_title_is_one_line_above_the_language_and_the_publisher(guide: Guide) -> None:
    cover = draw(titled(guide, "Good tea"))
    title, language, publisher = cover.lines
    assert (title.text, language.text, publisher.text) == ("Good tea", "English", "The Tea House")
    assert (title.size, language.size, publisher.size) == (112, 72, 56)
    assert (title.weight, language.weight) == ("bold", None)
    assert [element.text for element in cover.root.iter(f"{SVG}title")] == ["Good tea"]
    assert cover.bands == []


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("How to make tea", ["How to make tea"]),
        ("The treatment of leukemia", ["The treatment of", "leukemia"]),
        ("A guide to the treatment of acute lymphoblastic leukemia",
         ["A guide to the", "treatment of", "acute", "lymphoblastic", "leukemia"]),
        ("Lillit: il filo, il fil", ["Lillit: il filo, il fil"]),
        ("MMMMMM WWWWWW", ["MMMMMM", "WWWWWW"]),
    ],
)  # fmt: skip
def test_a_long_title_breaks_between_words_in_the_middle_of_its_room(
    guide: Guide, title: str, lines: list[str]
) -> None:
    *found, _, _ = draw(titled(guide, title)).lines
    assert [line.text for line in found] == lines
    assert {line.size for line in found} == {112}
    assert all(line.width <= ROOM for line in found)
    assert [after.y - line.y for line, after in pairwise(found)] == [130 for _ in lines[1:]]
    # However many lines: as much room above them as below.
    assert abs((found[0].y + found[-1].y) / 2 - 585) <= 1


@pytest.mark.parametrize(
    "title",
    ["Elektroenzephalographisch", "急性淋巴细胞白血病的治疗方法指南", "x" * 60],
)
def test_a_line_that_cannot_be_broken_is_set_smaller(guide: Guide, title: str) -> None:
    line, *_ = draw(titled(guide, title)).lines
    assert line.text == title
    assert line.size < 112
    assert 0.8 * (ROOM) <= line.width <= ROOM


def test_a_long_publisher_is_set_smaller_and_stays_one_line(guide: Guide) -> None:
    name = "The Department of Hematology of the University Hospital of the North"
    *_, publisher = draw(guide, name).lines
    assert publisher.text == name
    assert publisher.size < 56
    assert publisher.width <= ROOM


@pytest.mark.parametrize(
    ("lang", "mark", "name"),
    [("en", "Draft, not medically reviewed", "English"),
     ("es", "Borrador, sin revisión médica", "Español"),
     ("ar", "مسودة لم تراجع طبيا", "العربية")],
)  # fmt: skip
def test_a_draft_has_a_band_that_says_so_in_its_language(
    guide: Guide, lang: str, mark: str, name: str
) -> None:
    cover = draw(titled(guide, "T", lang), draft=True)
    _, language, draft, publisher = cover.lines
    assert (language.text, draft.text, draft.weight) == (name, mark, "bold")
    ((top, bottom),) = cover.bands
    assert top < draft.y - draft.size < draft.y < bottom
    assert language.y < top and bottom < publisher.y - publisher.size
    assert all(mark != line.text for line in draw(titled(guide, "T", lang)).lines)


def test_a_cover_says_of_itself_that_it_is_xml_in_utf_8(guide: Guide) -> None:
    first = draw_cover(guide, "The Tea House", draft=False).split(b"\n")[0]
    assert first.startswith(b"<?xml ")
    assert b"utf-8" in first.lower()
