"""Rule emphasis: a text with words in bold or italics keeps some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.rule import Draft, define_rule
from ...guide import Span
from .context import Pair


@define_rule(
    "emphasis", "info", source="Do **not** stir.", wrong="No revuelva.", right="**No** revuelva."
)
def check(pair: Pair) -> Iterator[Draft]:
    """Words that stand out in the text do not in the translation.

    A text with words in bold or italics whose translation has none. Which words they are, and
    how many, is left to the translator.
    """
    if _has_emphasis(pair.source_spans) and not _has_emphasis(pair.target_spans):
        hint = "Put ** or * before and after the same words."
        yield Draft("the emphasis is missing in the translation", hint, raw=True)


def _has_emphasis(spans: Sequence[Span]) -> bool:
    return any(span.mark("strong") or span.mark("emphasis") for span in spans)
