"""What people and programs are told of a build, for results of every kind."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace

import pytest
from tests.approval import Approve

from plainspoken.cli.build_report import print_results, print_withheld
from plainspoken.diagnostics.finding import Finding
from plainspoken.narration import Reader
from plainspoken.publishing.build_state import BuildResult, EditionFile
from plainspoken.publishing.open_points import OpenPoints, PointCount
from plainspoken.publishing.release import Withheld
from plainspoken.publishing.reviews import UNKNOWN, Review

Out = pytest.CaptureFixture[str]
PLAIN = BuildResult(
    locale="en", files=(), seconds=0, tracks=0, readers=(), score=None, scale="", untranslated=0,
    draft=False, critical_open=0, check_errors=0, without_voice=(), recordings=(), unsaid=(),
)  # fmt: skip
HELD = Review("the text", "2026-05-01", "2027-05-01", "source/guide.toml", 3, "Have it reviewed.")
ADA, ESPEAK = Reader("Ada", "person", 60), Reader("espeak-ng", "draft", 40)


def tell(out: Out, *results: BuildResult, changed: tuple[Finding, ...] = ()) -> str:
    print_results(argparse.Namespace(json=False), results, changed)
    told = out.readouterr()
    return told.out + "".join(f"(error) {line}\n" for line in told.err.splitlines())


@pytest.fixture(autouse=True)
def on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of June 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780272000")


RESULTS = {
    "plain": PLAIN,
    "unchanged": replace(PLAIN, unchanged=True, score=-0.04, scale="Flesch"),
    "draft": replace(PLAIN, draft=True, critical_open=1, score=6.25, scale="Flesch-Kincaid"),
    "risky": replace(PLAIN, critical_open=2, check_errors=1, untranslated=7),
    "checked": replace(PLAIN, locale="es", check_errors=2, check_warnings=1, signed=3, messages=9),
    "warned": replace(PLAIN, locale="es", check_warnings=2, messages=1, has_translator=True),
    "silent": replace(PLAIN, without_voice=("tl", "ht"), unsaid=("a.md:1: “☂”",)),
    "undrawn": replace(PLAIN, undrawn=tuple("བོདཡིག")),
    "recorded": replace(PLAIN, recordings=("a.wav: is noisy", "b.wav: is short")),
    "one reader": replace(PLAIN, tracks=2, seconds=59.6, readers=(ESPEAK,)),
    "two readers": replace(PLAIN, tracks=1, seconds=3725.4, readers=(ADA, ESPEAK)),
    "reviewed": replace(
        PLAIN,
        reviews=(
            HELD,
            replace(HELD, until="2026-06-01"),
            replace(HELD, until="2026-05-31", line=0),
            replace(HELD, until="", of="x"),
            replace(HELD, date="", until=UNKNOWN),
        ),
    ),
    "files": replace(
        PLAIN,
        files=(
            EditionFile("en/a.epub", 99_999),
            EditionFile("en/b.epub", 100_000),
            EditionFile("en/text/1.txt", 40),
            EditionFile("en/text/more/2.txt", 70),
            EditionFile("en/sound/1.mp3", 123_456_789),
        ),
    ),
}


def test_each_kind_of_result_is_told(capsys: Out, approve: Approve) -> None:
    approve("\n".join(f"{name}\n{tell(capsys, result)}" for name, result in RESULTS.items()))


def test_words_of_the_starter_are_told_once_after_all_locales(capsys: Out) -> None:
    first = replace(PLAIN, starter_words=("a.md:1: Wash", "a.md:2: Rest"))
    second = replace(first, locale="es", starter_words=("a.md:2: Rest", "b.md:1: Eat"))
    assert tell(capsys, first, second).splitlines()[-4:] == [
        "warning: a.md:1: Wash", "warning: a.md:2: Rest", "warning: b.md:1: Eat",
        "Write your own: `plainspoken build --release` withholds every edition until then.",
    ]  # fmt: skip


def test_many_warnings_of_a_kind_are_cut(capsys: Out) -> None:
    lines = tuple(f"a.md:{number}: no voice" for number in range(25))
    told = tell(capsys, replace(PLAIN, unsaid=lines, starter_words=lines))
    assert told.count("  warning: a.md:19: no voice") == 1
    assert "a.md:20:" not in told
    assert told.count("… and 5 more like this") == 2


def test_files_saved_meanwhile_are_warned_of_beside_the_results(capsys: Out) -> None:
    changed = Finding("source/a.md", 0, "was saved meanwhile", "Build again.", "warning")
    told = tell(capsys, PLAIN, changed=(changed,))
    assert told.splitlines()[-2:] == [
        "(error) warning: source/a.md: was saved meanwhile",
        "(error)   Build again.",
    ]
    assert told.startswith("en: made\n")


def test_programs_are_given_all_of_it(capsys: Out, approve: Approve) -> None:
    changed = [Finding("source/a.md", 0, "was saved meanwhile")]
    results = [RESULTS["reviewed"], RESULTS["files"], RESULTS["two readers"]]
    print_results(argparse.Namespace(json=True), results, changed, withheld=[{"locale": "es"}])
    told = capsys.readouterr()
    assert not told.err
    table = json.loads(told.out)
    assert table["withheld"] == [{"locale": "es"}]
    approve(told.out)


def test_what_is_withheld_is_told_by_kind(capsys: Out) -> None:
    points = OpenPoints(
        critical=(Finding("es.po", 3, "is not signed", "Sign it."),),
        warnings=(Finding("es.po", 5, "is doubtful"), Finding("es.po", 6, "is long")),
    )
    counts = (
        PointCount("critical", 1, 4, "1 critical block open of 4", "plainspoken a"),
        PointCount("warnings", 2, None, "2 warnings", "plainspoken b"),
    )
    withheld = Withheld("es", points, counts, earlier=False)
    print_withheld([withheld, replace(withheld, locale="tl", counts=(), earlier=True)])
    assert capsys.readouterr().out.splitlines() == [
        "es: withheld: 1 critical block open of 4, 2 warnings",
        "  es.po:3: is not signed",
        "    Sign it.",
        "  See all 1: plainspoken a",
        "  es.po:5: is doubtful",
        "  es.po:6: is long",
        "  See all 2: plainspoken b",
        "tl: withheld: ",
        "  dist/tl/ holds an earlier edition; it stays as it was.",
    ]
