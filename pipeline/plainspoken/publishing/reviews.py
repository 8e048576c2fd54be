"""A review that an edition rests on, until when it holds, and whether it has lapsed.

Dates go into editions; the day on which somebody looks at them does not. So a build notes until
when each review holds, and compares it with the day only to tell people.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..diagnostics.finding import Finding

UNKNOWN = "unknown"
"""Until when a review without a date holds, where reviews lapse."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review of a whole, or the oldest of some. The fields are keys of the command's JSON."""

    of: str
    """What was reviewed, as messages name it."""
    date: str
    """The day as ISO 8601; empty where it is not known."""
    until: str
    """The last day on which it holds, or `UNKNOWN`; empty where it does not lapse."""
    file: str
    line: int
    hint: str
    is_of_whole: bool = True
    """Whether it is one review, and not the oldest of many."""

    def has_lapsed(self, today: datetime.date) -> bool:
        """Whether it holds no more."""
        return self.until == UNKNOWN or (bool(self.until) and self.until < today.isoformat())


def report_lapsed(reviews: Iterable[Review], today: datetime.date) -> Iterator[Finding]:
    """The reviews that hold no more, each at its line."""
    for review in reviews:
        if review.has_lapsed(today):
            message = f"the review of {review.of} has no date, and reviews lapse"
            if review.date:
                message = f"the review of {review.of} is of {review.date}, and held until "
                message += review.until
            yield Finding(review.file, review.line, message, review.hint, "warning")
