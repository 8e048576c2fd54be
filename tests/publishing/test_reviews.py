"""An edition says until when its reviews hold; every build says when that is over."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest

from plainspoken.cli import main
from plainspoken.publishing.reviews import UNKNOWN, Review, report_lapsed

from .test_release import replace_in, text_of

Out = pytest.CaptureFixture[str]
TODAY = datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("date", "until", "lapsed"),
    [
        ("2025-06-30", "2026-06-30", False),
        ("2025-06-29", "2026-06-29", True),
        ("2020-01-01", "", False),
        ("", UNKNOWN, True),
    ],
)
def test_a_review_holds_to_the_end_of_its_last_day(date: str, until: str, lapsed: bool) -> None:
    review = Review("the guide", date, until, "source/guide.toml", 7, "Read it again.")
    found = list(report_lapsed([review], TODAY))
    assert [finding.location for finding in found] == ["source/guide.toml:7"] * lapsed


def test_a_review_that_has_lapsed_is_told_at_every_build_and_changes_no_byte_that_day(
    built: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    config = built / "source/guide.toml"
    replace_in(config, "\n[dates]", 'reviewed_by = "Dr. Ada Roe"\nreview-every = "18 months"\n\n'
               "[dates]\nreviewed = 2020-01-02")  # fmt: skip
    replace_in(config, "[locales.es]", '[locales.es]\nreviewed_by = "Li Wen"')
    command = ["catalogs", "review", "es", "--as", "Li Wen, second translator", "--critical"]
    assert main([*command, "-C", str(built)]) == 0
    line = config.read_text("utf-8").split("\n").index("reviewed = 2020-01-02") + 1
    told = []
    for _ in range(2):
        capsys.readouterr()
        assert main(["build", "-C", str(built)]) == 0
        told.append(capsys.readouterr().out)
    of_guide = "the review of the guide is of 2020-01-02, and held until 2021-07-02"
    for text in told:
        assert (
            text.count(f"  warning: source/guide.toml:{line}: {of_guide}\n") == 2
        )  # once a locale
        assert "the review of the translation has no date, and reviews lapse" in text
        assert "the review of a critical message" not in text  # it was signed today
        assert re.search(r"signed by a second person: [1-9]\d* of \d+ messages", text)
        assert "nobody is named as its translator: add `translators`" in text
    assert "en: unchanged" in told[1]
    assert "es: unchanged" in told[1]
    shown = re.sub(r"<[^>]+>", "", text_of(built, "en"))
    assert "The text must be reviewed again by July 2, 2021." in shown
    capsys.readouterr()
    assert main(["build", "--json", "-C", str(built)]) == 0
    english, spanish = json.loads(capsys.readouterr().out)["editions"]
    assert [finding["message"] for finding in english["lapsed"]] == [of_guide]
    assert [review["of"] for review in spanish["reviews"]] == [
        "the guide", "the translation", "a critical message",
    ]  # fmt: skip
