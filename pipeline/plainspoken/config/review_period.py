"""How long a review holds: `review-every = "1 year"`, and the day on which that is over."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass

_PERIOD = re.compile(r"([1-9][0-9]{0,4}) (day|week|month|year)s?")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_MOST_YEARS = 100
HINT = 'Write a number and a unit: "90 days", "6 months", "1 year", up to 100 years.'


@dataclass(frozen=True, slots=True)
class ReviewPeriod:
    """A stretch of the calendar: some days, or some months."""

    days: int = 0
    months: int = 0

    def add_to(self, start: datetime.date) -> datetime.date:
        """The last day of the period. A month without that day ends it with its own last day."""
        month = start.month - 1 + self.months
        year, month = min(start.year + month // 12, datetime.MAXYEAR), month % 12 + 1
        day = min(start.day, monthrange(year, month)[1])
        last = datetime.date.max - datetime.timedelta(days=self.days)
        return min(datetime.date(year, month, day), last) + datetime.timedelta(days=self.days)


def parse_period(text: str) -> ReviewPeriod | None:
    """Parse `6 months`; None where it is no period."""
    found = _PERIOD.fullmatch(text.strip().lower())
    if not found:
        return None
    count, unit = int(found[1]), found[2]
    period = ReviewPeriod(count * _DAYS.get(unit, 0), count * _MONTHS.get(unit, 0))
    is_too_long = period.days > _MOST_YEARS * 365 or period.months > _MOST_YEARS * 12
    return None if is_too_long else period
