"""Check percent: what is a percentage in the text is one in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ...quantities import format_value
from .context import Draft, Pair


def check(pair: Pair) -> Iterator[Draft]:
    """A percent sign, or its word, that was lost or added."""
    source, target = pair.readings
    for at, to in pair.alignment.pairs:
        one, other = source.quantities[at], target.quantities[to]
        was, is_ = one.unit == "percent", other.unit == "percent"
        if one.value != other.value or was == is_:
            continue
        what = "percent in the text but not" if was else "not percent in the text but is so"
        yield Draft(
            f"{format_value(one.value)} is {what} in the translation",
            "Write % or the word for it." if was else "Take the % out.",
            source=(one.span,),
            target=(other.span,),
        )
