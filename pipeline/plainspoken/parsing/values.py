"""Read `source/values.toml`: what a clinic sets, and how each language shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..config.project import Project
from ..config.toml_schema import Key, TomlFile
from ..diagnostics.finding import Finding
from ..guide import Block, Place, Sentence, Span, Value
from ..languages import load
from ..quantities.phone_format import is_phone_number, make_tel_uri
from .tables import check_names, read_table

_VALUE = {
    "kind": Key(str, required=True, choices=("phone", "temperature", "duration")),
    "number": Key(str, empty=True),
    "unset": Key(str),
    "celsius": Key(float),
    "minutes": Key(int),
    "show": Key(list, each=Key(str, choices=("celsius", "fahrenheit"))),
}
_SHAPE = Key(dict, each=Key(dict, shape=_VALUE))


def read_values(project: Project) -> tuple[tuple[Value, ...], list[Finding]]:
    """The values of a guide; none where there is no file."""
    file, errors = read_table(project, "values.toml", _SHAPE)
    errors += check_names(file, "value")
    for name, table in file.table.items():
        errors += _check_value(file, name, table)
    return tuple(
        _make_value(name, table, project.language, file) for name, table in file.table.items()
    ), errors


def _check_value(file: TomlFile, name: str, table: dict[str, Any]) -> Iterator[Finding]:
    if table["kind"] == "phone":
        number = table.get("number", "")
        if not number and "unset" not in table:
            hint = "Give `number`, or `unset`: the words until then."
            yield file.error([name], f"`{name}` has no number", hint)
        if number and not is_phone_number(number):
            hint = "Use digits, spaces, hyphens, brackets and a leading +."
            yield file.error([name, "number"], f"{number!r} is not a telephone number", hint)
    elif table["kind"] == "duration":
        if table.get("minutes", 0) < 1:
            hint = "Give `minutes`: a whole number, 1 or more."
            yield file.error([name], f"`{name}` has no `minutes`", hint)
    elif "celsius" not in table:
        yield file.error([name], f"`{name}` has no `celsius`", "Give `celsius`: a number.")
    elif table.get("show") == []:
        hint = 'Give `show` "celsius", "fahrenheit" or both, or leave it out.'
        yield file.error([name, "show"], f"`{name}.show` names no scale", hint)


def _make_value(name: str, table: dict[str, Any], lang: str, file: TomlFile) -> Value:
    unset = table.get("unset", "")
    block = make_plain_block(f"value.{name}", unset, lang, file, name, "unset")
    return Value(
        name=name,
        kind=table["kind"],
        number=table.get("number", ""),
        celsius=float(table.get("celsius", 0)),
        minutes=table.get("minutes", 0),
        show=tuple(table.get("show") or ("celsius",)),
        unset=block if unset else None,
    )


def make_plain_block(id: str, text: str, lang: str, file: TomlFile, *path: str) -> Block:
    """Make a block of one sentence without markup, from a key of a TOML file."""
    sentence = Sentence(id + ".s", lang, (Span(" ".join(text.split())),))
    return Block(
        id, "paragraph", lang, (sentence,), place=Place(file.display_path, file.line(*path))
    )


def format_values(values: tuple[Value, ...], lang: str, region: str) -> dict[str, tuple[str, str]]:
    """Format, by name, each value whose words are in `lang`.

    Other unset telephone numbers are left out: a text that names one is not whole in `lang`.
    """
    return {
        value.name: _format_value(value, lang, region)
        for value in values
        if value.number or value.unset is None or value.unset.lang == lang
    }


def _format_value(value: Value, lang: str, region: str) -> tuple[str, str]:
    """The text to show, and a `tel:` URI (RFC 3966) where there is one."""
    if value.kind == "phone" and value.number:
        return value.number, make_tel_uri(value.number)
    if value.kind == "phone":
        return value.unset.text if value.unset else "", ""
    locale = load(lang).cldr_locale(region)
    if value.kind == "duration":
        return _format_minutes(value.minutes, locale), ""
    first, *rest = (_format_degrees(value.celsius, scale, locale) for scale in value.show)
    return (f"{first} ({', '.join(rest)})" if rest else first), ""


def _format_degrees(celsius: float, scale: str, locale: str) -> str:
    from babel.numbers import format_decimal

    number, sign = (celsius, "°C") if scale == "celsius" else (celsius * 9 / 5 + 32, "°F")
    return f"{format_decimal(round(number, 1), '0.#', locale=locale)}\N{NO-BREAK SPACE}{sign}"


def _format_minutes(minutes: int, locale: str) -> str:
    """Write a time in words. Where CLDR inherits long ones from short ones, Babel finds none
    and writes the name of the unit instead.
    """
    from babel.units import format_unit

    unit = "duration-minute"
    text = format_unit(minutes, unit, "long", locale=locale)
    return format_unit(minutes, unit, "short", locale=locale) if unit in text else text
