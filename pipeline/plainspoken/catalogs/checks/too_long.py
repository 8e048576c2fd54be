"""Rule too-long: no text is too long to be checked."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .context import MAX_CHARACTERS, MAX_NUMBERS, Pair


@define_rule("too-long", "error", any_length=True)
def check(pair: Pair) -> Iterator[Draft]:
    """A text is too long to be checked.

    A text or translation of more than 20,000 characters, or with more than 400 numbers. No other
    rule looks at it.
    """
    if pair.is_too_long:
        limits = f"{MAX_CHARACTERS:,} characters or {MAX_NUMBERS} numbers"
        message = f"the text has over {limits}; it was not checked"
        yield Draft(message, "Divide it into paragraphs.", raw=True)
