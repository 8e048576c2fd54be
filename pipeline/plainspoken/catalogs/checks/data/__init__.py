"""What checks know of each language: one file a language, `<tag>.toml`.

A language without a file is checked by what CLDR knows of it: digits, separators, months, units.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_SAME = {"fil": "tl", "nb": "no", "in": "id", "iw": "he"}


def table(tag: str, name: str) -> Mapping[str, Any]:
    """A table of the file that serves for a language tag; empty where there is none."""
    found: Mapping[str, Any] = _file(tag).get(name, {})
    return found


def known(tag: str) -> bool:
    """Whether there is a file for a language."""
    return bool(_file(tag))


def lines(tag: str, name: str, key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Lines "name form form": the name and its forms, `_` a space in a form."""
    found = []
    for line in table(tag, name).get(key, ()):
        first, *forms = line.split()
        found.append((first, tuple(form.replace("_", " ") for form in forms)))
    return tuple(found)


@cache
def _file(tag: str) -> Mapping[str, Any]:
    first, *rest = tag.split("-")
    parts = [_SAME.get(first, first), *rest]
    while parts:
        path = _FOLDER / f"{'-'.join(parts)}.toml"
        if path.is_file():
            return tomllib.loads(path.read_text("utf-8"))
        parts.pop()
    return {}
