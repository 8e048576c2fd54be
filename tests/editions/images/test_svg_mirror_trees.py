"""Any picture is mirrored as a whole: each part is where its marks say, however it is nested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainspoken.editions.images.matrix import IDENTITY, Matrix, multiply, parse_transform
from plainspoken.editions.images.svg import rebuild_svg
from plainspoken.editions.images.svg_localized import Localization
from plainspoken.svg.image_errors import ImageErrors

REFLECTION = Matrix(-1, 0, 0, 1, 100, 0)
FLIP = Matrix(-1, 0, 0, 1, 0, 0)
TRANSFORMS = (
    "", "translate(7 -3)", "scale(.5 2)", "rotate(30 5 5)", "skewX(20)", "matrix(1 .5 -.5 1 3 4)",
)  # fmt: skip
MARKS = st.sampled_from(["", "", "mirror", "keep", "art keep"])


@dataclass
class Part:
    """A group, shape or text of a picture."""

    name: str
    mark: str
    transform: str
    parts: list[Part] = field(default_factory=list)

    def write(self) -> str:
        inner = "".join(part.write() for part in self.parts)
        text = "word" if self.name == "text" else inner
        mark = f'class="{self.mark}"' if self.mark else ""
        return f'<{self.name} {mark} transform="{self.transform}">{text}</{self.name}>'

    def list_marks(self, around: str = "") -> Iterator[tuple[str, str]]:
        """Name and nearest mark of each shape and text, in the order of the file."""
        mark = self.mark.split()[-1] if self.mark else around
        if self.name != "g":
            yield self.name, mark
        for part in self.parts:
            yield from part.list_marks(mark)


LEAVES = st.builds(Part, st.sampled_from(["path", "text"]), MARKS, st.sampled_from(TRANSFORMS))
PARTS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Part, st.just("g"), MARKS, st.sampled_from(TRANSFORMS), st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


def list_places(parts: list[Part], lang: str) -> list[Matrix]:
    """How each shape and text is drawn in an edition, in the order of the file."""
    content = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
        f"{''.join(part.write() for part in parts)}</svg>"
    )
    errors = ImageErrors("a.svg")
    count = content.count("word")
    rebuilt = rebuild_svg(
        content.encode(), errors, Localization(lang, "en", (("word", "en"),) * count)
    )
    assert not errors, errors.findings
    return list(_list_places(etree.fromstring(rebuilt), IDENTITY))


def _list_places(element: etree._Element, around: Matrix) -> Iterator[Matrix]:
    for child in element:
        matrix = multiply(around, parse_transform(str(child.get("transform", ""))))
        if child.tag.rpartition("}")[2] == "g":
            yield from _list_places(child, matrix)
        else:
            yield matrix


@given(st.lists(PARTS, max_size=4))
def test_each_part_is_where_its_nearest_mark_says(parts: list[Part]) -> None:
    marks = [found for part in parts for found in part.list_marks()]
    has_mirror = any('mirror"' in part.write() for part in parts)
    drawn, mirrored = list_places(parts, "en"), list_places(parts, "ar")
    for (name, mark), before, after in zip(marks, drawn, mirrored, strict=True):
        is_mirrored = has_mirror and (mark == "mirror" or (name == "text" and not mark))
        expected = multiply(REFLECTION, before) if is_mirrored else before
        if name == "text" and is_mirrored:
            expected = multiply(expected, FLIP)
        assert after == pytest.approx(expected, abs=1e-3)
        if name == "text":
            area, drawn_area = (m.a * m.d - m.b * m.c for m in (after, before))
            assert area == pytest.approx(drawn_area, abs=1e-3)
