"""What an edition was made from, and what was made: whether it must be made again.

A record holds a fingerprint of everything that goes into a locale's editions and of every file
that came out. It is written last, so that a build that was killed is simply not recorded.
"""

from __future__ import annotations

import hashlib
import json
import os
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..atomic_write import save
from ..config.project import LocaleSettings, Project

_PACKAGE = Path(__file__).parents[1]
_UNREAD = {"history", "checklists.toml", "plain-words.toml"}
"""What no edition depends on: only reports of readability read it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One locale's last build."""

    inputs: str
    """The fingerprint of what went in."""
    outputs: Mapping[str, str]
    """Path below `dist/` and SHA-256 of each file that came out."""
    summary: Mapping[str, Any]
    """What people are told of it."""


def fingerprint(project: Project, locale: LocaleSettings, voice: str) -> str:
    """SHA-256 of all that the editions of a locale depend on, the program itself included."""
    whole = hashlib.sha256()
    facts = (voice, os.environ.get("SOURCE_DATE_EPOCH", ""), locale.lang, *_installed())
    whole.update("\0".join(facts).encode())
    for name, path in _inputs(project, locale):
        whole.update(f"\0{name}\0{sha256(path)}".encode())
    return whole.hexdigest()


def is_current(
    project: Project, locale: LocaleSettings, inputs: str, record: Record | None
) -> bool:
    """Whether a locale's last build still holds: the same went in, and what came out is there."""
    if record is None or record.inputs != inputs or not record.outputs:
        return False
    return locale.lang == record.summary.get("locale") and all(
        (path := project.dist / name).is_file() and sha256(path) == digest
        for name, digest in record.outputs.items()
    )


def read_record(project: Project, locale: LocaleSettings) -> Record | None:
    """The record of a locale; nothing where there is none that can be read."""
    try:
        table = json.loads(_path(project, locale).read_text("utf-8"))
        return Record(table["inputs"], dict(table["outputs"]), dict(table["summary"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_record(project: Project, locale: LocaleSettings, record: Record) -> None:
    """Keep the record of a locale."""
    path = _path(project, locale)
    table = {
        "inputs": record.inputs,
        "outputs": dict(record.outputs),
        "summary": dict(record.summary),
    }
    save({path: json.dumps(table, indent=1)}, project.root)


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _path(project: Project, locale: LocaleSettings) -> Path:
    return project.cache / "builds" / f"{locale.lang}.json"


def _inputs(project: Project, locale: LocaleSettings) -> Iterator[tuple[str, Path]]:
    """The guide's source, the program, and the locale's catalog: name and file, in order."""
    for folder in (project.source, _PACKAGE):
        for path in sorted(folder.rglob("*")):
            unread = path.suffix == ".pyc" or _UNREAD & set(path.relative_to(folder).parts)
            if path.is_file() and not unread:
                yield path.relative_to(folder.parent).as_posix(), path
    catalog = project.po(locale.lang)
    if catalog.is_file():
        yield catalog.name, catalog


def _installed() -> list[str]:
    """The names and versions of what is installed beside the program."""
    folder = Path(sysconfig.get_paths()["purelib"])
    return sorted(path.name for path in folder.glob("*.dist-info"))
