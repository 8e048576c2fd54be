"""The figures of each release are kept, read back as they were, and never made up."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.config.project import Project, load_project
from plainspoken.diagnostics.errors import ProjectError
from plainspoken.guide import Guide
from plainspoken.input_files import InputFiles
from plainspoken.readability.history import (
    LocaleStatistics,
    Release,
    make_release,
    read_history,
    write_release,
)
from plainspoken.readability.score import score

FIGURES = LocaleStatistics("fkgl", 5.25, 4.5, 120, 12, 10.0, 18, 0, 3)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
COUNTS = st.integers(0, 10**8)
NUMBERS = st.floats(-1e6, 1e6)
LOCALES = st.builds(
    LocaleStatistics,
    scale=WORDS | st.just(""),
    as_read=NUMBERS | st.none(),
    terms_aside=NUMBERS | st.none(),
    words=COUNTS,
    sentences=COUNTS,
    mean=NUMBERS,
    longest=COUNTS,
    over=COUNTS,
    remarks=COUNTS,
)
RELEASES = st.builds(
    Release,
    version=WORDS.filter(str.strip),
    date=st.dates(),
    locales=st.dictionaries(WORDS, LOCALES, max_size=3),
)


@pytest.fixture
def project(small_guide: Path) -> Project:
    return load_project(small_guide)


def release(version: str, day: int = 1) -> Release:
    return Release(version, datetime.date(2026, 2, day), {"en": FIGURES})


def put(project: Project, name: str, text: str | bytes) -> None:
    folder = project.source / "history"
    folder.mkdir(exist_ok=True)
    data = text if isinstance(text, bytes) else text.encode()
    (folder / name).write_bytes(data)


def table_of(project: Project) -> dict[str, Any]:
    path = write_release(project, release("1.0.0"))
    table: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return table


def test_without_a_record_there_is_no_history(project: Project) -> None:
    assert read_history(project) == ((), [])


@given(made=RELEASES)
def test_what_was_recorded_is_read_back_as_it_was(made: Release) -> None:
    with TemporaryDirectory() as folder:
        project = replace(PLACE, root=Path(folder), files=InputFiles(Path(folder)))
        path = write_release(project, made)
        first = path.read_bytes()
        assert read_history(project) == ((made,), [])
        assert write_release(project, made) == path
        assert path.read_bytes() == first


PLACE = Project(
    root=Path(), id="tea", title="Tea", description="", subjects=(), language="en", version="1",
    publisher="", authors=(), licence="", licence_url="", published=datetime.date(2026, 1, 31),
    reviewed=None, reviewed_by="", locales=(), config=None,  # type: ignore[arg-type]
    files=InputFiles(Path()),
)  # fmt: skip


@given(versions=st.lists(WORDS.filter(str.strip), min_size=2, max_size=5, unique=True))
def test_each_version_has_a_file_of_its_own(versions: list[str]) -> None:
    with TemporaryDirectory() as folder:
        project = replace(PLACE, root=Path(folder), files=InputFiles(Path(folder)))
        paths = {write_release(project, release(version)) for version in versions}
        assert len(paths) == len(versions)
        assert {path.parent for path in paths} == {project.source / "history"}


def test_a_record_is_canonical_json(project: Project) -> None:
    path = write_release(project, release("1.0.0"))
    text = path.read_bytes().decode()
    assert path == project.source / "history" / "1.0.0.json"
    assert text.endswith("}\n")
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True) + "\n"
    assert [each.name for each in path.parent.iterdir()] == ["1.0.0.json"]


def test_a_record_holds_letters_as_they_are_written(project: Project) -> None:
    path = write_release(project, release("1.0 β"))
    assert '"version": "1.0 β"' in path.read_text("utf-8")


def test_the_same_version_recorded_again_replaces_the_first(project: Project) -> None:
    write_release(project, release("1.0.0", 1))
    write_release(project, release("1.0.0", 2))
    (only,), errors = read_history(project)
    assert (only.date.day, errors) == (2, [])


def test_a_version_cannot_lead_out_of_its_folder(project: Project) -> None:
    path = write_release(project, release("../../../evil/1:0"))
    assert path.parent == project.source / "history"
    assert read_history(project)[0][0].version == "../../../evil/1:0"


def test_releases_stand_by_date_then_by_version(project: Project) -> None:
    order = [("2.0", 1), ("1.0-rc2", 2), ("1.0-rc10", 2), ("1.0", 2), ("1.0.1", 2), ("1.9", 2),
             ("1.10", 2), ("0.1", 3)]  # fmt: skip
    for version, day in sorted(order):
        write_release(project, release(version, day))
    releases, _ = read_history(project)
    assert [(each.version, each.date.day) for each in releases] == order


def test_a_release_has_the_figures_of_each_scorecard(
    project: Project, guide_of: Callable[..., Guide]
) -> None:
    cards = {
        "en": score(guide_of("The water is hot. Wait for three minutes, then drink the tea.")),
        "zh-Hans": score(guide_of("水很热。请等三分钟。", "zh-Hans")),
    }
    made = make_release(project, cards, {"en": 4})
    english, chinese = made.locales["en"], made.locales["zh-Hans"]
    card = cards["en"]
    assert (made.version, made.date) == ("1.0.0", datetime.date(2026, 1, 31))
    assert card.formula and card.whole.as_read and card.whole.terms_aside
    assert english == LocaleStatistics(
        card.formula.name, card.whole.as_read.value, card.whole.terms_aside.value,
        card.whole.words, card.whole.sentences, card.whole.mean, card.whole.longest,
        card.whole.over, 4,
    )  # fmt: skip
    assert (chinese.scale, chinese.as_read, chinese.remarks) == ("", None, 0)
    write_release(project, made)
    assert read_history(project) == ((made,), [])


def test_the_date_is_that_of_the_source_date_epoch_where_set(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert make_release(project, {}, {}).date == datetime.date(1970, 1, 2)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert make_release(project, {}, {}).date == datetime.date(2026, 1, 31)


@pytest.mark.parametrize(
    "epoch",
    ["soon", "253402300800", "9" * 5000, "²", "٣", "-1", "+1", " 1", "1_0", "1.5", "0x1", "1e3"],
)
def test_a_source_date_epoch_that_is_no_time_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ProjectError, match="SOURCE_DATE_EPOCH"):
        make_release(project, {}, {})


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 1, "is not JSON"),
        ('{\n  "schema": 1,\n  "version" "1.0.0"\n}', 3, "is not JSON"),
        ('{"version": "a\x07"}', 1, "is not JSON"),
        ("[]", 0, "it is no object"),
        ("[" * 100_000, 0, "too deep"),
        ('{"schema": NaN}', 0, "NaN is no figure"),
        ('{"schema": 1, "schema": 1}', 0, "a key stands twice"),
        ('{"schema": ' + "9" * 5000 + "}", 0, "is not a record"),
        ("{}", 0, "`schema` is missing"),
        (b"\xff\xfe{}", 1, "is not UTF-8 text"),
    ],
)
def test_a_broken_file_is_told_and_hides_no_other(
    project: Project, text: str | bytes, line: int, told: str
) -> None:
    write_release(project, release("2.0"))
    put(project, "1.0.0.json", text)
    releases, errors = read_history(project)
    assert [each.version for each in releases] == ["2.0"]
    assert [(each.file, each.line) for each in errors] == [("source/history/1.0.0.json", line)]
    assert told in errors[0].message
    assert "--record" in errors[0].hint or "UTF-8" in errors[0].hint


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"schema": 2}, "has the schema 2, and this program knows 1"),
        ({"schema": True}, "`schema` is not a whole number"),
        ({"version": 1}, "`version` is not a text"),
        ({"version": " "}, "`version` is not a text"),
        ({"version": "1\x07"}, "`version` is not a text"),
        ({"version": "\ud800"}, "`version` is not a text"),
        ({"version": "2.0.0"}, "holds the version '2.0.0', which is not what it is named for"),
        ({"date": "31.1.2026"}, "`date` is not a date"),
        ({"date": "2026-02-30"}, "`date` is not a date"),
        ({"locales": []}, "`locales` is not an object"),
        ({"locales": {"en": 1}}, "`locales.en` is not an object"),
        ({"locales": {"e\nn": {}}}, "`locales` has a key that cannot be shown"),
        ({"notes": ""}, "`notes` is not a known key"),
    ],
)
def test_a_record_of_another_form_is_told(
    project: Project, change: dict[str, Any], told: str
) -> None:
    put(project, "1.0.0.json", json.dumps({**table_of(project), **change}))
    releases, (error,) = read_history(project)
    assert releases == ()
    assert told in error.message


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("words", "many", "is not a whole number"),
        ("words", 1.5, "is not a whole number"),
        ("words", True, "is not a whole number"),
        ("words", -1, "is not a whole number"),
        ("words", 10**400, "is not a whole number"),
        ("mean", None, "is not a number"),
        ("as_read", "5", "is not a number"),
        ("as_read", 10**400, "is not a number"),
        ("terms_aside", False, "is not a number"),
        ("scale", None, "is not a text"),
        ("scale", "\x1b[2J", "is not a text"),
        ("grade", 1, "is not a known key"),
    ],
)
def test_a_figure_of_another_kind_is_told(
    project: Project, key: str, value: object, told: str
) -> None:
    table = table_of(project)
    table["locales"]["en"][key] = value
    put(project, "1.0.0.json", json.dumps(table))
    releases, (error,) = read_history(project)
    assert releases == ()
    assert error.message.startswith(f"`locales.en.{key}` {told}")


def test_an_infinite_figure_is_told(project: Project) -> None:
    path = write_release(project, release("1.0.0"))
    put(project, path.name, path.read_text("utf-8").replace("5.25", "1e999"))
    assert read_history(project)[1][0].message == "`locales.en.as_read` is not a number"


def test_a_folder_in_the_place_of_a_record_is_told(project: Project) -> None:
    (project.source / "history" / "1.0.0.json").mkdir(parents=True)
    assert read_history(project)[1][0].message == "is a folder, not a file"
