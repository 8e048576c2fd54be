"""Read TOML 1.0 files and check them against a schema; report every error with its line.

Keys that are language tags are kept in the canonical form: `ZH-hans` and `zh_Hans` are `zh-Hans`.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from ..input_files import InputFiles
from ..languages import canonical, check_tag
from .text_files import HIDDEN_CHARACTER, describe_hidden, read_text

_NUMBER_LIMIT = 10**12
_MOST_CHARACTERS = 10_000
"""Of a text: more than a long paragraph has."""
_HEADER = re.compile(r"\s*\[[^\]]+\]")
_QUOTED = r'"(?:[^"\\]|\\.)*"'
_KEY = re.compile(rf"\s*((?:[\w-]+|{_QUOTED}|'[^']*')(?:\s*\.\s*(?:[\w-]+|{_QUOTED}))*)\s*=")
# The parser would keep each beginning of such a key, and take gigabytes.
_LONG_KEY = re.compile(r"^[^\n\"'#]*?(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){50}", re.MULTILINE)
_LONG_QUOTE = re.compile("\"{3}|'{3}")
_PART = re.compile(rf"[\w+-]+|({_QUOTED})|'([^']*)'")
TYPE_NAMES: Mapping[type, str] = {
    str: "text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    tuple: "a list of texts",
    dict: "a table",
    datetime.date: "a date such as 2026-01-31",
}


@dataclass(frozen=True, slots=True)
class Key:
    """What a key may hold. Keys that a schema does not name are errors."""

    type: type
    required: bool = False
    choices: Sequence[str] = ()
    """Allowed texts; of the items, where the key is a list."""
    shape: Shape | None = None
    """dict: the keys of the table."""
    each: Key | None = None
    """dict: any keys, each holding this; list: each item is this."""
    by_language: bool = False
    """dict: its keys are language tags."""
    empty: bool = False
    """str: may be empty."""
    otherwise: Key | None = None
    """What it may hold instead, of another type."""

    def alternatives(self) -> tuple[Key, ...]:
        """All that it may hold."""
        return (self, *(self.otherwise.alternatives() if self.otherwise else ()))


Shape = Mapping[str, Key]


@dataclass(frozen=True, slots=True)
class TomlFile:
    """The table of a file, with the line of each key."""

    display_path: str
    """As findings name the file: below the guide's folder, with forward slashes."""
    table: dict[str, Any] = field(default_factory=dict)
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    renamed: dict[tuple[str, ...], str] = field(default_factory=dict)
    """The names that keys have now, by their places as they are written."""
    first_lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    """Of each key, the first line in it, while the file is checked."""

    def line(self, *path: str) -> int:
        """The line of a key, or of the table where it is missing; 0 for the whole file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)

    def error(
        self, path: Sequence[str], message: str, hint: str, detail: tuple[str, ...] = ()
    ) -> Finding:
        """A finding at a key."""
        return Finding(self.display_path, self.line(*path), message, hint, detail=detail)


def read_toml(path: Path, files: InputFiles, shape: Key) -> tuple[TomlFile, list[Finding]]:
    """Read a TOML file and check it. A table with errors is given too, for what it has."""
    display_path = files.format_path(path)
    text = read_text(path, files)
    if isinstance(text, Finding):
        return TomlFile(display_path), [text]
    return parse_toml(text, display_path, shape)


def parse_toml(text: str, display_path: str, shape: Key) -> tuple[TomlFile, list[Finding]]:
    """Parse the text of a TOML file and check it, as `read_toml` does."""
    if long_key := _LONG_KEY.search(text):
        line = text.count("\n", 0, long_key.start()) + 1
        message, hint = "has a key of more than 50 parts", "Write it more simply."
        return TomlFile(display_path), [Finding(display_path, line, message, hint)]
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return TomlFile(display_path), [_describe_syntax_error(text, display_path, error)]
    except (ValueError, RecursionError):
        message = "has a number too long, or tables too deep, to be read"
        return TomlFile(display_path), [Finding(display_path, 0, message, "Write it more simply.")]
    file = TomlFile(display_path, table, dict(_find_lines(text)))
    errors = list(_check(file, table, shape, ()))
    _rename_lines(file)
    return file, errors


def _describe_syntax_error(text: str, display_path: str, error: tomllib.TOMLDecodeError) -> Finding:
    position = re.search(r"\(at (?:line (\d+)|end of document)", str(error))
    line = int(position[1]) if position and position[1] else text.count("\n") + 1
    message = re.sub(r"\s*\(at .*\)$", "", str(error))
    hint = 'Mend this line: keys look like `name = "text"`, tables like `[name]`.'
    return Finding(display_path, line, f"is not TOML: {message}", hint)


def _find_lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Find the line of each key and table: `tomllib` does not give them."""
    table: tuple[str, ...] = ()
    quote = ""  # of a text of several lines, while within it
    for number, line in enumerate(text.split("\n"), 1):
        inside = quote
        for sign in _LONG_QUOTE.findall(line):
            quote = "" if quote == sign else quote or sign
        if inside:
            continue
        if found := _HEADER.match(line):
            table = _split_key(found[0])
            yield table, number
        elif found := _KEY.match(line):
            yield (*table, *_split_key(found[1])), number


