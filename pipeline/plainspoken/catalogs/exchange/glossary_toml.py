"""Write terms in other languages into the text of `glossary.toml`; every other byte stays."""

from __future__ import annotations

import json
import re
import tomllib
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
    changed = text.removeprefix(_BOM).replace("\r\n", "\n")
    expected: dict[str, Any] = tomllib.loads(changed)
    for term in terms:
        locales = expected[term.key].setdefault("locales", {})
        tag = next((key for key in locales if canonical(key) == term.lang), term.lang)
        locales[tag] = _to_table(term)
        changed = _replace_term(changed, term, tag)
        if _parse(changed) != expected:
            message = f"the words of `{term.key}` stand in a form that cannot be changed"
            hint = f"Write them as a table of its own: [{term.key}.locales.{term.lang}]."
            raise CatalogError([Finding(file, 0, message, hint)])
    return bom + changed.replace("\n", newline)


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


def _replace_term(text: str, term: LocalTerm, tag: str) -> str:
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    path = (term.key, "locales", tag)
    header = next((i for i, line in enumerate(lines) if _parse_header(line) == path), None)
    if header is None:
        end = _find_end(lines, term.key)
        before = "" if lines[end - 1].endswith("\n") else "\n"
        table = f"{before}\n[{'.'.join(path)}]\n{_format_term(term)}"
        return "".join([*lines[:end], table, *lines[end:]])
    begin = header + 1
    end = next((i for i in range(begin, len(lines)) if _parse_header(lines[i])), len(lines))
    others = _drop_keys(lines[begin:end])
    return "".join([*lines[:begin], _format_term(term), *others, *lines[end:]])


def _parse_header(line: str) -> tuple[str, ...]:
    found = re.fullmatch(r"\s*\[\[?([^\[\]]+)\]\]?\s*(#.*)?", line.rstrip("\n"))
    return tuple(part.strip().strip("\"'") for part in found[1].split(".")) if found else ()


def _find_end(lines: Sequence[str], key: str) -> int:
    end = 0
    is_inside = False
    for number, line in enumerate(lines, 1):
        if path := _parse_header(line):
            is_inside = path[0] == key
        if is_inside and line.strip() and not line.lstrip().startswith("#"):
            end = number
    return end


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
