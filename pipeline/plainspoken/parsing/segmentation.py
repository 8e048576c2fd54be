"""Cut the spans of a block into sentences, without losing a character.

The default rules of UAX #29 §5 cannot tell a short form from the end of a sentence; sentencex can,
and what it gets wrong is corrected with the words of each language's `text.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from ..guide import Sentence, Span
from ..languages import load
from .ids import IdGenerator
from .white_space import slice_spans

_UNITS = ("mg", "ml", "mL", "kg", "cm", "mm")
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-я]"
_OPENING = " \u00a0¿¡«“‘\"'([-–—"
# Keeps its small letter at the beginning of a sentence: mRNA, pH, an address.
_SMALL_START = re.compile(r"[a-z]{1,2}[A-Z]|www[.]|https?:")
# The end of a sentence in a script without capitals: a small letter after it means nothing.
_CASELESS = re.compile(r"[\u0590-\u1dff\u3001-\ud7ff\uff01-\uff60]\W*$")
# Every missed end has this; few pieces do, and it is found fast.
_POSSIBLE_END = re.compile(r"[.)»]\s+\S")
# Characters on each side of a boundary that decide whether the sentence goes on.
_CONTEXT_LENGTH = 32
_MOST_AT_ONCE = 4_000
"""Characters."""
_END = re.compile(r"[.!?…।؟]\s+(?=\S)|[。！？][」』”’）]*")
_SURE_END = re.compile(r"(?<=[^\W\d_]{5})[.!?…।؟]\s+(?![a-z\d])(?=\w)|[。！？][」』”’）]*")
_UNBREAKABLE = ("link", "code", "value", "image", "term")


def split_sentences(spans: Sequence[Span], lang: str, ids: IdGenerator) -> tuple[Sentence, ...]:
    """Cut a block's spans at the ends of its sentences, by the rules of its language."""
    text = "".join(span.text for span in spans)
    starts = [0, *accumulate(len(span.text) for span in spans)]
    sentences = []
    at = 0
    for end in _find_ends(text, spans, lang):
        words = text[at:end].rstrip()
        first, last = bisect_right(starts, at) - 1, bisect_left(starts, at + len(words))
        place = at - starts[first]
        kept = tuple(slice_spans(spans[first:last], place, place + len(words)))
        tail = text[at + len(words) : end]
        sentences.append(Sentence(ids.sentence_id(words), lang, kept, tail))
        at = end
    return tuple(sentences)


def _find_ends(text: str, spans: Iterable[Span], lang: str) -> Iterator[int]:
    """Find where sentences end, in characters: never inside a link, never without a word."""
    inside: set[int] = set()
    at = 0
    for span in spans:
        if any(mark.kind in _UNBREAKABLE for mark in span.marks):
            inside.update(range(at + 1, at + len(span.text)))
        at += len(span.text)
    end = 0
    has_word = pending = False
    for piece in _segment(text.replace("\n", " "), lang):
        is_word = any(map(str.isalnum, piece))
        if pending and is_word:
            yield end
        end += len(piece)
        has_word = has_word or is_word
        pending = has_word and end not in inside
    if text:
        yield len(text)


@lru_cache(maxsize=32_768)
def _segment(text: str, lang: str) -> tuple[str, ...]:
    from sentencex import segment

    language = load(lang).base
    pieces = (
        piece
        for part in _divide(text)
        for piece in (segment(language, part) if len(part) <= _MOST_AT_ONCE else [part])
    )
    return tuple(_split_missed(_join_pieces(pieces, lang), lang))


def _divide(text: str) -> Iterator[str]:
    """Divide a text of many sentences: sentencex takes a time that grows with the square of the
    length. A part that is longer than `_MOST_AT_ONCE` has no end in it.
    """
    at = 0
    while len(text) - at > _MOST_AT_ONCE:
        window = at, at + _MOST_AT_ONCE
        ends = [found.end() for found in _SURE_END.finditer(text, *window)]
        ends = ends or [found.end() for found in _END.finditer(text, *window)]
        following = None if ends else _END.search(text, at)
        end = ends[-1] if ends else following.end() if following else len(text)
        yield text[at:end]
        at = end
    if at < len(text):
        yield text[at:]


def _join_pieces(pieces: Iterable[str], lang: str) -> Iterator[str]:
    held = ""
    for piece in pieces:
        if held and not _continues(held[-_CONTEXT_LENGTH:], piece, lang):
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _continues(before: str, after: str, lang: str) -> bool:
    rest = after.lstrip(_OPENING)
    if rest[:1].islower() and not _SMALL_START.match(rest) and not _CASELESS.search(before):
        return True
    return bool(_joint_pattern(lang).search(f"{before}\n{after[:_CONTEXT_LENGTH]}"))


def _split_missed(pieces: Iterable[str], lang: str) -> Iterator[str]:
    missed = _missed_end_pattern(lang)
    for piece in pieces:
        at = 0
        for found in missed.finditer(piece) if _POSSIBLE_END.search(piece) else ():
            yield piece[at : found.end()]
            at = found.end()
        yield piece[at:]


@cache
def _joint_pattern(lang: str) -> re.Pattern[str]:
    """A pattern for where two pieces, a line each, belong together."""
    words = load(lang).list_words
    return re.compile(
        rf"(?<![^\W_])(?:{_any_of(words('before-names'))})[.]\s*\n"
        rf"|(?<![^\W_])(?:{_any_of(words('short-forms'))})[.]\s*\n"
        rf"[{re.escape(_OPENING)}]*(?:\d|{_SMALL_START.pattern})"
        # O.M.S., Dr. J. Gómez, n.º 5, (see (x).)
        r"|(?<![^\W_])[A-Z][.]\n[A-Z][.]"
        r"|(?<![^\W_])[A-Z]\w{1,4}[.]\s(?:[A-Z][.]\s)*[A-Z][.]\s+\n"
        r"|\n[ºª°)\]»”]"
    )


@cache
def _missed_end_pattern(lang: str) -> re.Pattern[str]:
    """A pattern for ends that sentencex misses: before a capital, but not of a code such as B12."""
    words = load(lang).list_words
    return re.compile(
        rf"(?:(?<![^\W_])(?:{_any_of((*words('last-words'), *_UNITS))})[.]"
        # vitamins A, B12 and C.
        rf"|(?<![^\W_])(?i:{_any_of(words('lettered'))})[.]?\s"
        rf"(?:[A-Z]\d*,?\s(?:(?:{_any_of(words('joining-words'))})\s)?)*[A-Z][.]"
        # www.example.org/page.
        r"|(?<=[\w-]{2})[.][a-z]{2,}(?:/\S{0,99})?[.]"
        # (A whole sentence.)
        rf"|(?:^|(?<=[.!?…]\s))[(«][¿¡]*{_CAPITAL}[^()«»\s]*\s[^()«»]*(?:[.!?…]\)|[.]»))"
        rf"\s+(?=[¿¡«“\"(]*{_CAPITAL})(?!\w+\d)"
    )


def _any_of(words: Iterable[str]) -> str:
    """A pattern for words, also with a capital, with any white space; none: nothing matches."""
    forms = {form: None for word in words for form in (word, word[:1].upper() + word[1:])}
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in forms) or "(?!)"
