"""One form for all language tags that are keys of a TOML file: `zh`, `ZH-hans` and `zh_Hans`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..diagnostics.finding import Finding
from ..languages import canonical, check_tag
from .toml_schema import TomlFile

ANY = "*"
"""Stands for any key in the path of a table."""


def canonicalize_keys(file: TomlFile, *path: str) -> tuple[TomlFile, list[Finding]]:
    """Give the keys of the tables at `path`, which are language tags, their canonical form.

    Lines are found under the new keys. Keys of no language that is known stay as they are. Two
    keys for one language are an error, at the line of the second.
    """
    errors = [
        error
        for place, table in _find_tables(file.table, path, ())
        for error in _find_doubles(file, place, table)
    ]
    lines = {_rename_line(place, path): line for place, line in file.lines.items()}
    return replace(file, table=_rename(file.table, path), lines=lines), errors


def _find_tables(
    table: Mapping[str, Any], path: tuple[str, ...], place: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Each table at `path`, with its own path."""
    if not path:
        yield place, table
        return
    for key, value in table.items():
        if path[0] in (ANY, key) and isinstance(value, dict):
            yield from _find_tables(value, path[1:], (*place, key))


def _find_doubles(
    file: TomlFile, place: tuple[str, ...], table: Mapping[str, Any]
) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for key in table:
        earlier = first.setdefault(_to_canonical(key), key)
        if earlier != key:
            name = ".".join((*place, earlier))
            message = (
                f"`{'.'.join((*place, key))}` names the language of `{name}`, "
                f"line {_find_line(file, (*place, earlier))}"
            )
            line = _find_line(file, (*place, key))
            yield Finding(file.display_path, line, message, "Keep one of the two.")


def _find_line(file: TomlFile, path: tuple[str, ...]) -> int:
    """The line of a table, or of the first key in it, where it has no header of its own."""
    lines = (line for place, line in file.lines.items() if place[: len(path)] == path)
    return min(lines, default=0)


def _rename(table: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    if not path:
        return {_to_canonical(key): value for key, value in table.items()}
    return {
        key: _rename(value, path[1:])
        if path[0] in (ANY, key) and isinstance(value, dict)
        else value
        for key, value in table.items()
    }


def _rename_line(place: tuple[str, ...], path: tuple[str, ...]) -> tuple[str, ...]:
    """The path of a key with the canonical form of the language in it, if one stands there."""
    depth = len(path)
    on_path = all(part in (ANY, key) for part, key in zip(path, place, strict=False))
    if len(place) <= depth or not on_path:
        return place
    return (*place[:depth], _to_canonical(place[depth]), *place[depth + 1 :])


def _to_canonical(key: str) -> str:
    tag = canonical(key)
    return key if check_tag(tag) else tag
