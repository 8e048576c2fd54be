"""Collapse the white space of spans as browsers do (CSS Text 3 §4.1.1).

A line's end is a space, but nothing between two ideographs (§4.1.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from ..guide import Span

LINE_END = "\x00"
"""Stands for the end of a line within a block."""
_BREAK = "\x01"
"""Stands for a hard break, which white space goes round."""
_LINE = re.compile(f"[\n{LINE_END}]")
_BLANK = rf"[ \t\n{LINE_END}]"
_FOLDED = re.compile(rf"[\t\n{LINE_END}]{_BLANK}*| {_BLANK}+|(?<={_BREAK}) | (?={_BREAK})")
"""White space that is not one space between two words."""
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
    if whole == whole.strip() and not _FOLDED.search(whole):
        return tuple(_merge_equal(pieces))
    visible = whole.replace(LINE_END, " ")
    begin, end = len(visible) - len(visible.lstrip()), len(visible.rstrip())
    pieces = list(slice_spans(pieces, begin, end))
    whole = "".join(_BREAK if span.mark("break") else span.text for span in pieces)
    characters = list(whole)
    for run in _FOLDED.finditer(whole):
        characters[run.start() : run.end()] = [_fold_run(run), *[""] * (len(run[0]) - 1)]
    folded = []
    at = 0
    for span in pieces:
        text = "".join(characters[at : at + len(span.text)]).replace(_BREAK, "\n")
        at += len(span.text)
        if text:
            folded.append(Span(text, span.marks))
    return tuple(_merge_equal(folded))


def _fold_run(run: re.Match[str]) -> str:
    """A space; nothing beside a break, or for a line's end between ideographs (not Hangul)."""
    before, after = run.string[run.start() - 1], run.string[run.end()]
    wide = all(any(first <= side <= last for first, last in _WIDE) for side in (before, after))
    return "" if _BREAK in (before, after) or (wide and run[0] == LINE_END) else " "


def find_line_starts(spans: Iterable[Span]) -> tuple[int, ...]:
    """Find where, in the folded text, each line of spans but the first begins."""
    *lines, _ = _LINE.split("".join(span.text for span in spans))
    words = (len(" ".join(line.split())) for line in lines)
    # After a line with words comes a space.
    ends = accumulate(length + 1 if length else 0 for length in words)
    return tuple(max(end, 1) for end in ends)


def slice_spans(spans: Iterable[Span], begin: int, end: int) -> Iterator[Span]:
    """Cut spans to what stands between two places of their text."""
    at = 0
    for span in spans:
        text = span.text[max(begin - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if text:
            yield Span(text, span.marks)


def _merge_equal(spans: Iterable[Span]) -> Iterable[Span]:
    """Each hard break stays by itself."""
    for marks, group in groupby(spans, lambda span: span.marks):
        if any(mark.kind == "break" for mark in marks):
            yield from group
        else:
            yield Span("".join(span.text for span in group), marks)
