"""A guide under other titles, and its cover as a viewer draws it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml import etree

from plainspoken.config.project import load_project
from plainspoken.editions.cover.drawing import CoverWords, draw_cover
from plainspoken.guide import Guide, Span
from plainspoken.parsing import parse

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Shape:
    """The outlines of one line of words, in pixels of the page."""

    left: float
    right: float
    top: float
    bottom: float
    size: float
    fill: str


class Drawn:
    """A cover."""

    def __init__(self, content: bytes, has_outlines: bool) -> None:
        self.content = content
        self.has_outlines = has_outlines
        self.root = etree.fromstring(content)

    @property
    def said(self) -> list[str]:
        """What it says as text: the title, and its description line by line."""
        title, description = (self.root.findtext(f"{SVG}{name}") for name in ("title", "desc"))
        return [str(title), *str(description).splitlines()]

    @property
    def lines(self) -> list[Shape]:
        """The lines of words, from top to bottom."""
        paths = self.root.iter(f"{SVG}path")
        return [_find_box(path) for path in paths if path.get("transform")]

    @property
    def title(self) -> list[Shape]:
        """The lines of the title: they alone have the darkest ink."""
        ink = max(self.lines, key=lambda line: line.size).fill
        return [line for line in self.lines if line.fill == ink]

    @property
    def bands(self) -> list[tuple[float, float]]:
        """Top and bottom of each ground that is not the whole page."""
        rects = [
            (float(rect.get("y") or 0), float(rect.get("height") or 0))
            for rect in self.root.iter(f"{SVG}rect")
        ]
        assert rects[0] == (0, 2560)
        return [(top, top + height) for top, height in rects[1:]]

    @property
    def motif(self) -> list[tuple[str | None, str | None]]:
        """The discs that lie at the foot."""
        circles = self.root.iter(f"{SVG}circle")
        return [(one.get("r"), one.get("fill")) for one in circles if one.get("cy") == "2560"]


def _find_box(path: etree._Element) -> Shape:
    numbers = re.findall(r"-?[\d.]+", str(path.get("transform")))
    left, down, scale, flipped = map(float, numbers)
    assert scale == -flipped
    values = list(map(int, re.findall(r"-?\d+", str(path.get("d")))))
    xs, ys = values[::2], values[1::2]
    return Shape(
        left + min(xs) * scale, left + max(xs) * scale,
        down - max(ys) * scale, down - min(ys) * scale, scale * 1000, str(path.get("fill")),
    )  # fmt: skip


Draw = Callable[..., Drawn]


@pytest.fixture
def guide(small_guide: Path) -> Guide:
    return parse(load_project(small_guide))


@pytest.fixture
def draw(guide: Guide) -> Draw:
    """Draw the cover of the guide under another title, in another language."""

    def draw(
        title: str = "How to make tea",
        lang: str = "en",
        publisher: str = "The Tea House",
        draft: bool = False,
        aloud: bool = False,
        family: str = "tea",
    ) -> Drawn:
        sentence = replace(guide.title.sentences[0], spans=(Span(title),), lang=lang)
        block = replace(guide.title, sentences=(sentence,), lang=lang)
        words = CoverWords(replace(guide, lang=lang, title=block), family, publisher, draft, aloud)
        drawing = draw_cover(words)
        return Drawn(drawing.content, drawing.has_outlines)

    return draw
