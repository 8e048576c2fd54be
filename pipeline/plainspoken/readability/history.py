"""Scorecards go in; `source/history/<version>.json` comes out, and is read back: the figures of
each release, to be looked at one after another.

A record is made from what was scored and from what the guide says of itself, never from a
clock, so that the same guide gives the same file.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unicodedata import category
from urllib.parse import quote

from ..atomic_write import save
from ..config.project import Project
from ..config.release_date import read_release_date
from ..config.text_files import list_files, read_text
from ..diagnostics.finding import Finding
from .score import Scorecard

SCHEMA = 1
"""The version of the files' form; raised when a program of today could not read tomorrow's."""
_LONGEST_NAME = 100
_TOO_MUCH = 10**9
"""No guide has so many words, and no scale such a figure."""
_AGAIN = "Remove the file; `plainspoken score --record` records the version of now again."


@dataclass(frozen=True, slots=True)
class LocaleStatistics:
    """One language in one release."""

    scale: str
    """The name of the formula; empty where no scale is accepted."""
    as_read: float | None
    """On that scale; none where there is none, or nothing was counted."""
    terms_aside: float | None
    words: int
    sentences: int
    mean: float
    """Words a sentence."""
    longest: int
    over: int
    """Sentences with more words than the limit."""
    remarks: int
    """Those that nobody silenced."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the guide and its figures."""

    version: str
    date: datetime.date
    locales: Mapping[str, LocaleStatistics]
    """By BCP 47."""


def make_release(
    project: Project, cards: Mapping[str, Scorecard], remarks: Mapping[str, int]
) -> Release:
    """The release that a guide is now; `cards` and the number of `remarks` by language.

    Its date is that of SOURCE_DATE_EPOCH where it is set, else that of publication.
    """
    moment = read_release_date()
    date = moment.date() if moment else project.published
    figures = {lang: _figures(card, remarks.get(lang, 0)) for lang, card in cards.items()}
    return Release(project.version, date, figures)


def write_release(project: Project, release: Release) -> Path:
    """Keep a release; an older record of the same version is replaced. Gives the file.

    Raises:
        OutputError: the file cannot be written.
    """
    path = project.source / "history" / _file_name(release.version)
    table = {
        "schema": SCHEMA,
        "version": release.version,
        "date": release.date.isoformat(),
        "locales": {lang: asdict(figures) for lang, figures in release.locales.items()},
    }
    text = json.dumps(table, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)
    save({path: f"{text}\n"}, project.root)
    return path


def read_history(project: Project) -> tuple[tuple[Release, ...], list[Finding]]:
    """All releases that were recorded, the oldest first, and what is wrong with other files."""
    releases: list[Release] = []
    errors: list[Finding] = []
    folder = project.source / "history"
    for path in list_files(folder, ".json") if folder.is_dir() else ():
        found = _read(path, project.shown(path))
        if isinstance(found, Release):
            releases.append(found)
        else:
            errors.append(found)
    return tuple(sorted(releases, key=lambda each: (each.date, _order(each.version)))), errors


def _figures(card: Scorecard, remarks: int) -> LocaleStatistics:
    whole = card.whole
    return LocaleStatistics(
        scale=card.formula.name if card.formula else "",
        as_read=whole.as_read.value if whole.as_read else None,
        terms_aside=whole.terms_aside.value if whole.terms_aside else None,
        words=whole.words,
        sentences=whole.sentences,
        mean=whole.mean,
        longest=whole.longest,
        over=whole.over,
        remarks=remarks,
    )


def _file_name(version: str) -> str:
    """A name that every file system can hold, another for each version."""
    name = quote(version, safe=" +")
    if len(name) > _LONGEST_NAME:
        name = f"{name[:80]}~{hashlib.sha256(version.encode()).hexdigest()[:16]}"
    return f"{name}.json"


def _order(version: str) -> tuple[Any, ...]:
    """Sorts 1.9 before 1.10, and 1.0-rc1 before 1.0, as semver.org orders them (§11)."""
    whole, dash, rest = version.partition("+")[0].partition("-")
    return _natural(whole), not dash, _natural(rest), version


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Runs of digits by their worth, before runs of other signs."""
    runs = re.findall(r"[0-9]+|[^0-9]+", text)
    return tuple(
        (0, len(run.lstrip("0")), run.lstrip("0")) if run[0] in "0123456789" else (1, 0, run)
        for run in runs
    )


def _read(path: Path, shown: str) -> Release | Finding:
    text = read_text(path, shown)
    if isinstance(text, Finding):
        return text
    try:
        table = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return Finding(shown, error.lineno, f"is not JSON: {error.msg}", _AGAIN)
    except ValueError as error:
        return Finding(shown, 0, f"is not a record of a release: {error}", _AGAIN)
    except RecursionError:
        return Finding(shown, 0, "is not a record of a release: too deep", _AGAIN)
    if wrong := next(_wrong(table, path.name), ""):
        return Finding(shown, 0, wrong, _AGAIN)
    locales = {lang: LocaleStatistics(**each) for lang, each in table["locales"].items()}
    return Release(table["version"], datetime.date.fromisoformat(table["date"]), locales)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands twice")
    return table


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no figure")


def _wrong(table: Any, name: str) -> Iterator[str]:
    """What is wrong with what the file `name` holds. Only the first is certain to be right."""
    if not isinstance(table, dict):
        yield "is not a record of a release: it is no object"
        return
    if _is_count(table.get("schema")) and table["schema"] != SCHEMA:
        yield f"has the schema {table['schema']}, and this program knows {SCHEMA}"
    yield from _wrong_keys(table, ("schema", "version", "date", "locales"), "")
    if not _is_count(table["schema"]):
        yield "`schema` is not a whole number"
    if not (_is_text(table["version"]) and table["version"].strip()):
        yield "`version` is not a text that can be shown"
    if not _is_date(table["date"]):
        yield "`date` is not a date such as 2026-01-31"
    if not isinstance(table["locales"], dict):
        yield "`locales` is not an object"
        return
    for lang, figures in table["locales"].items():
        if not _is_text(lang):
            yield "`locales` has a key that cannot be shown"
        yield from _wrong_figures(figures, f"locales.{lang}")
    if name != _file_name(table["version"]):
        yield f"holds the version {table['version']!r}, which is not what it is named for"


def _wrong_figures(figures: Any, name: str) -> Iterator[str]:
    if not isinstance(figures, dict):
        yield f"`{name}` is not an object"
        return
    yield from _wrong_keys(figures, tuple(LocaleStatistics.__dataclass_fields__), f"{name}.")
    if not _is_text(figures["scale"]):
        yield f"`{name}.scale` is not a text that can be shown"
    for key in ("as_read", "terms_aside", "mean"):
        if not _is_figure(figures[key]) and not (key != "mean" and figures[key] is None):
            yield f"`{name}.{key}` is not a number"
    for key in ("words", "sentences", "longest", "over", "remarks"):
        if not _is_count(figures[key]):
            yield f"`{name}.{key}` is not a whole number"


def _wrong_keys(table: Mapping[str, Any], keys: tuple[str, ...], under: str) -> Iterator[str]:
    yield from (f"`{under}{key}` is missing" for key in keys if key not in table)
    yield from (f"`{under}{key!s}` is not a known key" for key in table if key not in keys)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not any(category(each) in ("Cc", "Cs") for each in value)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _TOO_MUCH


def _is_figure(value: Any) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and -_TOO_MUCH < value < _TOO_MUCH


def _is_date(value: Any) -> bool:
    if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII)):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True
