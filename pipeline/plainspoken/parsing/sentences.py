"""The spans of a block go in; its sentences come out, no character lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from ..guide import Sentence, Span
from ..languages import load
from .ids import Ids

_UNITS = ("mg", "ml", "mL", "kg", "cm", "mm")
_WHOLE = ("link", "code", "value", "image", "term")


def split(spans: Sequence[Span], lang: str, ids: Ids) -> tuple[Sentence, ...]:
    """Cut a block's spans at the ends of its sentences, by the rules of its language."""
    made = []
    at = 0
    ends = tuple(_ends(spans, lang))
    for end in ends:
        piece = tuple(_cut(spans, at, end)) if len(ends) > 1 else tuple(spans)
        words = "".join(span.text for span in piece)
        stripped = words.rstrip()
        kept = tuple(_cut(piece, 0, len(stripped))) if stripped != words else piece
        made.append(Sentence(ids.sentence(stripped), lang, kept, words[len(stripped) :]))
        at = end
    return tuple(made)


def _ends(spans: Sequence[Span], lang: str) -> Iterator[int]:
    """Where sentences end, in characters: never inside a link, and never without a word."""
    text = "".join(span.text for span in spans)
    inside: set[int] = set()
    at = 0
    for span in spans:
        if any(mark.kind in _WHOLE for mark in span.marks):
            inside.update(range(at + 1, at + len(span.text)))
        at += len(span.text)
    end = 0
    pending = False
    for piece in _segments(text.replace("\n", " "), lang):
        if pending and any(character.isalnum() for character in piece):
            yield end
        end += len(piece)
        pending = end not in inside and any(map(str.isalnum, text[:end]))
    if text:
        yield len(text)


@lru_cache(maxsize=32_768)
def _segments(text: str, lang: str) -> tuple[str, ...]:
    """What the segmenter gives, cut again where it takes a word for a short form."""
    from sentencex import segment

    return tuple(_pieces(segment(lang.partition("-")[0], text), lang))


def _pieces(pieces: Iterable[str], lang: str) -> Iterator[str]:
    words = _last_words(lang)
    for piece in pieces:
        at = 0
        for found in words.finditer(piece):
            yield piece[at : found.end()]
            at = found.end()
        yield piece[at:]


@cache
def _last_words(lang: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*load(lang).last_words, *_UNITS)))
    return re.compile(rf"(?<![^\W_])(?:{words})[.]\s+(?=[¿¡«“\"(]*[^\W\d_a-zà-öø-ÿа-я])")


def _cut(spans: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    at = 0
    for span in spans:
        text = span.text[max(begin - at, 0) : max(end - at, 0)]
        if text:
            yield Span(text, span.marks)
        at += len(span.text)
