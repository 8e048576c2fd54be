"""How a test writes down quantities: all that one holds on one line."""

from __future__ import annotations

from collections.abc import Sequence

from plainspoken.quantities.quantity import Quantity, format_value

_FLAGS = ("spelled", "ordinal", "idiom", "counted", "implied", "in_range", "dose")


def describe_quantities(quantities: Sequence[Quantity], text: str) -> str:
    """Quantities of a text, one after another; `text` is what their places are places of."""
    return " | ".join(_describe(each, text[each.start : each.end]) for each in quantities)


def _describe(quantity: Quantity, written: str) -> str:
    kind = "" if quantity.kind == "number" else quantity.kind
    flags = [name for name in _FLAGS if getattr(quantity, name)]
    minutes = sorted(quantity.minutes_of_day)
    others = [",".join(map(format_value, each)) for each in quantity.alternatives]
    parts = [
        f"{quantity.start}:{quantity.end}", " ".join(f"“{written}”".split()), "=",
        format_value(quantity.value), kind, quantity.unit, "" if quantity.sure else "unsure",
        *flags, "/".join(f"{minute // 60}h{minute % 60:02}" for minute in minutes),
        f"or {' or '.join(others)}" if others else "",
        f"by {quantity.separator!r}" if quantity.separator else "",
    ]  # fmt: skip
    return " ".join(filter(None, parts))
