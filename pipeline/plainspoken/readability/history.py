"""Keep the figures of each release in `source/history/<version>.json`, made from the guide and
never from a clock, so that the same guide gives the same file.
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

from ..config.project import Project
from ..config.release_date import read_release_date
from ..config.text_files import list_files, read_text
from ..diagnostics.finding import Finding
from ..input_files import InputFiles
from .score import Scorecard

SCHEMA = 1
"""The version of the files' format; raised when a program of today could not read tomorrow's."""
_LONGEST_NAME = 100
_UPPER_BOUND = 10**9
"""No guide has so many words, and no scale such a figure."""
_HINT = "Remove the file; `plainspoken score --record` records the version of now again."


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
    """Those that no comment allows."""


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
    """The release that a guide is now. Dated by SOURCE_DATE_EPOCH, else by publication."""
    moment = read_release_date()
    date = moment.date() if moment else project.published
    locales = {lang: _summarize(card, remarks.get(lang, 0)) for lang, card in cards.items()}
    return Release(project.version, date, locales)


def write_release(project: Project, release: Release) -> Path:
    """Write or replace the record of a version. Raises OutputError: the file cannot be written."""
    path = project.source / "history" / _name_file(release.version)
    table = {
        "schema": SCHEMA,
        "version": release.version,
        "date": release.date.isoformat(),
        "locales": {lang: asdict(statistics) for lang, statistics in release.locales.items()},
    }
    text = json.dumps(table, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False)
    project.files.write({path: f"{text}\n"})
    return path


def read_history(project: Project) -> tuple[tuple[Release, ...], list[Finding]]:
    """All releases that were recorded, the oldest first, and what is wrong with other files."""
    releases: list[Release] = []
    errors: list[Finding] = []
    folder = project.source / "history"
    for path in list_files(folder, ".json", project.files):
        release = _read_release(path, project.files)
        if isinstance(release, Release):
            releases.append(release)
        else:
            errors.append(release)
    releases.sort(key=lambda release: (release.date, _version_key(release.version)))
    return tuple(releases), errors


def _summarize(card: Scorecard, remarks: int) -> LocaleStatistics:
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


def _name_file(version: str) -> str:
    """A name that every file system can hold, another for each version."""
    name = quote(version, safe=" +")
    if name.startswith("."):  # as files do that editors put beside others
        name = f"%2E{name[1:]}"
    if len(name) > _LONGEST_NAME:
        name = f"{name[:80]}~{hashlib.sha256(version.encode()).hexdigest()[:16]}"
    return f"{name}.json"


def _version_key(version: str) -> tuple[Any, ...]:
    """Sorts 1.9 before 1.10, and 1.0-rc1 before 1.0, as semver.org orders them (§11)."""
    whole, dash, rest = version.partition("+")[0].partition("-")
    return _natural_key(whole), not dash, _natural_key(rest), version


def _natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Runs of digits by their value, before runs of other characters."""
    runs = re.findall(r"[0-9]+|[^0-9]+", text)
    return tuple(
        (0, len(run.lstrip("0")), run.lstrip("0")) if run[0] in "0123456789" else (1, 0, run)
        for run in runs
    )


def _read_release(path: Path, files: InputFiles) -> Release | Finding:
    location = files.format_path(path)
    text = read_text(path, files)
    if isinstance(text, Finding):
        return text
    line, message = 0, ""
    try:
        table = json.loads(
            text, object_pairs_hook=_reject_repeated_keys, parse_constant=_reject_constant
        )
        message = next(_find_errors(table, path.name), "")
    except json.JSONDecodeError as error:
        line, message = error.lineno, f"is not JSON: {error.msg}"
    except ValueError as error:
        message = f"is not a record of a release: {error}"
    except RecursionError:
        message = "is not a record of a release: too deep"
    if message:
        return Finding(location, line, message, _HINT)
    locales = {lang: LocaleStatistics(**figures) for lang, figures in table["locales"].items()}
    return Release(table["version"], datetime.date.fromisoformat(table["date"]), locales)


def _reject_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key stands twice")
    return table


def _reject_constant(name: str) -> float:
    raise ValueError(f"{name} is no figure")


def _find_errors(table: Any, name: str) -> Iterator[str]:
    """What is wrong with what the file `name` holds. Only the first is certain to be right."""
    if not isinstance(table, dict):
        yield "is not a record of a release: it is no object"
        return
    if _is_count(table.get("schema")) and table["schema"] != SCHEMA:
        yield f"has the schema {table['schema']}, and this program knows {SCHEMA}"
    yield from _find_key_errors(table, ("schema", "version", "date", "locales"), "")
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
        yield from _find_figure_errors(figures, f"locales.{lang}")
    if name != _name_file(table["version"]):
        yield f"holds the version {table['version']!r}, which is not what it is named for"


def _find_figure_errors(figures: Any, name: str) -> Iterator[str]:
    if not isinstance(figures, dict):
        yield f"`{name}` is not an object"
        return
    yield from _find_key_errors(figures, tuple(LocaleStatistics.__dataclass_fields__), f"{name}.")
    if not _is_text(figures["scale"]):
        yield f"`{name}.scale` is not a text that can be shown"
    for key in ("as_read", "terms_aside", "mean"):
        if not _is_figure(figures[key]) and not (key != "mean" and figures[key] is None):
            yield f"`{name}.{key}` is not a number"
    for key in ("words", "sentences", "longest", "over", "remarks"):
        if not _is_count(figures[key]):
            yield f"`{name}.{key}` is not a whole number"


def _find_key_errors(table: Mapping[str, Any], keys: tuple[str, ...], under: str) -> Iterator[str]:
    yield from (f"`{under}{key}` is missing" for key in keys if key not in table)
    yield from (f"`{under}{key!s}` is not a known key" for key in table if key not in keys)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not any(
        category(character) in ("Cc", "Cs") for character in value
    )


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _UPPER_BOUND


def _is_figure(value: Any) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and -_UPPER_BOUND < value < _UPPER_BOUND


def _is_date(value: Any) -> bool:
    try:
        return datetime.date.fromisoformat(value).isoformat() == str(value)
    except (TypeError, ValueError):
        return False
