"""Find numbers of sections and versions, of three parts or more: 3.9.2. They are no amounts."""

from __future__ import annotations

import re

from .quantity import Span

_SECTION = re.compile(r"(?<![\d.,/:-])\d{1,4}(?:\.\d{1,4}){2,5}(?!\d|[.,/:-]\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|[12]\d|3[01])\.(?:\d\d|\d{4})")
_DATE_FROM_YEAR = re.compile(r"(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])")


def find_section_numbers(text: str) -> list[Span]:
    """Where they stand in a folded text; dates and thousands with points are none."""
    return [match.span() for match in _SECTION.finditer(text) if not _is_other(match[0])]


def _is_other(digits: str) -> bool:
    return any(pattern.fullmatch(digits) for pattern in (_THOUSANDS, _DATE, _DATE_FROM_YEAR))
