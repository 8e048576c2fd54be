"""Rule too-long: texts that no other rule checks, as it would take too long."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Rule
from .context import LIMIT, MOST, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A text or a translation that is too long to be checked."""
    if pair.too_long:
        message = f"the text has over {LIMIT:,} characters or {MOST} numbers; it was not checked"
        yield Draft(message, "Divide it into paragraphs.", raw=True)


RULE = Rule(
    id="too-long",
    summary="A text is too long to be checked.",
    level="error",
    check=check,
    any_length=True,
    explanation=(
        f"A text or translation of more than {LIMIT:,} characters, or with more than {MOST} "
        "numbers. No other rule looks at it."
    ),
)
