"""How texts say no: the words for it that a language's `checks.toml` has below [negation]."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from ...diagnostics.rule import Place
from ...languages import Language
from ...quantities.language_data import join_patterns
from ...quantities.normalize import compile_pattern
from .senses import begins_word

_BESIDE = 12
"""Characters: noes nearer than this deny the same."""
_ADJOINING = 5
"""Characters: a short word, such as of, may stand between a no and what it denies."""
_NEAR = 20
"""Characters: a no within the same clause that is nearer may deny a word."""
Said = tuple[str, Language]
"""A folded text, and its language."""
_COMMA = re.compile("[,،，]")
CLAUSE_END = re.compile("[,;:.!?—。；：，、]")


@cache
def compile_cue(language: Language, name: str) -> re.Pattern[str]:
    """The words of a kind by which a language says no: strong, weak, without, forbids, idioms;
    `forget` are its verbs for that, `ill` its words for who may be not well, `only` and `but` those
    that say together what only says, or nobody but; `restricts` those that surely are only;
    `lacks` those for who surely is without, such
    as deprived of; `nor` those that only go on with a no; `anymore` says no to what was, and `ends`
    that it is gone; `still` says what goes on, and has not stopped, and
    `then` that something is done at a time and not before. Where a no has two parts, as in
    French ne pas, `counted` are those that are counted.

    Weak words may well be a no in another language: unless, avoid, unwell. Idioms have a strong
    word and deny nothing: no more than, not only.
    """
    found = language.table("checks", "negation").get(name, ())
    # Where all of some begin where a word does, most places are passed by at once.
    joined = (
        rf"\b(?:{'|'.join(some)})" if begins_word(some) else "|".join(some)
        for some in _group([found] if isinstance(found, str) else found)
    )
    return compile_pattern(join_patterns(joined))


def _group(patterns: Sequence[str]) -> Iterator[list[str]]:
    """Patterns in their order, those together that begin where a word does, and the others."""
    for _, some in groupby(patterns, begins_word):
        yield list(some)


def has_cue(text: Said, *names: str) -> bool:
    """Whether a text has a word of one of these kinds."""
    return any(compile_cue(text[1], name).search(text[0]) for name in names)


def denies(text: str, language: Language) -> bool:
    """Whether a text has a strong word for no, those of idioms left out."""
    plain = compile_cue(language, "idioms").sub(" ", text)
    return bool(compile_cue(language, "strong").search(plain))


def forbids(text: str, language: Language) -> bool:
    """Whether a text forbids something with no word for no: avoid."""
    return has_cue((text, language), "forbids")


def count_noes(sentence: str, language: Language) -> int:
    """How often a sentence denies; noes beside each other are one, as in Polish nigdy nie."""
    count, end = 0, -_BESIDE
    for match in compile_cue(language, "strong").finditer(sentence):
        between = sentence[max(end, 0) : match.start()]
        if match.start() - end >= _BESIDE or _COMMA.search(between):
            count += 1
        end = match.end()
    return count


def count_noes_outside(
    text: str, language: Language, senses: Mapping[str, tuple[Place, ...]], start: int
) -> int:
    """How often a sentence that starts there denies outside its senses: a no within one, as in
    Spanish a no ser que for unless, denies nothing else.
    """
    for first, last in (place for places in senses.values() for place in places):
        text = f"{text[: first - start]}{' ' * (last - first)}{text[last - start :]}"
    return count_noes(text, language)


def has_cue_next_to(text: str, language: Language, place: Place, cue: str) -> bool:
    """Whether a word of a kind stands just before or after a place in a text, not within it; what
    has words between its own, such as keep it dry, denies those.
    """
    for found in compile_cue(language, cue).finditer(text):
        if found[0].count(" ") > 1:
            continue
        first, last = sorted((found.span(), place))
        if first[1] <= last[0] <= first[1] + _ADJOINING:
            return not CLAUSE_END.search(text[first[1] : last[0]])
    return False


def has_cue_beside(
    text: str, language: Language, place: Place, cue: str, near: int = _NEAR
) -> bool:
    """Whether a word of a kind stands near a place in a text, in the same clause."""
    for found in compile_cue(language, cue).finditer(text):
        first, last = sorted((found.span(), place))
        between = text[first[1] : last[0]]
        if len(between) < near and not CLAUSE_END.search(between):
            return True
    return False
