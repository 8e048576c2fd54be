"""The record of a build: what is no whole record of that locale is none, and is made anew."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plainspoken.cache_files import read_sealed, write_sealed
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.narration import Reader
from plainspoken.publishing.build_state import (
    BuildResult,
    EditionFile,
    Record,
    read_record,
    write_record,
)

RESULT = BuildResult(
    locale="en", files=(EditionFile("en/a.epub", 5),), seconds=1.5, tracks=2,
    readers=(Reader("espeak-ng", "draft"),), score=None,
    scale="", untranslated=0, draft=True, critical_open=0, check_errors=0,
    without_voice=("tl",), recordings=("recordings/en/a.wav: is noisy",),
    unsaid=("source/a.md:1: no voice can say “☂”",),
)  # fmt: skip
RECORD = Record(
    "ab" * 32, {"en/a.epub": "cd" * 32, "en/text/1.txt": "ef" * 32}, RESULT,
    {"epub": ("en/a.epub",), "text": ("en/text/1.txt", "en/text/2.txt")},
)  # fmt: skip


def change(record: Any, path: str, value: object) -> Any:
    """The record with another value at a path such as `summary.files.0.bytes`."""
    *folders, last = path.split(".")
    table = record
    for name in folders:
        table = table[int(name)] if isinstance(table, list) else table[name]
    table[last] = value
    return record


@pytest.mark.parametrize(
    "record", [RECORD, Record(), replace(RECORD, summary=replace(RESULT, score=-3.5))]
)
def test_a_record_comes_back_as_it_was(small_guide: Path, record: Record) -> None:
    project = load_project(small_guide)
    locale = project.find_locale("en")
    assert read_record(project, locale) == Record()
    write_record(project, locale, record)
    assert read_record(project, locale) == record


CHANGES: dict[str, Callable[[Any], Any]] = {
    "a list": lambda record: [record],
    "nothing": lambda _: None,
    "text": lambda _: "inputs",
    "a key more": lambda record: {**record, "more": 1},
    "a key less": lambda record: {key: record[key] for key in ("inputs", "outputs", "summary")},
    "no fingerprint": lambda record: change(record, "inputs", 1),
    "a list of outputs": lambda record: change(record, "outputs", ["en/a.epub"]),
    "a number for a sum": lambda record: change(record, "outputs", {"en/a.epub": 5}),
    "an output elsewhere": lambda record: change(record, "outputs", {"en/../../a": "ab"}),
    "an output of another": lambda record: change(record, "outputs", {"es/a.epub": "ab"}),
    "names as text": lambda record: change(record, "made_by", {"epub": "en/a.epub"}),
    "a name that is none": lambda record: change(record, "made_by", {"epub": ["en/a", 1]}),
    "a name elsewhere": lambda record: change(record, "made_by", {"epub": ["en/../../a"]}),
    "a root": lambda record: change(record, "made_by", {"epub": ["/en/a"]}),
    "a name of another": lambda record: change(record, "made_by", {"epub": ["es/a.epub"]}),
    "no result": lambda record: change(record, "summary", True),
    "a result of another": lambda record: change(record, "summary.locale", "es"),
    "less than no track": lambda record: change(record, "summary.tracks", -1),
    "tracks that are true": lambda record: change(record, "summary.tracks", True),
    "tracks in text": lambda record: change(record, "summary.tracks", "2"),
    "endless seconds": lambda record: change(record, "summary.seconds", float("inf")),
    "no seconds": lambda record: change(record, "summary.seconds", float("nan")),
    "a score in text": lambda record: change(record, "summary.score", "6"),
    "a draft that is 1": lambda record: change(record, "summary.draft", 1),
    "files that are none": lambda record: change(record, "summary.files", [1]),
    "a file of other keys": lambda record: change(record, "summary.files", [{"file": "en/a.epub"}]),
    "a file that did not come out": lambda record: change(
        record, "summary.files", [{"file": "en/b.epub", "bytes": 5}]
    ),
    "one more file, that did not come out": lambda record: change(
        record, "summary.files", [*record["summary"]["files"], {"file": "en/b.epub", "bytes": 5}]
    ),
    "a reader of no kind": lambda record: change(record, "summary.readers.0.kind", "robot"),
    "languages as text": lambda record: change(record, "summary.without_voice", "tl"),
}  # fmt: skip


@pytest.mark.parametrize("edit", CHANGES.values(), ids=CHANGES)
def test_a_record_that_cannot_be_is_none_though_its_checksum_is_right(
    small_guide: Path, edit: Callable[[Any], Any]
) -> None:
    project = load_project(small_guide)
    locale = project.find_locale("en")
    write_record(project, locale, RECORD)
    path = project.cache / "builds/en.json"
    write_sealed(path, edit(read_sealed(path)), project.cache)
    assert read_record(project, locale) == Record()


def falsify(path: Path) -> None:
    """Have the record say that fewer files came out, which are whole."""
    table = json.loads(path.read_bytes())
    table["record"]["outputs"].popitem()
    table["record"]["summary"]["score"] = 1.0
    path.write_text(json.dumps(table), "utf-8")


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [falsify, replace_by_pipe, replace_by_folder])
def test_a_build_trusts_no_damaged_record_and_makes_it_anew(
    small_guide: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], object]
) -> None:
    command = ["build", "--locale", "en", "-C", str(small_guide), "--json"]
    path = small_guide / ".cache/plainspoken/builds/en.json"

    def build() -> Any:
        assert main(command) == 0
        return json.loads(capsys.readouterr().out)["editions"][0]

    first = build()
    assert path.is_file()
    damage(path)
    assert build() == first
    assert build()["unchanged"]
