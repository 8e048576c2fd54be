"""Rule too-long: texts that no other rule checks, as it would take too long."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Rule
from .context import MAX_CHARACTERS, MAX_NUMBERS, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A text or a translation that is too long to be checked."""
    if pair.is_too_long:
        limits = f"{MAX_CHARACTERS:,} characters or {MAX_NUMBERS} numbers"
        message = f"the text has over {limits}; it was not checked"
        yield Draft(message, "Divide it into paragraphs.", raw=True)


RULE = Rule(
    id="too-long",
    summary="A text is too long to be checked.",
    level="error",
    check=check,
    any_length=True,
    explanation=(
        f"A text or translation of more than {MAX_CHARACTERS:,} characters, or with more than "
        f"{MAX_NUMBERS} numbers. No other rule looks at it."
    ),
)