def _split_key(dotted: str) -> tuple[str, ...]:
    return tuple(_read_key(part) for part in _PART.finditer(dotted))


def _read_key(part: re.Match[str]) -> str:
    if part[1]:
        return str(tomllib.loads(f"key = {part[1]}")["key"])
    return part[2] or part[0]


def _check(file: TomlFile, value: Any, key: Key, path: tuple[str, ...]) -> Iterator[Finding]:
    name = ".".join(path)
    alternatives = key.alternatives()
    key = next((kind for kind in alternatives if has_type(value, kind.type)), key)
    if not has_type(value, key.type):
        held = (noun for kind, noun in TYPE_NAMES.items() if has_type(value, kind))
        wanted = " or ".join(TYPE_NAMES[kind.type] for kind in alternatives)
        message = f"`{name}` is {next(held, 'a date and time')}, not {wanted}"
        yield file.error(path, message, f"Give `{name}` {wanted}.")
    elif isinstance(value, dict):
        yield from _check_table(file, value, key, path)
        if key.by_language:
            yield from _canonicalize_keys(file, value, path)
    elif isinstance(value, list):
        for item in value:
            yield from _check(file, item, key.each or Key(str), path)
    elif key.type is float and not abs(value) < _NUMBER_LIMIT:
        yield file.error(path, f"`{name}` is no figure that can be", "Write a number in digits.")
    elif isinstance(value, str):
        if hidden := HIDDEN_CHARACTER.search(value):
            yield file.error(path, f"`{name}` has {describe_hidden(hidden[0])}", "Remove it.")
        elif len(value) > _MOST_CHARACTERS:
            message = f"`{name}` has more than {_MOST_CHARACTERS:,} characters"
            yield file.error(path, message, "Write less; long texts belong into a section.")
        elif not value.strip() and not key.empty:
            yield file.error(path, f"`{name}` is empty", f"Write what `{name}` should be.")
        elif key.choices and value not in key.choices:
            hint = suggest_nearest(value, key.choices) or f"Use one of: {', '.join(key.choices)}."
            yield file.error(path, f"`{name}` is {value!r}, which is not known", hint)


def _check_table(
    file: TomlFile, table: dict[str, Any], key: Key, path: tuple[str, ...]
) -> Iterator[Finding]:
    shape = key.shape or {}
    for name, value in table.items():
        inner_path = (*path, name)
        if hidden := HIDDEN_CHARACTER.search(name):
            message = f"a key has {describe_hidden(hidden[0])}"
            yield file.error(inner_path, message, "Remove it.")
        if inner := shape.get(name) or key.each:
            yield from _check(file, value, inner, inner_path)
        else:
            hint = suggest_nearest(name, shape) or f"Remove it, or use one of: {', '.join(shape)}."
            yield file.error(inner_path, f"`{'.'.join(inner_path)}` is not a known key", hint)
    for name, inner in shape.items():
        if inner.required and name not in table:
            message = f"`{'.'.join((*path, name))}` is missing"
            yield file.error((*path, name), message, f"Add `{name}`: {TYPE_NAMES[inner.type]}.")


def _canonicalize_keys(
    file: TomlFile, table: dict[str, Any], path: tuple[str, ...]
) -> Iterator[Finding]:
    """Write language tags in their canonical form. A second key for one language is an error."""
    written: dict[str, str] = {}
    for name, value in list(table.items()):
        tag = canonical(name)
        tag = name if check_tag(tag) else tag
        first, second = (*path, written.setdefault(tag, name)), (*path, name)
        if first != second:
            earlier, line = _find_first_line(file, first), _find_first_line(file, second)
            message = f"`{'.'.join(second)}` names the language of `{'.'.join(first)}`"
            message = f"{message}, line {earlier}"
            yield Finding(file.display_path, line, message, "Keep one of the two.")
        del table[name]
        table[tag] = value
    file.renamed.update({(*path, name): tag for tag, name in written.items() if tag != name})


def _rename_lines(file: TomlFile) -> None:
    """Give lines by the names that keys have now; once, since a glossary has thousands of them."""
    for place, line in list(file.lines.items()) if file.renamed else ():
        parts = (file.renamed.get(place[: end + 1], name) for end, name in enumerate(place))
        file.lines[tuple(parts)] = line


def _find_first_line(file: TomlFile, path: tuple[str, ...]) -> int:
    """The line of a table; where it has no header of its own, of the first key in it, or of what
    it stands in.
    """
    if not file.first_lines:
        for place, line in file.lines.items():
            for end in range(1, len(place) + 1):
                first = file.first_lines.get(place[:end], line)
                file.first_lines[place[:end]] = min(first, line)
    return file.first_lines.get(path) or file.line(*path)


def has_type(value: Any, kind: type) -> bool:
    """Whether a value of TOML is of a type: true is no number, and a whole number is one."""
    return type(value) is kind or (kind is float and type(value) is int)
