"""Add how words are said to the text of `lexicon.toml`; every other byte stays, and the
last line is ended.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Addition:
    """A key that the lexicon does not have: `[word.table]`, `lang = "text"`."""

    word: str
    table: str
    lang: str
    text: str


@dataclass
class _Table:
    path: tuple[str, ...] = ()
    lines: list[str] = field(default_factory=list)
    added: list[_Table] = field(default_factory=list)
    """Tables of the same word, which come after it."""
    tail: list[str] = field(default_factory=list)
    """Blank lines and comments, which belong to what follows."""

    def divide(self) -> None:
        """Set the tail apart, and end the last line."""
        filled = (number for number, line in enumerate(self.lines, 1) if _has_words(line))
        end = max(filled, default=0) or len(self.lines)
        self.lines, self.tail = self.lines[:end], self.lines[end:]
        for lines in (self.lines, self.tail):
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += "\n"


def add_sayings(text: str, additions: Sequence[Addition], file: str) -> str:
    """The text with all additions. Raises CatalogError: the form of a word cannot be changed."""
    bom = _BOM if text.startswith(_BOM) else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    tables = _split(text.removeprefix(_BOM).replace("\r\n", "\n"))
    expected: dict[str, Any] = tomllib.loads("".join(_join(tables)))
    known = {table.path: table for table in tables}
    last = {table.path[0]: table for table in tables if table.path}
    for new in additions:
        expected.setdefault(new.word, {}).setdefault(new.table, {})[new.lang] = new.text
        _add(new, tables, known, last)
    changed = "".join(_join(tables))
    if (parsed := _parse(changed)) != expected:
        word = next(
            (
                new.word
                for new in additions
                if not parsed or parsed.get(new.word) != expected[new.word]
            ),
            additions[0].word,
        )
        message = f"`{word}` stands in a form that cannot be changed"
        hint = f"Write it as tables of its own: [{_quote_key(word)}.say]."
        raise CatalogError([Finding(file, 0, message, hint)])
    return bom + changed.replace("\n", newline)


def _add(
    new: Addition,
    tables: list[_Table],
    known: dict[tuple[str, ...], _Table],
    last: dict[str, _Table],
) -> None:
    path = (new.word, new.table)
    if path not in known:
        header = f"[{'.'.join(map(_quote_key, path))}]\n"
        known[path] = _Table(path, [header])
        if new.word in last:
            last[new.word].added.append(known[path])
        else:
            known[path].lines[:0] = ["\n"] if any(table.lines for table in tables) else []
            tables.append(known[path])
            last[new.word] = known[path]
    text = json.dumps(new.text, ensure_ascii=False)
    known[path].lines.append(f"{_quote_key(new.lang)} = {text}\n")


def _split(text: str) -> list[_Table]:
    """The lines by table; what stands before the first is in one without a path."""
    tables = [_Table()]
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        if path := _parse_header(line):
            tables.append(_Table(path))
        tables[-1].lines.append(line)
    for table in tables:
        table.divide()
    return tables


def _join(tables: Sequence[_Table]) -> Iterator[str]:
    for table in tables:
        yield from table.lines
        for added in table.added:
            yield from added.lines
        yield from table.tail


def _parse_header(line: str) -> tuple[str, ...]:
    if not line.lstrip().startswith("["):
        return ()
    path = []
    table: Any = _parse(line)
    while isinstance(table, Mapping) and table:
        name, table = next(iter(table.items()))
        path.append(name)
    return tuple(path)


def _parse(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _has_words(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _quote_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)
