"""The spans of a block go in; its sentences come out, no character lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..guide import Sentence, Span
from .ids import Ids

_WHOLE = ("link", "code", "value", "image", "term")


def split(spans: Sequence[Span], lang: str, ids: Ids) -> tuple[Sentence, ...]:
    """Cut a block's spans at the ends of its sentences, by the rules of its language."""
    made = []
    at = 0
    for end in _ends(spans, lang):
        piece = tuple(_cut(spans, at, end))
        words = "".join(span.text for span in piece)
        stripped = words.rstrip()
        kept = tuple(_cut(piece, 0, len(stripped)))
        made.append(Sentence(ids.sentence(stripped), lang, kept, words[len(stripped) :]))
        at = end
    return tuple(made)


def _ends(spans: Sequence[Span], lang: str) -> Iterator[int]:
    """Where sentences end, in characters: never inside a link, and never without a word."""
    from sentencex import segment

    text = "".join(span.text for span in spans)
    inside: set[int] = set()
    at = 0
    for span in spans:
        if any(mark.kind in _WHOLE for mark in span.marks):
            inside.update(range(at + 1, at + len(span.text)))
        at += len(span.text)
    end = 0
    pending = False
    for piece in segment(lang.partition("-")[0], text.replace("\n", " ")):
        if pending and any(character.isalnum() for character in piece):
            yield end
        end += len(piece)
        pending = end not in inside and any(map(str.isalnum, text[:end]))
    if text:
        yield len(text)


def _cut(spans: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    at = 0
    for span in spans:
        text = span.text[max(begin - at, 0) : max(end - at, 0)]
        if text:
            yield Span(text, span.marks)
        at += len(span.text)
