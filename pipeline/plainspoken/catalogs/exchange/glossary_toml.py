"""Write terms in other languages into the text of `glossary.toml`; every other byte stays."""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...languages import canonical
from ...parsing.glossary import LocalTerm

_KEYS = ("approved", "admitted", "forbidden")
_BOM = "\ufeff"


def replace_terms(text: str, terms: Sequence[LocalTerm], file: str) -> str:
    """Replace or add terms in the text. Raises CatalogError: the form of one cannot be changed."""
    bom = _BOM if text.startswith(_BOM) else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    before = text.removeprefix(_BOM).replace("\r\n", "\n")
    after = _replace_terms(before, terms)
    if after is None:
        # All at once is a matter of seconds; one by one would be one of hours.
        count = bisect_left(
            range(1, len(terms)),
            True,
            key=lambda count: _replace_terms(before, terms[:count]) is None,
        )
        term = terms[count]
        message = f"the words of `{term.key}` stand in a form that cannot be changed"
        hint = f"Write them as a table of its own: [{term.key}.locales.{term.lang}]."
        raise CatalogError([Finding(file, 0, message, hint)])
    return bom + after.replace("\n", newline)


def _replace_terms(text: str, terms: Sequence[LocalTerm]) -> str | None:
    """The text with all terms, or None where it would not hold them."""
    expected: dict[str, Any] = tomllib.loads(text)
    tables = _TermTables(text)
    for term in terms:
        locales = expected[term.key].setdefault("locales", {})
        tag = next((key for key in locales if canonical(key) == term.lang), term.lang)
        locales[tag] = _to_table(term)
        tables.replace(term, tag)
    changed = tables.join()
    return changed if _parse(changed) == expected else None


def _parse(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _to_table(term: LocalTerm) -> dict[str, Any]:
    table: dict[str, Any] = {"approved": term.approved}
    if term.admitted:
        table["admitted"] = list(term.admitted)
    if term.forbidden:
        table["forbidden"] = [{"text": text, "reason": reason} for text, reason in term.forbidden]
    return table


class _TermTables:
    """The lines of a glossary, table by table, so that each term is found without a search."""

    def __init__(self, text: str) -> None:
        self._tables: list[list[str]] = [[]]
        """The lines of each table; what stands before the first has no name."""
        self._added: dict[int, list[list[str]]] = {}
        """The tables that come after the last line with words of a table, by the table's number."""
        self._by_path: dict[tuple[str, ...], list[str]] = {}
        self._last: dict[str, int] = {}
        """The number of the last table of each term."""
        for line in re.findall(r"[^\n]*\n|[^\n]+", text):
            if path := _parse_header(line):
                self._last[path[0]] = len(self._tables)
                self._tables.append([])
                self._by_path.setdefault(path, self._tables[-1])
            self._tables[-1].append(line)

    def replace(self, term: LocalTerm, tag: str) -> None:
        """Write the words of a term in the place of the old ones, or after the term's tables."""
        path = (term.key, "locales", tag)
        if lines := self._by_path.get(path):
            lines[1:] = [_format_term(term), *_drop_keys(lines[1:])]
            return
        self._by_path[path] = [f"\n[{'.'.join(path)}]\n", _format_term(term)]
        self._added.setdefault(self._last.get(term.key, 0), []).append(self._by_path[path])

    def join(self) -> str:
        """The whole text."""
        return "".join(
            line
            for number, lines in enumerate(self._tables)
            for line in self._join_table(lines, self._added.get(number, []))
        )

    def _join_table(self, lines: Sequence[str], added: Sequence[list[str]]) -> Iterator[str]:
        if not added:
            yield from lines
            return
        filled = (number for number, line in enumerate(lines, 1) if _has_words(line))
        end = max(filled, default=0)
        yield from lines[:end]
        yield "" if not end or lines[end - 1].endswith("\n") else "\n"
        for table in added:
            yield from table
        yield from lines[end:]


def _has_words(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _parse_header(line: str) -> tuple[str, ...]:
    found = re.fullmatch(r"\s*\[\[?([^\[\]]+)\]\]?\s*(#.*)?", line.rstrip("\n"))
    return tuple(part.strip().strip("\"'") for part in found[1].split(".")) if found else ()


def _drop_keys(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a table without the keys of a term, whose values may be multi-line."""
    rest = list(lines)
    while rest:
        if not re.match(rf"\s*({'|'.join(_KEYS)})\s*=", rest[0]):
            yield rest.pop(0)
            continue
        count = 1
        while count < len(rest) and not _parse("".join(rest[:count])):
            count += 1
        del rest[:count]


def _format_term(term: LocalTerm) -> str:
    text = f"approved = {_quote(term.approved)}\n"
    if term.admitted:
        text += f"admitted = [{', '.join(map(_quote, term.admitted))}]\n"
    if term.forbidden:
        tables = [
            f"{{ text = {_quote(word)}, reason = {_quote(reason)} }}"
            for word, reason in term.forbidden
        ]
        inner = tables[0] if len(tables) == 1 else "\n  " + ",\n  ".join(tables) + ",\n"
        text += f"forbidden = [{inner}]\n"
    return text


def _quote(text: str) -> str:
    """Quote a TOML basic string: the escapes of JSON are valid in it (TOML 1.0, "String")."""
    return json.dumps(text, ensure_ascii=False)
