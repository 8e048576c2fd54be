"""What may be wrong in a guide.toml whose keys and types are right."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .. import languages
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from .addresses import WEB, find_address_error
from .review_period import HINT, parse_period
from .toml_schema import TomlFile

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_ID = 100
_LAST_REVISION = 23


def find_project_errors(file: TomlFile) -> Iterator[Finding]:
    """Find what is wrong in a guide.toml that has the right keys."""
    table = file.table
    if len(table["id"]) > _LONGEST_ID:
        message = f"`id` has more than {_LONGEST_ID} characters"
        yield file.error(["id"], message, "Make it shorter: it names files.")
    elif not _SLUG.fullmatch(table["id"]):
        hint = "Use only a–z, 0–9 and hyphens: it names files."
        yield file.error(["id"], f"`id` is {table['id']!r}", hint)
    if languages.canonical(table["language"]) not in table["locales"]:
        message = f"the guide's own language {table['language']!r} is not among the locales"
        yield file.error(["locales"], message, f"Add [locales.{table['language']}].")
    if not table["version"].isprintable():
        yield file.error(["version"], "`version` has more than one line", "Write it on one line.")
    url = table.get("licence_url")
    if url and (error := find_address_error(url, WEB)):
        yield file.error(["licence_url"], *error)
    contact = table.get("contact")
    if contact and (error := find_address_error(contact)):
        yield file.error(["contact"], *error)
    yield from _find_date_errors(file, ["dates"], table["dates"])
    if not 0 <= (revision := table["dates"].get("revision", 0)) <= _LAST_REVISION:
        message = f"`dates.revision` is {revision}, and a day has 0 to {_LAST_REVISION}"
        hint = "Count from 0, or give `published` a new day."
        yield file.error(["dates", "revision"], message, hint)
    if table.get("reviewed_by") and "reviewed" not in table["dates"]:
        hint = "Add `reviewed` to [dates]."
        yield file.error(["reviewed_by"], "a reviewer is named without a date", hint)
    if "reviewed" in table["dates"] and not table.get("reviewed_by"):
        path = ["dates", "reviewed"]
        yield file.error(path, "a review has a date and no name", "Add `reviewed_by`.")
    period = table.get("review-every")
    if period and not parse_period(period):
        yield file.error(["review-every"], f"`review-every` is {period!r}, and no period", HINT)
    yield from _find_locale_errors(file)
    yield from _find_name_errors(file)


def _find_name_errors(file: TomlFile) -> Iterator[Finding]:
    """Find names that are none, and names that are sorted and that nobody has."""
    if not file.table["authors"]:
        hint = 'Say who wrote the guide: authors = ["Name"].'
        yield file.error(["authors"], "`authors` names nobody", hint)
    names: list[str] = []
    for path, name in _list_names(file.table):
        names.append(name)
        if len(name.splitlines()) > 1:
            shown = " ".join(name.split())
            hint = "Write it on one line, and each person apart."
            yield file.error(path, f"the name “{shown}” has a line break", hint)
    for name in file.table.get("file_as", {}):
        if name not in names:
            hint = suggest_nearest(name, names) or "Write it as it stands elsewhere in this file."
            message = f"`file_as` has {name!r}, whom this file does not name"
            yield file.error(["file_as", name], message, hint)


def _list_names(whole: Mapping[str, Any]) -> Iterator[tuple[list[str], str]]:
    """Whom guide.toml names, each with the key where."""
    yield from ((["authors"], name) for name in whole["authors"])
    locales = ((["locales", lang], table) for lang, table in whole["locales"].items())
    for path, table in [([], whole), *locales]:
        if "reviewed_by" in table:
            yield [*path, "reviewed_by"], table["reviewed_by"]
        yield from (([*path, "translators"], name) for name in table.get("translators", ()))
        for voice in table.get("voices", ()):
            if isinstance(voice, dict) and isinstance(voice.get("name"), str):
                yield [*path, "voices"], voice["name"]


def _find_date_errors(
    file: TomlFile, path: Sequence[str], table: Mapping[str, Any]
) -> Iterator[Finding]:
    """Find what is wrong with dates. A review may be older than the publication, or younger."""
    for name, date in table.items():
        if isinstance(date, datetime.date) and date.year < 1000:
            # EPUB 3.3 §5.5.5: a year of four digits
            shown = ".".join((*path, name))
            hint = "Write a year of four digits, such as 2026-01-31."
            yield file.error([*path, name], f"`{shown}` is in the year {date.year}", hint)


def _find_locale_errors(file: TomlFile) -> Iterator[Finding]:
    for lang, table in file.table["locales"].items():
        if error := languages.check_tag(lang):
            yield file.error(["locales", lang], *error)
        elif error := languages.check_region(lang, table.get("region", "")):
            yield file.error(["locales", lang, "region"], *error)
        elif "reviewed" in table and "reviewed_by" not in table:
            path = ["locales", lang, "reviewed"]
            yield file.error(path, "a review has a date and no name", "Add `reviewed_by`.")
        else:
            yield from languages.check_folder(lang)
        yield from _find_date_errors(file, ["locales", lang], table)
