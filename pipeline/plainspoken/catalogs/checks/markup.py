"""Checks markdown and named-things: a translation's Markdown reads, and names the same things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...guide import Span
from .context import Draft, Pair

_SIGNS = {"link": "[..][{}]", "term": "[..][{}]", "image": "![..][{}]", "value": "{{{}}}"}
_BRACKETS = "[]{}`"


def check(pair: Pair) -> Iterator[Draft]:
    """Links that lead nowhere, unknown values, HTML, signs of emphasis without a partner."""
    seen = dict.fromkeys((error.message, error.hint) for error in pair.errors)
    for message, hint in seen:
        yield Draft(message, hint, raw=True)
    source, target = Counter(pair.source.origin), Counter(pair.target.origin)
    if target["*"] > source["*"]:
        hint = "Put it right before and after the words, or write \\* for a plain sign."
        yield Draft("a * of emphasis has no partner", hint, raw=True)
    for sign in _BRACKETS:
        if target[sign] > source[sign] and not seen:
            hint = f"Put the partner beside it, or write \\{sign} for a plain sign."
            yield Draft(f"a {sign} has no partner", hint, raw=True)


def named_things(pair: Pair) -> Iterator[Draft]:
    """The same links, terms, values and images on both sides, in any order."""
    source, target = _named(pair.source_spans), _named(pair.target_spans)
    for name in sorted(source - target):
        yield Draft(f"{name} is missing in the translation", f"Put {name} into it.", raw=True)
    for name in sorted(target - source):
        hint = "Take it out, or write the name that the text has."
        yield Draft(f"{name} is not in the text", hint, raw=True)


def emphasis(pair: Pair) -> Iterator[Draft]:
    """Words that stand out in the text, and none that do in the translation."""
    if _stands_out(pair.source_spans) and not _stands_out(pair.target_spans):
        hint = "Put ** or * before and after the same words."
        yield Draft("the emphasis is missing in the translation", hint, "info", raw=True)


def _stands_out(spans: Sequence[Span]) -> bool:
    return any(span.mark("strong") or span.mark("emphasis") for span in spans)


def _named(spans: Sequence[Span]) -> set[str]:
    return {
        _SIGNS[mark.kind].format(mark.label)
        for span in spans
        for mark in span.marks
        if mark.kind in _SIGNS
    }
