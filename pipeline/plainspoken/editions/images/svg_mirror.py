"""Mirror an SVG image about the middle of its `viewBox`, for text that runs the other way.

What has the class `mirror` is mirrored, and `keep` within it is not. All words move with it, but
for those in what has the class `keep`; their letters are never mirrored. A picture without a part
of the class `mirror` stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from ...svg.allowed import SVG, load_allowed
from ...svg.image_errors import ImageErrors
from ...svg.tree import Element, Name, Text
from ...svg.words import find_words
from .matrix import IDENTITY, Matrix, format_matrix, invert, multiply, parse_transform

_CLASS, _STYLE, _VIEW_BOX = Name("", "class"), Name("", "style"), Name("", "viewBox")
_TRANSFORM, _DIRECTION = Name("", "transform"), Name("", "direction")
_ACROSS = (Name("", "x"), Name("", "dx"))
_MARKS = {"mirror", "keep"}
_STYLED_DIRECTION = re.compile(r"(?:^|;)\s*direction\s*:\s*(ltr|rtl)")
_STYLED_TRANSFORM = re.compile(r"(?:^|[;{\s])(?:transform|translate|rotate|scale)\s*:")
_OPPOSITE = {"ltr": "rtl", "rtl": "ltr"}
_FLIP_LETTERS = "scale(-1 1)"
_HINT = "See “Right to left” in docs/pictures.md."


def read_direction(element: Element) -> str:
    """The direction that an element itself sets; empty for none. Style sheets are not looked at."""
    styled = _STYLED_DIRECTION.findall(element.attributes.get(_STYLE, ""))
    direction = styled[-1] if styled else element.attributes.get(_DIRECTION, "").strip()
    return direction if direction in _OPPOSITE else ""


def check_mirror(root: Element, errors: ImageErrors) -> None:
    """Report what keeps an image with parts of the class `mirror` from being mirrored."""
    if not _has_mirror(root):
        return
    if _find_middle(root) is None:
        message = "has a part of the class `mirror`, and no viewBox to mirror it in"
        errors.add(root.line, message, "Give <svg> a viewBox.")
    for element in root.iter_elements():
        name = element.name.local
        style = element.attributes.get(_STYLE, "") if name != "style" else _read_text(element)
        if _STYLED_TRANSFORM.search(style):
            message = "moves a part by a style, in a picture with a part of the class `mirror`"
            errors.add(element.line, message, "Use the attribute transform instead.")
        is_apart = name in load_allowed().drawn_by_others or (name == "svg" and element != root)
        if is_apart and next(find_words(element), None):
            message = f"has words in <{name}>, in a picture with a part of the class `mirror`"
            errors.add(element.line, message, f"Put them where they are shown. {_HINT}")
        if name == "textPath":
            message = "has words on a path, in a picture with a part of the class `mirror`"
            errors.add(element.line, message, f"Write them straight. {_HINT}")


def mirror(root: Element) -> None:
    """Mirror an image in which `check_mirror` finds nothing wrong."""
    middle = _find_middle(root)
    if middle is None or not _has_mirror(root):
        return
    mirrorer = _Mirrorer(Matrix(-1, 0, 0, 1, 2 * middle, 0))
    for child in _iter_children(root):
        mirrorer.mirror(child, _Around(IDENTITY, False, _read_mark(root), read_direction(root)))


def _has_mirror(root: Element) -> bool:
    return any(_read_mark(element) for element in root.iter_elements())


def _read_mark(element: Element) -> bool | None:
    """Whether an element is to be mirrored; None where it does not say."""
    marks = _MARKS.intersection(element.attributes.get(_CLASS, "").split())
    return "mirror" in marks if marks else None


def _find_middle(root: Element) -> float | None:
    try:
        left, _, width, _ = map(float, root.attributes.get(_VIEW_BOX, "").replace(",", " ").split())
    except ValueError:
        return None
    middle = left + width / 2
    return middle if isfinite(middle) else None


def _read_text(element: Element) -> str:
    return "".join(child.content for child in element.children if isinstance(child, Text))


def _iter_children(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element) and child.name.namespace == SVG:
            yield child


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for an element by those around it."""

    drawn: Matrix
    """Their transformation before anything was mirrored."""
    is_mirrored: bool
    mark: bool | None
    """What the nearest that has a mark asks for."""
    direction: str
    """As it was drawn; empty for that of a file without any."""


@dataclass(frozen=True, slots=True)
class _Mirrorer:
    reflection: Matrix
    """In the coordinates of the whole picture."""

    def mirror(self, element: Element, around: _Around) -> None:
        """Mirror an element, or leave it where it is, and all that is in it."""
        if element.name.local in load_allowed().drawn_by_others:
            return  # what uses it is mirrored with it
        mark = _read_mark(element) if _read_mark(element) is not None else around.mark
        direction = read_direction(element) or around.direction
        is_text = element.name.local == "text"
        wanted = is_text if mark is None else mark
        own = element.attributes.get(_TRANSFORM, "").strip()
        steps = [self._reflect(around.drawn) if wanted != around.is_mirrored else "", own]
        if is_text and wanted:
            steps.append(_FLIP_LETTERS)
            _turn(element, _OPPOSITE[direction or "ltr"])
        if written := " ".join(filter(None, steps)):
            element.attributes[_TRANSFORM] = written
        if not is_text:
            drawn = multiply(around.drawn, parse_transform(own))
            for child in _iter_children(element):
                self.mirror(child, _Around(drawn, wanted, mark, direction))

    def _reflect(self, drawn: Matrix) -> str:
        """The transformation that mirrors an element in the picture, where `drawn` is around it."""
        back = invert(drawn)
        if back is None:  # it is not seen
            return ""
        return format_matrix(multiply(multiply(back, self.reflection), drawn))


def _turn(text: Element, direction: str) -> None:
    """Let a text grow the other way, from its place beyond the axis of its own coordinates."""
    for element in text.iter_elements():
        own = read_direction(element)
        if own or element is text:
            _set_direction(element, _OPPOSITE[own] if own else direction)
        for name in _ACROSS:
            if places := element.attributes.get(name, "").replace(",", " ").split():
                element.attributes[name] = " ".join(map(_negate, places))


def _set_direction(element: Element, direction: str) -> None:
    element.attributes[_DIRECTION] = direction
    if style := element.attributes.get(_STYLE):
        element.attributes[_STYLE] = f"{style}; direction: {direction}"


def _negate(number: str) -> str:
    if number.startswith("-"):
        return number[1:]
    bare = number.removeprefix("+")
    return f"-{bare}" if bare.strip("0.") else bare
