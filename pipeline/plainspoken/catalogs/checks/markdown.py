"""Rule markdown: the Markdown of a translation can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from .context import Pair

_BRACKETS = "[]{}`"


def check(pair: Pair) -> Iterator[Draft]:
    """Links that lead nowhere, unknown values, HTML, signs of emphasis without a partner."""
    errors = dict.fromkeys((error.message, error.hint) for error in pair.errors)
    for message, hint in errors:
        yield Draft(message, hint, raw=True)
    source, target = Counter(pair.source.origin), Counter(pair.target.origin)
    if target["*"] > source["*"]:
        hint = "Put it right before and after the words, or write \\* for a plain sign."
        yield Draft("a * of emphasis has no partner", hint, raw=True)
    for sign in _BRACKETS:
        if target[sign] > source[sign] and not errors:
            hint = f"Put the partner beside it, or write \\{sign} for a plain sign."
            yield Draft(f"a {sign} has no partner", hint, raw=True)


RULE = Rule(
    id="markdown",
    summary="A translation's Markdown does not read.",
    level="error",
    check=check,
    explanation=(
        "Links that lead nowhere, values that the guide does not have, HTML, and signs of "
        "emphasis, brackets or backticks without their partner."
    ),
    example=Example(source="Do **not** stir.", wrong="**No revuelva.", right="**No** revuelva."),
)
