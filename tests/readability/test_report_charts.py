"""Charts of the report, drawn from values that reach their ends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.approval import Approve

from plainspoken.readability.report.charts import (
    Axis,
    Bar,
    Point,
    Titles,
    draw_bars,
    draw_gauge,
    draw_series,
    draw_strip,
    shorten,
)

TITLES = Titles("grade", "Grades", "What each section asks of its readers.")
AXIS = Axis(0, 6, "target 6", "harder", "easier")
ONE_SIDE = replace(AXIS, left="", right="")
BAR = Bar("Blood", "en", "5.2", 5.2, 4.8, 5.5, "good")
LONG = "What happens in the first weeks of the cure, and what you can do at home about it all"
BARS = (
    BAR,
    replace(BAR, value=9.5, low=10.25, high=9, tone="bad", caption="9.5", faint=True),
    replace(BAR, label=LONG[:28]),
    replace(BAR, label=LONG[:29]),
    replace(BAR, label=LONG[:67], lang="es"),
    replace(BAR, label=LONG[:68], value=0, low=0, high=0.01),
)
POINTS = [Point("1.0", 7.5), Point("", 6.25), Point("1.2", 5.0)]


def test_bars_have_room_for_what_they_say(approve: Approve) -> None:
    approve("\n\n".join(draw_bars(TITLES, BARS, axis) for axis in (AXIS, ONE_SIDE)))


def test_bars_that_are_all_alike_are_drawn(approve: Approve) -> None:
    bar = replace(BAR, value=6, low=6, high=6)
    axes = (replace(ONE_SIDE, base=6), replace(AXIS, base=6, mark=5), replace(AXIS, left=""))
    approve("\n\n".join(draw_bars(TITLES, [bar], axis) for axis in axes))


def test_gauges_show_a_value_and_the_side_beyond_the_mark(approve: Approve) -> None:
    values = (BAR, replace(BAR, value=2, low=2, high=3), replace(BAR, value=10, low=9, high=10))
    approve("\n\n".join(draw_gauge(TITLES, bar, AXIS, 4) for bar in values))


@pytest.mark.parametrize("easier", ["lower", "higher"])
def test_series_rise_where_texts_get_easier(easier: str, approve: Approve) -> None:
    lengths = (POINTS, POINTS[:2], POINTS[:1])
    drawn = [draw_series(TITLES, points, AXIS, easier == "lower") for points in lengths]
    approve("\n\n".join(drawn))


def test_a_strip_has_a_part_for_each_sentence_as_wide_as_it_is_long(approve: Approve) -> None:
    approve("\n\n".join(map(draw_strip, ([(5, 1), (10, 3), (15, 5)], [(7, 2)], []))))


@pytest.mark.parametrize(
    ("label", "letters", "shown"),
    [
        ("a blood cell", 12, "a blood cell"),
        ("a blood cell", 11, "a blood ce…"),
        ("a blood cell", 9, "a blood…"),
        ("a blood cell", 2, "a…"),
    ],
)
def test_a_label_is_cut_where_it_is_longer(label: str, letters: int, shown: str) -> None:
    assert shorten(label, letters) == shown
