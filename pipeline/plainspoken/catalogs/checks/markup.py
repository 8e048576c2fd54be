"""Whether a translation's Markdown reads, and names the same things as its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...findings import Finding
from ...guide import Span
from .pair import Pair

_SIGNS = {"link": "[..][{}]", "term": "[..][{}]", "image": "![..][{}]", "value": "{{{}}}"}


def markdown(pair: Pair) -> Iterator[Finding]:
    """Links that lead nowhere, unknown values, HTML, stray signs of emphasis."""
    for fault in pair.faults:
        yield pair.finding(fault.message, fault.cure)
    stray = _stray(pair.target_text)
    if stray > _stray(pair.source_text):
        cure = "Put it right before and after the words, or write \\* for a plain sign."
        yield pair.finding("a * of emphasis has no partner", cure)


def named_things(pair: Pair) -> Iterator[Finding]:
    """The same links, terms, values and images on both sides, in any order."""
    source, target = _named(pair.source), _named(pair.target)
    for name in sorted(source - target):
        yield pair.finding(f"{name} is missing in the translation", f"Put {name} into it.")
    for name in sorted(target - source):
        cure = "Take it out, or write the name that the text has."
        yield pair.finding(f"{name} is not in the text", cure)


def _stray(text: str) -> int:
    return text.count("*")


def _named(spans: Sequence[Span]) -> set[str]:
    return {
        _SIGNS[mark.kind].format(mark.label)
        for span in spans
        for mark in span.marks
        if mark.kind in _SIGNS
    }
