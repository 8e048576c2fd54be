"""An amount that a text adds in another unit, and how often something is in other words."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.quantities.align import align
from plainspoken.quantities.equivalents import drop_equivalents, find_conversions
from plainspoken.quantities.extract import extract
from plainspoken.quantities.normalize import fold_text
from plainspoken.quantities.quantity import format_value


def is_converted(text: str, index: int = 1) -> bool:
    """Whether one of two amounts of a text says the other in another unit."""
    found = extract(text, load("en"))
    assert len(found) == 2, found
    return find_conversions(fold_text(text), found, {index}) == {index}


@pytest.mark.parametrize("text", [
    "1 mcg (1000 ng)", "5 mg (5,000 mcg)", "2 g (2000 mg)", "1 kg (1000 g)", "1 kg (2.2 pounds)",
    "1 pound (16 ounces)", "1 ounce (28.3 g)", "1 cl (10 ml)", "1 dl (10 cl)", "1 l (10 dl)",
    "2 teaspoons (10 ml)", "2 tablespoons (30 ml)", "1 cm (10 mm)", "2 meters (200 cm)",
    "1 km (1000 meters)", "1 inch (2.54 cm)", "2 feet (61 cm)", "1 mile (1.6 km)",
    "38 °C (100.4 °F)", "98.6 °F (37 °C)", "0 °C (32 °F)", "1 week (7 days)", "24 hours (1 day)",
    "60 minutes (1 hour)", "60 seconds (1 minute)", "2 years (24 months)",
    "1 kg = 1000 g", "1 kg ≈ 1000 g", "1 kg/1000 g", "1 kg [1000 g]", "1 kg (about 1000 g)",
    "1 kg (approx. equal 1000 g)", "100 mg (103,000 mcg)", "100 mg (97,000 mcg)",
    f"5 mg {'x' * 27} (5000 mcg)",
])  # fmt: skip
def test_the_same_amount_in_another_unit_is_known_in_brackets(text: str) -> None:
    assert is_converted(text)
    assert is_converted(text, 0) or "100 mg" in text  # the share is one of the first amount


@pytest.mark.parametrize("text", [
    "1 mg (1 g)", "1 kg (1000 ml)", "5 mg (5 mg)", "38 °C (38 °F)", "1 inch (2.4 cm)",
    "5 mg or 5000 mcg", "5000 mcg) 5 mg", "1 year (365 days)", "2 IU (2 mg)", "2 mg (2 IU)",
    "5 (5000 mcg)",
    "1 kg (quite exactly equal 1000 g)", "1 kg (approximatively 1000 g)", "1 kg (x2 1000 g)",
    "100 mg (103,001 mcg)", "97 mg (100,000 mcg)", f"5 mg {'x' * 28} (5000 mcg)",
])  # fmt: skip
def test_another_amount_is_none(text: str) -> None:
    quantities = extract(text, load("en"))
    last = len(quantities) - 1
    assert find_conversions(fold_text(text), quantities, {last}) == set()


def test_what_stands_for_what_is_missing_too_is_none() -> None:
    text = "1 kg (1000 g)"
    assert find_conversions(fold_text(text), extract(text, load("en")), {0, 1}) == set()


def find_rest(text: str, other: str) -> tuple[list[str], list[str]]:
    """What of two texts is left once equivalents are gone, with the numbers that are the same."""
    sides = [extract(each, load("en")) for each in (text, other)]
    aligned = align(*sides)
    lost = {index for index in aligned.lost if not sides[0][index].implied}
    added = {index for index in aligned.added if not sides[1][index].implied}
    left = drop_equivalents(sides[0], lost, sides[1], added, aligned.pairs)
    first, second = (
        [format_value(side[index].value) for index in sorted(indices)]
        for side, indices in zip(sides, left, strict=True)
    )
    return first, second


@pytest.mark.parametrize(("text", "other"), [
    ("Come twice a year.", "Come every 6 months."),
    ("Come 3 times a year.", "Come every 4 months."),
    ("Each year, come twice.", "Come every 6 months."),
    ("Each year, you should come twice.", "Come every 6 months."),
    ("Come twice in the course of a year.", "Come every 6 months."),
    ("Come 24 times a year.", "Come every half month."),
    ("Come 4 times a year.", "Take 5 and come every 3 months."),
    ("Take 7. Come 4 times a year.", "Take 7 and come every 3 months."),
    ("Rest half an hour.", "Rest 30 minutes."),
    ("Rest a quarter of an hour.", "Rest 15 minutes."),
    ("Rest half of all the hours.", "Rest 30 minutes."),
    ("Wait half a day.", "Wait 12 hours."),
    ("Of 40 people, 20 are well.", "Of 40 people, half are well."),
    ("Of 40 people, 10 are well.", "Of 40 people, a quarter are well."),
    ("Of 12 people, 6 of 12 are well.", "Half of 12 people are well."),
])  # fmt: skip
def test_other_words_for_a_rate_a_part_or_a_share_say_the_same(text: str, other: str) -> None:
    rest = [["5"] if "Take 5" in each else [] for each in (text, other)]
    assert find_rest(text, other) == tuple(rest)
    assert find_rest(other, text) == tuple(rest[::-1])


@pytest.mark.parametrize(("text", "other", "rest"), [
    ("Come 3 times a year.", "Come every 5 months.", (["3"], ["5"])),
    ("Come twice a year.", "Come every 5 months.", (["2"], ["5"])),
    ("Come twice a week.", "Come every 6 months.", (["2"], ["6"])),
    ("Come twice.", "Come every 6 months.", (["2"], ["6"])),
    ("Come twice a year.", "Come every 6 weeks.", (["2"], ["6"])),
    ("Take 2 mg a year.", "Come every 6 months.", (["2"], ["6"])),
    ("Come twice in the courses of a year.", "Come every 6 months.", (["2"], ["6"])),
    ("Each year, you shall surely come twice.", "Come every 6 months.", (["2"], ["6"])),
    ("Rest half an hour.", "Rest 20 minutes.", (["0.5"], ["20"])),
    ("Rest half.", "Rest 30 minutes.", (["0.5"], ["30"])),
    ("Rest half of all these hours.", "Rest 30 minutes.", (["0.5"], ["30"])),
    ("Of 40 people, 20 are well.", "Of 40 people, a quarter are well.", (["20"], ["0.25"])),
    ("Of 5 l, 2.5 l are left.", "Of 5 l, half is left.", (["2.5"], ["0.5"])),
    ("Of 40 l, 2.5 l or 20 l are left.", "Of 40 l, half is left.", (["2.5"], [])),
    ("Take 0.5 mg an hour.", "Take it for 30 minutes.", (["0.5"], ["30"])),
    ("Of 30 people, 20 are well.", "Of 40 people, half are well.", (["30", "20"], ["40", "0.5"])),
])  # fmt: skip
def test_other_rates_parts_and_shares_are_left(
    text: str, other: str, rest: tuple[list[str], list[str]]
) -> None:
    assert find_rest(text, other) == rest


def test_each_part_stands_for_one() -> None:
    text = "Rest half an hour, then half an hour."
    assert find_rest(text, "Rest 30 minutes.") == (["0.5"], [])
    assert find_rest(text, "Rest 30 minutes, then 30 minutes.") == ([], [])
