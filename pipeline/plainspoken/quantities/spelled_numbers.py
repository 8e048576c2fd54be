"""Find number words, and digits with words: two hundred, 2.5 million, 2 and a half."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from .lexicon import Lexicon, find_form
from .normalize import find_words
from .number_forms import Form
from .number_words import NumberBuilder
from .quantity import Quantity, Span

_GAPS = ("", " ", "-", "\u00a0")
_MORE = ("+", "+ ")
"""What may stand before a word that multiplies: 300+ million."""
_LONGEST_UNSPACED = 6
"""How many characters a number word has at most where words are not written apart."""


_MYRIAD = 10_000
_NOUN = re.compile(r"[ \u00a0][^\W\d_]+([ \u00a0][^\W\d_]+)?[ \u00a0]")
"""What is counted, between a whole number and its fraction: one word or two."""
_LEAST_SCALE = 1000
_AFTER_DIGIT = re.compile(r"(?<=\d)[^\W\d_]{2,}(?!\w)")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    form: Form
    digits: Quantity | None = None
    joined: bool = False
    """Whether it has the word for and as a prefix."""


_Group = tuple[list[_Piece], NumberBuilder]
"""The words of one number, and what they have come to."""


def find_spelled_numbers(
    text: str, in_digits: Sequence[Quantity], lexicon: Lexicon, *, alone: bool = False
) -> list[Quantity]:
    """All numbers of a folded text; of those `in_digits`, some are now part of others. Where words
    are not written apart, numbers of one sign are found `alone`, too.
    """
    pieces = [
        _Piece(number.start, number.end, Form(number.value, "d", number.sure), number)
        for number in in_digits
    ]
    pieces += (
        _find_spaced(text, lexicon) if lexicon.spaced else _find_unspaced(text, lexicon, alone)
    )
    pieces.sort(key=lambda piece: piece.start)
    pieces = _join_parts(pieces, text, lexicon)
    return _build_numbers(pieces, text, lexicon, blanks=lexicon.spaced or not alone)


def _join_parts(pieces: Sequence[_Piece], text: str, lexicon: Lexicon) -> list[_Piece]:
    """The pieces, a fraction after a whole number as one: twenty and three quarters is no 23/4."""
    joined: list[_Piece] = []
    for piece in pieces:
        if len(joined) > 1 and _is_part(joined[-2], joined[-1], piece, text, lexicon):
            count = joined.pop()
            part = Form(count.form.value / piece.form.value)
            joined.append(_Piece(count.start, piece.end, part, joined=count.joined))
        else:
            joined.append(piece)
    return joined


def _is_part(whole: _Piece, count: _Piece, name: _Piece, text: str, lexicon: Lexicon) -> bool:
    """Whether a count and a name of parts follow a whole number and the word for and."""
    between = text[whole.end : count.start].replace("\u00a0", " ")
    return (
        whole.form.role == count.form.role == ""
        and name.form.role in ("/", "#")
        and 0 < count.form.value < name.form.value
        and name.form.value > 2
        and whole.form.value > 2
        and text[count.end : name.start] in (" ", "\u00a0")
        and (count.joined or bool(lexicon.joiner.fullmatch(between)))
    )


def _find_spaced(text: str, lexicon: Lexicon) -> Iterator[_Piece]:
    yield from _find_scales(text, lexicon)
    tokens = [token for token in find_words(text) if not token[0][0].isdigit()]
    at = 0
    while at < len(tokens):
        may_begin = lexicon.heads is None or tokens[at][0] in lexicon.heads
        longest = min(lexicon.longest, len(tokens) - at) if may_begin else 1
        for size in range(longest, 1, -1):
            group = tokens[at : at + size]
            span = group[0].start(), group[-1].end()
            phrase = _join_tokens(text, group)
            if piece := _read_piece(phrase, span, lexicon, lexicon.forms.get):
                yield piece
                break
        else:
            size = 1
            word, find = tokens[at], partial(find_form, lexicon)
            if piece := _read_piece(word[0], word.span(), lexicon, find):
                yield piece
        at += size


def _find_scales(text: str, lexicon: Lexicon) -> Iterator[_Piece]:
    """Words that multiply and are written onto digits: 3.5bn, 2,5mln."""
    for found in _AFTER_DIGIT.finditer(text):
        form = lexicon.forms.get(found[0])
        if form and form.role == "x" and form.value >= _LEAST_SCALE:
            yield _Piece(*found.span(), form)


def _join_tokens(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return re.sub("[-\u00a0]", " ", text[tokens[0].start() : tokens[-1].end()])


def _read_piece(
    words: str, span: Span, lexicon: Lexicon, find: Callable[[str], Form | None]
) -> _Piece | None:
    """What words say; a prefix such as Arabic and is known before an ending that is guessed by."""
    form = find(words)
    prefix = lexicon.prefix.match(words)
    if prefix and (form is None or form.guessed):
        rest = find(words[prefix.end() :])
        if rest and not rest.guessed:
            joined = bool(lexicon.conjunction) and prefix[0].startswith(lexicon.conjunction)
            return _Piece(*span, rest, joined=joined)
    return _Piece(*span, form) if form else None


def _find_unspaced(text: str, lexicon: Lexicon, alone: bool) -> Iterator[_Piece]:
    if lexicon.compound is None:
        return
    for run in lexicon.compound.finditer(text):
        if not _is_separate(run, text, lexicon, alone):
            continue
        at = run.start()
        while at < run.end():
            word = next(
                text[at : at + size]
                for size in range(min(_LONGEST_UNSPACED, run.end() - at), 0, -1)
                if text[at : at + size] in lexicon.forms
            )
            yield _Piece(at, at + len(word), lexicon.forms[word])
            at += len(word)


def _is_separate(run: re.Match[str], text: str, lexicon: Lexicon, alone: bool) -> bool:
    """Whether number words in a text without blanks are words, not parts of others."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if before.isdigit() or _follows_point(run, text, lexicon):
        return True
    if lexicon.begins_word and before.isalpha():
        return False
    if len(run[0]) > 1 or lexicon.alone is None:
        return True
    if alone and (not after.isalpha() or lexicon.between.match(text, run.end())):
        return True
    if run[0] in lexicon.never_alone and not alone:
        return False
    return after == " " or bool(lexicon.alone.match(text, run.end()))


