"""Affine transformations of SVG (CSS Transforms 1 §8, §13): read, combined, inverted, written."""

from __future__ import annotations

import re
from functools import reduce
from math import cos, radians, sin, tan
from typing import NamedTuple

_FUNCTION = re.compile(r"(\w+)\s*\(([^()]*)\)")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_DIGITS = 6


class Matrix(NamedTuple):
    """`x' = a·x + c·y + e`, `y' = b·x + d·y + f`."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The transformation that does the second, then the first, as `first second` in SVG."""
    a, b, c, d, e, f = first
    return Matrix(
        a * second.a + c * second.b,
        b * second.a + d * second.b,
        a * second.c + c * second.d,
        b * second.c + d * second.d,
        a * second.e + c * second.f + e,
        b * second.e + d * second.f + f,
    )


def invert(matrix: Matrix) -> Matrix | None:
    """The transformation back; None where there is none: all was drawn onto a line."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if not area:
        return None
    return Matrix(
        d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area
    )


def parse_transform(text: str) -> Matrix:
    """Read a list of transformations, which `svg` has found to be well written."""
    return reduce(
        multiply, (_read(name, numbers) for name, numbers in _FUNCTION.findall(text)), IDENTITY
    )


def format_matrix(matrix: Matrix) -> str:
    """Write a transformation as an attribute has it."""
    return f"matrix({' '.join(map(_format, matrix))})"


def _format(number: float) -> str:
    return f"{round(number, _DIGITS) + 0:.{_DIGITS}f}".rstrip("0").rstrip(".")


def _read(name: str, text: str) -> Matrix:
    numbers = [float(number) for number in re.findall(_NUMBER, text)]
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Matrix(1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", [x, *rest]:
            return Matrix(x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [angle]:
            return _rotate(angle)
        case "rotate", [angle, x, y]:
            there, back = Matrix(1, 0, 0, 1, x, y), Matrix(1, 0, 0, 1, -x, -y)
            return multiply(multiply(there, _rotate(angle)), back)
        case "skewX", [angle]:
            return Matrix(1, 0, tan(radians(angle)), 1, 0, 0)
        case "skewY", [angle]:
            return Matrix(1, tan(radians(angle)), 0, 1, 0, 0)
    return IDENTITY  # readers pass over what has a wrong number of numbers


def _rotate(angle: float) -> Matrix:
    turn = radians(angle)
    return Matrix(cos(turn), sin(turn), -sin(turn), cos(turn), 0, 0)
