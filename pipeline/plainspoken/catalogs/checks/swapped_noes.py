"""Which of two words a no belongs to: swallow them, do not chew them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from ...diagnostics.rule import Place
from ...languages import Language
from .denial import CLAUSE_END, compile_cue, count_noes

_MARGIN = 6
"""Characters: how much nearer a no is to the word that it denies than to the other one."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_BETWEEN = 1
Senses = Mapping[str, tuple[Place, ...]]


def find_swapped_no(
    sentences: Sequence[str],
    languages: Sequence[Language],
    senses: Sequence[Senses],
    starts: Sequence[int],
    denied: Mapping[str, Set[str]],
) -> tuple[Place, ...]:
    """Where a sentence and its translation say two senses, each once, and deny the other one."""
    for sense, other in _list_pairs(denied):
        if all(len(each.get(name, ())) == 1 for each in senses for name in (sense, other)):
            found = [
                find_denied(
                    text,
                    language,
                    *(
                        (first - start, last - start)
                        for first, last in (places[sense][0], places[other][0])
                    ),
                )
                for text, language, places, start in zip(
                    sentences, languages, senses, starts, strict=True
                )
            ]
            if found[0] is not None and found[1] is not None and found[0] != found[1]:
                names = [(sense, other)[at] for at in found if at is not None]
                return tuple(each[name][0] for each, name in zip(senses, names, strict=True))
    return ()


def _list_pairs(denied: Mapping[str, Set[str]]) -> Iterator[tuple[str, str]]:
    for sense, others in denied.items():
        yield from ((sense, other) for other in sorted(others) if sense < other)


def find_denied(text: str, language: Language, *places: Place) -> int | None:
    """Which of two places the only no of a text stands nearer to; none where it may be either."""
    noes = [found.span() for found in compile_cue(language, "strong").finditer(text)]
    if not noes or count_noes(text, language) != 1:
        return None
    near, far = (min(_measure_distance(text, no, place) for no in noes) for place in places)
    touches = 0 in (near, far)  # as the ending of a verb does
    if near == far or (abs(near - far) < _MARGIN and not touches):
        return None
    return 0 if near < far else 1


def find_denied_clause(text: str, language: Language, *places: Place) -> int | None:
    """Which of two places stands in a clause with the only no of a text, the other one in another
    clause; none where that cannot be told, as in a list: no milk, cheese or eggs.
    """
    noes = [found.span() for found in compile_cue(language, "strong").finditer(text)]
    if not noes or count_noes(text, language) != 1:
        return None
    first, second = sorted(places)
    if len(_WORD.findall(text[first[1] : second[0]])) < _WORDS_BETWEEN:
        return None
    near = [
        at
        for at, place in enumerate(places)
        if any(_measure_distance(text, no, place) < len(text) for no in noes)
    ]
    return near[0] if len(near) == 1 and len(places) == 2 else None


def _measure_distance(text: str, no: Place, word: Place) -> int:
    """How far a no is from a word, in characters; another clause is farthest."""
    first, second = sorted((no, word))
    between = text[first[1] : second[0]]
    return len(between) + (len(text) if CLAUSE_END.search(between) else 0)