def _follows_point(run: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Whether digits are written onto a point and a number of several signs: Korean 백칠점팔. After
    one sign the same letters are a word, 이점이.
    """
    point = lexicon.point
    if lexicon.compound is None or not point or not text.endswith(point, 0, run.start()):
        return False
    end = run.start() - len(point)
    numbers = lexicon.compound.finditer(text, max(0, end - 4 * _LONGEST_UNSPACED), end)
    return any(found.end() == end and len(found[0]) > 1 for found in numbers)


def _build_numbers(
    pieces: Sequence[_Piece], text: str, lexicon: Lexicon, *, blanks: bool
) -> list[Quantity]:
    """The numbers of some pieces. Without `blanks` between their words, only ten thousands stand
    apart: Korean 이만 오천 is one number, and 십 일 ten days.
    """
    groups: list[_Group] = []
    for piece in pieces:
        if _add_after_noun(groups, piece, text, lexicon):
            continue
        if groups:
            group, number = groups[-1]
            gap = text[group[-1].end : piece.start]
            joined = (piece.joined and gap in _GAPS) or bool(
                lexicon.joiner.fullmatch(gap.replace("\u00a0", " "))
            )
            apart = lexicon.always_joined and not joined and _is_added(piece.form)
            times = piece.form.role == "x" and (gap in _MORE or lexicon.linker.fullmatch(gap))
            if not (blanks or not gap or group[-1].digits or group[-1].form.value >= _MYRIAD):
                apart = not (joined or times)
            fits = (gap in _GAPS or joined or times) and not apart
            if piece.digits:
                fits = fits and _continues(piece, text[piece.end : piece.end + 1], lexicon)
            if fits and number.add(piece.form, joined, piece.joined):
                group.append(piece)
                continue
        groups.append(([piece], NumberBuilder(piece.form, lexicon.ordinal_tens)))
    return [_make_quantity(group, number) for group, number in groups]


def _continues(digits: _Piece, after: str, lexicon: Lexicon) -> bool:
    """Whether digits go on with a number before them, as they are thousands or have what multiplies
    them: Korean 3천5백만, 37만 5,000.
    """
    form = lexicon.forms.get(after)
    is_scaled = form is not None and form.role == "x"
    return not lexicon.spaced and (is_scaled or digits.form.value >= _LEAST_SCALE)


def _add_after_noun(groups: Sequence[_Group], piece: _Piece, text: str, lexicon: Lexicon) -> bool:
    """Add a fraction to the number whose noun is before it, its unit left to follow the number:
    Arabic ثلاثة مليلترات وربع. Where more than a noun is between, a fraction of a noun of its own
    is another number: three tablets in the morning and half a tablet.
    """
    if not (piece.joined and (piece.form.role == "/" or 0 < piece.form.value < 1)):
        return False
    has_noun = lexicon.counters.match(text, piece.end)
    for group, number in reversed(groups[-2:]):
        if not group[-1].form.guessed:  # مليغرامًا looks like a dual
            words = text[group[-1].end : piece.start]
            noun = _NOUN.fullmatch(words)
            if not noun or (noun[1] and has_noun):
                return False
            return number.add(piece.form, joined=True, units_first=True)
    return False


def _is_added(form: Form) -> bool:
    """Whether a word is added to what is before it; it does not multiply or divide it."""
    return form.role == "" or (form.role == "#" and form.value < 3)


def _make_quantity(group: Sequence[_Piece], number: NumberBuilder) -> Quantity:
    if number.count == 1 and group[0].digits:
        return group[0].digits
    return Quantity(
        group[0].start,
        group[-1].end,
        number.value,
        unit=number.unit,
        sure=number.sure or (number.count > 1 and number.value > 10),
        spelled=not any(piece.digits for piece in group),
        ordinal=number.ordinal,
        idiom=number.guessed,
        alternatives=number.alternatives,
    )
