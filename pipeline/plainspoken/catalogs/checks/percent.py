"""Rule percent: a percentage stays one."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from ...quantities.quantity import format_value
from ...quantities.units import PERCENT
from .context import Pair


@define_rule(
    "percent",
    "error",
    source="It helps 90% of people.",
    wrong="Ayuda a 90 personas.",
    right="Ayuda al 90 % de las personas.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A percentage is none in the translation, or the other way round.

    A percent sign, or the words for it, that was lost or added beside a number that both texts
    have.
    """
    for ours, theirs in pair.matches:
        was, is_ = (side.unit == PERCENT for side in (ours, theirs))
        if ours.value != theirs.value or was == is_:
            continue
        change = "percent in the text but not" if was else "not percent in the text but is so"
        message = f"{format_value(ours.value)} is {change} in the translation"
        hint = "Write % or the word for it." if was else "Take the % out."
        yield Draft(message, hint, None, (ours.span,), (theirs.span,))
