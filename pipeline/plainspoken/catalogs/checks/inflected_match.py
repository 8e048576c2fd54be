"""Find a word or phrase in a text, in whatever form a language gives it there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ...diagnostics.rule import Place
from ...languages import Language
from ...quantities.normalize import find_plain_words, fold_text

_ENDINGS = "aeiouyæøåаеиоуыэюяьйαεηιουωηاهیوऻािीुूेैोौ"
"""Letters that a name may lose when it is inflected."""
PhraseIndex = Mapping[str, Sequence[int]]
"""Places of phrases, by what all forms of the first word begin with."""
_SHARED = 2
"""Letters with which all forms of a word begin; its last letter is never one of them."""


def find_phrase(phrase: str, text: str, language: Language, strict: bool = False) -> Place | None:
    """Where a phrase stands in a folded text, inflected or not; `strict` for names."""
    sought = _fold(phrase)
    if language.written_together:
        at = text.find(sought)
        return (at, at + len(sought)) if at >= 0 and sought else None
    parts = [word for word, _, _ in tokenize(sought)]
    # All forms of a word with -s or -es begin with all but its last letter.
    if language.inflection == "plural-s" and parts and parts[0][:-1] not in text:
        return None
    found = tokenize(text)
    for at in range(len(found) - len(parts) + 1 if parts else 0):
        run = found[at : at + len(parts)]
        if _is_form(parts[0], run[0][0], language, strict, len(parts)) and all(
            _is_form(part, word, language, strict, len(parts))
            for part, (word, _, _) in zip(parts[1:], run[1:], strict=True)
        ):
            return run[0][1], run[-1][2]
    return None


def index_phrases(phrases: Sequence[str], language: Language) -> PhraseIndex:
    """The places of phrases among some, by how their first words begin, for `select_phrases`."""
    index: dict[str, list[int]] = {}
    for place, phrase in enumerate(phrases):
        parts = [] if language.written_together else tokenize(_fold(phrase))
        first = drop_accents(parts[0][0]) if parts else ""
        shared = 0 if language.inflection == "prefix" else min(_SHARED, max(len(first) - 1, 0))
        index.setdefault(first[:shared], []).append(place)
    return index


def select_phrases(index: PhraseIndex, text: str) -> list[int]:
    """The places of those phrases that can stand in a folded text: for `find_phrase` to look at."""
    words = {drop_accents(word) for word, _, _ in tokenize(text)}
    starts = {word[:length] for word in words for length in range(_SHARED + 1)}
    return sorted(place for start in {"", *starts} for place in index.get(start, ()))


def find_any(
    phrases: Sequence[str], text: str, language: Language, strict: bool = False
) -> Place | None:
    """Where the first of several phrases stands that does."""
    places = (find_phrase(phrase, text, language, strict) for phrase in phrases)
    return next((place for place in places if place), None)


_fold = lru_cache(4096)(fold_text)


@lru_cache(512)
def tokenize(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a folded text, and from where to where each stands."""
    return tuple((found[0], *found.span()) for found in find_plain_words(text))


@lru_cache(65536)
def _is_form(part: str, word: str, language: Language, strict: bool, count: int) -> bool:
    if part == word:
        return True
    if language.inflection == "plural-s":
        stem = part[:-1] + "ies" if part.endswith("y") else part
        return word in (part + "s", part + "es", stem)
    if language.inflection == "particles":
        return word.startswith(part)
    if language.inflection == "prefix":
        bare = {_drop_prefix(part, language), part}
        heads = list_heads(word, language)
        return any(_has_same_stem(form, head, strict, count) for form in bare for head in heads)
    return _has_same_stem(drop_accents(part), drop_accents(word), strict, count)


def list_heads(word: str, language: Language) -> tuple[str, ...]:
    """A word, and where a language writes words such as and, in, the before it, what is left
    without them, twice at most; the longest first.
    """
    if language.inflection != "prefix":
        return (word,)
    shorter = _drop_prefix(word, language)
    return tuple(dict.fromkeys((word, shorter, _drop_prefix(shorter, language))))


def _drop_prefix(word: str, language: Language) -> str:
    found = re.match(language.text.get("prefix", ""), word)
    return word[found.end() :] if found else word


def _has_same_stem(part: str, word: str, strict: bool, count: int) -> bool:
    if part == word:
        return True
    same = 0  # letters that both begin with
    while same < min(len(part), len(word)) and part[same] == word[same]:
        same += 1
    left, more = len(part) - same, len(word) - same
    if strict:
        return same >= 3 and more <= 3 and (left == 0 or (left == 1 and part[-1] in _ENDINGS))
    if len(part) <= 3:
        near = count > 1 and same > 0 and len(part) > 1 and len(word) <= 3
        return near or (left == 0 and more <= 2 and len(part) > 1)
    if len(part) >= 5 and part in word:
        return True
    return same >= 3 and left <= 3 and more <= 5 and same * 10 >= len(part) * 6


@lru_cache(65536)
def drop_accents(word: str) -> str:
    """A word without accents."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not "\u0300" <= sign <= "\u036f")
