"""Collapse the white space of spans as browsers do (CSS Text 3 §4.1.1).

A line's end is a space, but nothing between two ideographs (§4.1.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ..guide import Span

LINE_END = "\x00"
"""Stands for the end of a line within a block."""
_LINE = re.compile(f"[\n{LINE_END}]")
_LINE_END = re.compile(LINE_END)
_NO_SPACE = "\x01"
"""Stands for a line's end between two ideographs."""
_SPACES = re.compile(rf"[ \t\n{LINE_END}]+")
_FOLDS = re.compile(rf"[\t\n{LINE_END}]|  ")
# Ranges of code points, since a pattern so wide takes 3 ms to compile.
_WIDE = (
    ("\u2e80", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uff60"),
    ("\U00020000", "\U0003ffff"),
)


def fold_white_space(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Fold white space, strip the ends, and join neighbours with the same marks."""
    pieces = list(spans)
    whole = "".join(span.text for span in pieces)
    if whole == whole.strip() and not _FOLDS.search(whole):
        return tuple(_merge_equal(pieces))
    visible = whole.replace(LINE_END, " ")
    begin, end = len(visible) - len(visible.lstrip()), len(visible.rstrip())
    pieces = list(slice_spans(pieces, begin, end))
    whole = _LINE_END.sub(_replace_line_end, "".join(span.text for span in pieces))
    folded_spans: list[Span] = []
    at, blank = 0, True
    for span in pieces:
        text, at = whole[at : at + len(span.text)], at + len(span.text)
        if span.mark("break"):
            folded_spans, blank = [*_strip_right(folded_spans), span], True
            continue
        folded = _SPACES.sub(" ", text.replace(_NO_SPACE, ""))
        folded = folded.lstrip(" ") if blank else folded
        blank = folded.endswith(" ") if folded else blank
        folded_spans.append(Span(folded, span.marks))
    return tuple(_merge_equal(span for span in folded_spans if span.text))


def find_line_starts(spans: Iterable[Span]) -> tuple[int, ...]:
    """Find where, in the folded text, each line of spans but the first begins."""
    whole = "".join(span.text for span in spans)
    before = (whole[: found.start()] for found in _LINE.finditer(whole))
    return tuple(len(" ".join(text.replace(LINE_END, " ").split())) + 1 for text in before)


def slice_spans(spans: Iterable[Span], begin: int, end: int) -> Iterator[Span]:
    """Cut spans to what stands between two places of their text."""
    at = 0
    for span in spans:
        text = span.text[max(begin - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if text:
            yield Span(text, span.marks)


def _replace_line_end(found: re.Match[str]) -> str:
    """Drop it between two ideographs. Hangul is not among them: it has spaces."""
    at = found.start()
    sides = found.string[at - 1 : at], found.string[at + 1 : at + 2]
    wide = all(any(first <= side <= last for first, last in _WIDE) for side in sides)
    return _NO_SPACE if wide else found[0]


def _merge_equal(spans: Iterable[Span]) -> Iterable[Span]:
    """Merge neighbours with the same marks; each hard break stays by itself."""
    for marks, group in groupby(spans, lambda span: span.marks):
        if any(mark.kind == "break" for mark in marks):
            yield from group
        else:
            yield Span("".join(span.text for span in group), marks)


def _strip_right(spans: list[Span]) -> list[Span]:
    while spans and not spans[-1].mark("break"):
        last = Span(spans[-1].text.rstrip(" "), spans[-1].marks)
        spans = [*spans[:-1], last] if last.text else spans[:-1]
        if last.text:
            break
    return spans
