"""Rule named-things: links, terms, values and images stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.rule import Draft, define_rule
from ...guide import Span
from .context import Pair

_SIGNS = {"link": "[..][{}]", "term": "[..][{}]", "image": "![..][{}]", "value": "{{{}}}"}


@define_rule(
    "named-things",
    "error",
    source="Ask [your nurse][more].",
    wrong="Pregunte a su enfermera.",
    right="Pregunte a [su enfermera][more].",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A link, term, value or image is missing, or is not in the text.

    A link, a term of the glossary, a value or an image that only one of the two texts has. They
    may stand in any order.
    """
    source, target = _list_named_things(pair.source_spans), _list_named_things(pair.target_spans)
    for name in sorted(source - target):
        yield Draft(f"{name} is missing in the translation", f"Put {name} into it.", raw=True)
    for name in sorted(target - source):
        hint = "Take it out, or write the name that the text has."
        yield Draft(f"{name} is not in the text", hint, raw=True)


def _list_named_things(spans: Sequence[Span]) -> set[str]:
    return {
        _SIGNS[mark.kind].format(mark.label)
        for span in spans
        for mark in span.marks
        if mark.kind in _SIGNS
    }
