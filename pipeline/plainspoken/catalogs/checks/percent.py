"""Rule percent: what is a percentage in the text is one in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from ...quantities.quantity import format_value
from .context import Pair

_PERCENT = "concentr-percent"


def check(pair: Pair) -> Iterator[Draft]:
    """A percent sign, or its word, that was lost or added."""
    source, target = pair.readings
    for at, to in pair.alignment.pairs:
        ours, theirs = source.quantities[at], target.quantities[to]
        was, is_ = (side.unit == _PERCENT for side in (ours, theirs))
        if ours.value != theirs.value or was == is_:
            continue
        change = "percent in the text but not" if was else "not percent in the text but is so"
        yield Draft(
            f"{format_value(ours.value)} is {change} in the translation",
            "Write % or the word for it." if was else "Take the % out.",
            source=(ours.span,),
            places=(theirs.span,),
        )


RULE = Rule(
    id="percent",
    summary="A percentage is none in the translation, or the other way round.",
    level="error",
    check=check,
    explanation=(
        "A percent sign, or the words for it, that was lost or added beside a number that both "
        "texts have."
    ),
    example=Example(
        source="It helps 90% of people.",
        wrong="Ayuda a 90 personas.",
        right="Ayuda al 90 % de las personas.",
    ),
)
