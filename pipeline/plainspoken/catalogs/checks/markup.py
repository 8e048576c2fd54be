"""Rules on marks in a text: emphasis, Markdown, and links, terms, values and images."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...diagnostics.rule import Draft, define_rule
from ...guide import Span
from .context import Pair

_BRACKETS = "[]{}`"
_SIGNS = {"link": "[..][{}]", "term": "[..][{}]", "image": "![..][{}]", "value": "{{{}}}"}


@define_rule(
    "emphasis", "info", source="Do **not** stir.", wrong="No revuelva.", right="**No** revuelva."
)
def check_emphasis(pair: Pair) -> Iterator[Draft]:
    """Words that stand out in the text do not in the translation.

    A text with words in bold or italics whose translation has none. Which words they are, and
    how many, is left to the translator.
    """
    if _has_emphasis(pair.source_spans) and not _has_emphasis(pair.target_spans):
        hint = "Put ** or * before and after the same words."
        yield Draft("the emphasis is missing in the translation", hint, raw=True)


def _has_emphasis(spans: Sequence[Span]) -> bool:
    return any(span.mark("strong") or span.mark("emphasis") for span in spans)


@define_rule(
    "markdown", "error", source="Do **not** stir.", wrong="**No revuelva.", right="**No** revuelva."
)
def check_markdown(pair: Pair) -> Iterator[Draft]:
    """A translation's Markdown does not read.

    Links that lead nowhere, values that the guide does not have, HTML, and signs of emphasis,
    brackets or backticks without their partner.
    """
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


@define_rule(
    "named-things",
    "error",
    source="Ask [your nurse][more].",
    wrong="Pregunte a su enfermera.",
    right="Pregunte a [su enfermera][more].",
)
def check_named_things(pair: Pair) -> Iterator[Draft]:
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
