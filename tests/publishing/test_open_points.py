"""The open points of an edition, counted by kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspoken.diagnostics.finding import Finding
from plainspoken.publishing.open_points import OpenPoints, PointCount, count_points

ONE = Finding("a", 1, "one")
TWO = (Finding("b", 1, "two"), Finding("c", 1, "three"))
EVERY = "plainspoken build --release --locale es --json"
CHECK, REVIEW = "plainspoken catalogs check es", "plainspoken catalogs review es --list"


def test_each_kind_is_counted_in_words_with_the_command_that_shows_it() -> None:
    points = OpenPoints((ONE,), TWO, (ONE,), TWO, (ONE,))
    assert list(count_points(points, "es", 9)) == [
        PointCount("critical", 1, 9, "1 critical block open of 9", REVIEW),
        PointCount("errors", 2, None, "2 errors found by checks", CHECK),
        PointCount("warnings", 1, None, "1 warning that nobody has allowed", CHECK),
        PointCount("reviews", 2, None, "2 reviews lapsed", EVERY),
        PointCount("starter", 1, None, "1 text of the starter", EVERY),
    ]
    assert list(points.iter_findings()) == [ONE, *TWO, ONE, *TWO, ONE]


def test_in_the_guides_own_language_nobody_counts_critical_messages() -> None:
    assert list(count_points(OpenPoints(critical=TWO), "es", None)) == [
        PointCount("critical", 2, None, "2 critical blocks open", EVERY)
    ]
    assert list(count_points(OpenPoints(critical=TWO), "es", 0)) == [
        PointCount("critical", 2, 0, "2 critical blocks open of 0", REVIEW)
    ]


@pytest.mark.parametrize("kind", ["critical", "errors", "warnings", "reviews", "starter"])
def test_one_point_of_any_kind_is_open(kind: str) -> None:
    nothing = OpenPoints()
    assert not nothing
    assert list(count_points(nothing, "es", 9)) == []
    assert replace(nothing, **{kind: (ONE,)})
