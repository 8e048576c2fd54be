"""Number words, and digits with words: two hundred, 2.5 million, 2 and a half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .lexicon import Form, Lexicon, find_form
from .normalize import find_words
from .number_words import NumberBuilder
from .quantity import Quantity

_GAPS = ("", " ", "-", "\u00a0")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A number word, or a number in digits, where it stands."""

    start: int
    end: int
    form: Form
    digits: Quantity | None = None
    joined: bool = False
    """Whether it has the word for and as a prefix."""


def find_spelled_numbers(text: str, found: Sequence[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """All numbers of a folded text; `found` are those in digits, some now part of others."""
    pieces = [
        _Piece(each.start, each.end, Form(each.value, "d", each.sure), each) for each in found
    ]
    pieces += _apart(text, lexicon) if lexicon.spaced else _together(text, lexicon)
    return list(_sums(sorted(pieces, key=lambda piece: piece.start), text, lexicon))


def _apart(text: str, lexicon: Lexicon) -> Iterator[_Piece]:
    """The number words of a language that writes words apart."""
    tokens = [found for found in find_words(text) if not found[0][0].isdigit()]
    at = 0
    while at < len(tokens):
        size = min(lexicon.longest, len(tokens) - at)
        while size > 1 and _phrase(text, tokens[at : at + size]) not in lexicon.forms:
            size -= 1
        if size > 1:
            form = lexicon.forms[_phrase(text, tokens[at : at + size])]
            yield _Piece(tokens[at].start(), tokens[at + size - 1].end(), form)
        elif piece := _word(tokens[at], lexicon):
            yield piece
        at += max(size, 1)


def _phrase(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return re.sub("[-\u00a0]", " ", text[tokens[0].start() : tokens[-1].end()])


def _word(token: re.Match[str], lexicon: Lexicon) -> _Piece | None:
    word = token[0]
    if form := find_form(lexicon, word):
        return _Piece(*token.span(), form)
    if lexicon.prefix and (prefix := lexicon.prefix.match(word)):
        form = find_form(lexicon, word[prefix.end() :])
        if form:
            joined = bool(lexicon.conjunction) and prefix[0].startswith(lexicon.conjunction)
            return _Piece(*token.span(), form, joined=joined)
    return None


def _together(text: str, lexicon: Lexicon) -> Iterator[_Piece]:
    """The number words of a language that writes words together."""
    if lexicon.compound is None:
        return
    for run in lexicon.compound.finditer(text):
        if not _may_stand(run, text, lexicon):
            continue
        at = run.start()
        while at < run.end():
            form = next(
                text[at : at + size]
                for size in range(min(6, run.end() - at), 0, -1)
                if text[at : at + size] in lexicon.forms
            )
            yield _Piece(at, at + len(form), lexicon.forms[form])
            at += len(form)


def _may_stand(run: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Whether number words in a text without blanks are words, not parts of others."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if before.isdigit():
        return True
    if lexicon.begins_word and before.isalpha():
        return False
    if len(run[0]) > 1 or lexicon.alone is None:
        return True
    if run[0] in lexicon.never_alone:
        return False
    return after == " " or bool(lexicon.alone.match(text, run.end()))


def _sums(pieces: Sequence[_Piece], text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    group: list[_Piece] = []
    sum_: NumberBuilder | None = None
    for piece in pieces:
        if sum_ is not None:
            gap = text[group[-1].end : piece.start]
            joined = piece.joined or bool(lexicon.joiner.fullmatch(gap.replace("\u00a0", " ")))
            if (gap in _GAPS or joined) and sum_.take(piece.form, joined, piece.joined):
                group.append(piece)
                continue
            yield _amount(group, sum_)
        group, sum_ = [piece], NumberBuilder(piece.form)
    if sum_ is not None:
        yield _amount(group, sum_)


def _amount(group: Sequence[_Piece], sum_: NumberBuilder) -> Quantity:
    if len(group) == 1 and group[0].digits:
        return group[0].digits
    return Quantity(
        group[0].start,
        group[-1].end,
        sum_.value,
        unit=sum_.unit,
        sure=sum_.sure or (sum_.count > 1 and sum_.value > 10),
        spelled=not any(piece.digits for piece in group),
        ordinal=sum_.ordinal,
        idiom=sum_.guessed,
        alternatives=sum_.alternatives,
    )
