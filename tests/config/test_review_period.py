"""How long a review holds."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.config.project import load_project
from plainspoken.config.release_date import read_today
from plainspoken.config.review_period import ReviewPeriod, parse_period
from plainspoken.diagnostics.errors import ProjectError


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1 year", "2026-01-31", "2027-01-31"),
        ("1 year", "2024-02-29", "2025-02-28"),
        ("6 months", "2026-08-31", "2027-02-28"),
        ("1 Month", "2026-12-15", "2027-01-15"),
        ("2 weeks", "2026-12-25", "2027-01-08"),
        ("90 days", "2026-01-01", "2026-04-01"),
        ("100 years", "9990-01-01", "9999-01-01"),
    ],
)
def test_a_period_ends_on_a_day_of_the_calendar(text: str, start: str, end: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert period.add_to(datetime.date.fromisoformat(start)).isoformat() == end


@given(st.dates(), st.integers(1, 1200), st.sampled_from(["day", "week", "month"]))
def test_every_period_ends_later_than_it_begins(
    start: datetime.date, count: int, unit: str
) -> None:
    period = parse_period(f"{count} {unit}s")
    assert period is not None
    last = period.add_to(start)
    assert last > start or last.year == datetime.MAXYEAR


@pytest.mark.parametrize("text", ["", "year", "0 days", "1.5 years", "-1 year", "101 years", "1"])
def test_what_is_no_period_is_told(small_guide: Path, text: str) -> None:
    assert parse_period(text) is None
    path = small_guide / "source/guide.toml"
    path.write_text(f'review-every = "{text}"\n{path.read_text("utf-8")}', "utf-8")
    with pytest.raises(ProjectError) as caught:
        load_project(small_guide)
    (finding,) = caught.value.findings
    assert finding.location == "source/guide.toml:1"


def test_a_guide_says_how_long_reviews_hold_and_when_a_translation_was_read(
    small_guide: Path,
) -> None:
    path = small_guide / "source/guide.toml"
    text = path.read_text("utf-8").replace(
        "[locales.es]", '[locales.es]\nreviewed_by = "Li Wen"\nreviewed = 2026-02-01'
    )
    path.write_text(f'review-every = "18 months"\n{text}', "utf-8")
    project = load_project(small_guide)
    assert project.review_every == ReviewPeriod(months=18)
    assert project.find_locale("es").reviewed == datetime.date(2026, 2, 1)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("reviewed = 2026-02-01", "a review has a date and no name"),
        ('reviewed_by = "Li"\nreviewed = 0026-02-01', "`locales.es.reviewed` is in the year 26"),
    ],
)
def test_a_date_of_a_translations_review_that_cannot_be_is_told(
    small_guide: Path, lines: str, message: str
) -> None:
    path = small_guide / "source/guide.toml"
    text = path.read_text("utf-8").replace("[locales.es]", f"[locales.es]\n{lines}")
    path.write_text(text, "utf-8")
    with pytest.raises(ProjectError, match=message):
        load_project(small_guide)


def test_the_day_is_that_of_the_release_and_else_the_clocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert read_today() == datetime.date(1970, 1, 2)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert read_today() >= datetime.date(2026, 1, 1)
