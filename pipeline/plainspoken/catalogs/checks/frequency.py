"""Rule frequency: how often, and at what time of the day."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import Pair
from .contrasts import Contrast, exclude_each_other, find_swaps

_CONTRAST = Contrast(
    "frequency",
    exclude_each_other(
        "hourly daily weekly monthly yearly every_other_day every_other_week",
        "morning noon evening",
        "with_meals before_meals after_meals between_meals empty_stomach",
        "on_waking at_bedtime",
        "at_bedtime morning noon",
        "on_waking evening",
        "on_weekdays on_weekends",
        "evening daytime",
    ),
    # Not on an empty stomach is after a meal.
    turned=exclude_each_other("empty_stomach with_meals", "empty_stomach after_meals"),
    denied=exclude_each_other("empty_stomach with_meals", "empty_stomach after_meals"),
    alike={"empty_stomach": "between_meals", "between_meals": "empty_stomach"},
    counted=True,
)


@define_rule(
    "frequency",
    "warning",
    source="Take it once a day.",
    wrong="Tómelo una vez a la semana.",
    right="Tómelo una vez al día.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A frequency, or a time of the day, became another.

    Where *a day* became *a week*, *every other day* became *every day*, *morning* became *night*,
    *with meals* became *on an empty stomach*.
    """
    yield from find_swaps(pair, _CONTRAST)
