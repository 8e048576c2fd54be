"""Rule emphasis: where words stand out in the text, some do in the translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.rule import Draft, Example, Rule
from ...guide import Span
from .context import Pair


def check(pair: Pair) -> Iterator[Draft]:
    """Words that stand out in the text, and none that do in the translation."""
    if _has_emphasis(pair.source_spans) and not _has_emphasis(pair.target_spans):
        hint = "Put ** or * before and after the same words."
        yield Draft("the emphasis is missing in the translation", hint, raw=True)


def _has_emphasis(spans: Sequence[Span]) -> bool:
    return any(span.mark("strong") or span.mark("emphasis") for span in spans)


RULE = Rule(
    id="emphasis",
    summary="Words that stand out in the text do not in the translation.",
    level="info",
    check=check,
    explanation=(
        "A text with words in bold or italics whose translation has none. Which words they are, "
        "and how many, is left to the translator."
    ),
    example=Example(source="Do **not** stir.", wrong="No revuelva.", right="**No** revuelva."),
)
