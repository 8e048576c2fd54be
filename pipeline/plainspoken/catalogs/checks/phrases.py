"""Find the words of lists of a language in a text: those of `opposites.toml` and `things.toml`.

Such a list has concepts, each with the words that say it, a bar between them: `milk = "milk"`. A
star stands for any letters, `…` for up to three words. A concept of `opposites.toml` has a list for
each of its poles. What `idioms` has says nothing. Where several phrases of a concept begin at the
same word, the longest counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from ...diagnostics.rule import Place
from ...languages import Language
from ...quantities.normalize import find_plain_words, fold_text
from .inflected_match import list_heads, tokenize

ListName = Literal["opposites", "things"]
"""Of a file of a language, and of the table in it."""
_IDIOMS = "idioms"
_GAP = "…"
_WIDEST = 3
"""Words that a gap may stand for."""
_SEPARATOR = "\x1f"
"""Between words of poles, to fold all at once."""
Token = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as the data have it, and what may stand beside its letters."""

    letters: str
    open_start: bool = False
    open_end: bool = False

    def match(self, token: Token, language: Language) -> Place | None:
        """Where its letters stand in a token."""
        word, _, end = token
        for head in list_heads(word, language):
            at = head.find(self.letters, 0 if self.open_end else len(head) - len(self.letters))
            if at == 0 or (at > 0 and self.open_start):
                start = end - len(head) + at
                return start, start + len(self.letters)
        return None


# Thousands of objects: plain tuples of text, which need no look of the garbage collector.
_Phrase = tuple[str, int, str]
"""A concept, a pole, and what says it, folded, as the data have it."""
_First = tuple[str, bool, str, int, str]
"""The letters of the first word of a phrase, whether it may go on, and the phrase."""


class Hit(NamedTuple):
    """A phrase that stands in a text."""

    concept: str
    pole: int
    start: int
    end: int
    letters: tuple[Place, ...]
    """Where what the data have of it stands, the endings of its words left out."""


@lru_cache(1024)
def find_hits(
    text: str,
    language: Language,
    concepts: frozenset[str] = frozenset(),
    words: ListName = "opposites",
) -> Mapping[str, list[Hit]]:
    """The words of concepts in a folded text, by concept; `concepts` are the only ones to find."""
    find = _find_letters if language.written_together else _find_words
    hits = list(find(text, language, concepts, words))
    hits.sort(key=lambda hit: (hit.start, -hit.letters[-1][1]))
    idioms = [(hit.start, hit.end) for hit in hits if hit.concept == _IDIOMS]
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        before = found.setdefault(hit.concept, [])
        covered = any(start <= hit.start and hit.end <= end for start, end in idioms)
        if hit.concept != _IDIOMS and not covered and (not before or before[-1].end <= hit.start):
            before.append(hit)
    return {concept: hits for concept, hits in found.items() if hits}


def _find_words(
    text: str, language: Language, concepts: frozenset[str], words: ListName
) -> Iterator[Hit]:
    tokens = tokenize(text)
    for at, (word, _, _) in enumerate(tokens):
        for concept, pole, said in _list_candidates(word, language, words):
            # What only a translation may say is of no use where no concepts are given.
            if (concept not in concepts if concepts else pole > 1) and concept != _IDIOMS:
                continue
            if places := _match(_read_words(said), tokens, at, language):
                end = places[-1][1]
                if end > tokens[at][2]:
                    end = next(last for _, _, last in tokens[at:] if last >= end)
                yield Hit(concept, pole, places[0][0], max(end, tokens[at][2]), places)


@lru_cache(65536)
def _list_candidates(word: str, language: Language, words: ListName) -> tuple[_Phrase, ...]:
    """The phrases whose first word a word may be."""
    index = _index_phrases(language, words)
    return tuple(
        (concept, pole, said)
        for head in list_heads(word, language)
        for letters, is_open, concept, pole, said in (*index.get(head[:2], ()), *index[""])
        if head == letters or (is_open and head.startswith(letters))
    )


def _match(
    words: Sequence[_Word | None], tokens: Sequence[Token], at: int, language: Language
) -> tuple[Place, ...]:
    """Where words stand from a token on; nothing where they do not."""
    places: list[Place] = []
    for place, word in enumerate(words):
        if word is None:
            gaps = range(at, at + _WIDEST + 1)
            rest = words[place + 1 :]
            found = (_match(rest, tokens, start, language) for start in gaps)
            after = next(filter(None, found), ())
            return (*places, *after) if after else ()
        if at >= len(tokens):
            return ()
        found_at = word.match(tokens[at], language)
        if found_at is None:
            return ()
        places.append(found_at)
        at += 1
    return tuple(places)


def _find_letters(
    text: str, language: Language, concepts: frozenset[str], words: ListName
) -> Iterator[Hit]:
    """Those of a language that has no spaces between words, the longest first."""
    taken: dict[str, list[Place]] = {}
    for concept, pole, letters in _list_letters(language, words):
        if concepts and concept not in concepts and concept != _IDIOMS:
            continue
        start = text.find(letters)
        while start >= 0:
            end = start + len(letters)
            others = taken.setdefault(concept, [])
            if not any(first < end and start < last for first, last in others):
                others.append((start, end))
                yield Hit(concept, pole, start, end, ((start, end),))
            start = text.find(letters, end)


@cache
def _list_phrases(language: Language, words: ListName) -> tuple[_Phrase, ...]:
    table = language.table(words, words)
    names = list(_list_poles(table))
    folded = fold_text(_SEPARATOR.join(said for _, _, said in names)).split(_SEPARATOR)
    return tuple(
        (concept, pole, phrase)
        for (concept, pole, _), said in zip(names, folded, strict=False)
        for phrase in said.split("|")
        if phrase
    )


def _list_poles(table: Mapping[str, Any]) -> Iterator[tuple[str, int, str]]:
    """Each concept and pole with what says it; things have names within a group: `drink milk`."""
    for concept, poles in table.items():
        if isinstance(poles, Mapping):
            yield from ((f"{concept} {name}", 0, said) for name, said in poles.items())
        else:
            said_by = [poles] if isinstance(poles, str) else poles
            yield from ((concept, pole, said) for pole, said in enumerate(said_by))


@cache
def _read_words(phrase: str) -> tuple[_Word | None, ...]:
    words: list[_Word | None] = []
    for part in phrase.split():
        if part == _GAP:
            words.append(None)
            continue
        tokens = _split_part(part)
        last = len(tokens) - 1
        for at, letters in enumerate(tokens):
            is_open = at == 0 and part.startswith("*"), at == last and part.endswith("*")
            words.append(_Word(letters, *is_open))
    return tuple(words)


def _split_part(part: str) -> list[str]:
    bare = part.strip("*")
    return [bare] if bare.isalpha() else [found[0] for found in find_plain_words(part)]


@cache
def _index_phrases(language: Language, words: ListName) -> Mapping[str, Sequence[_First]]:
    """First words of phrases by their first two letters; by none where they have fewer, or where
    they may begin anyhow.
    """
    index: dict[str, list[_First]] = {"": []}
    for phrase in _list_phrases(language, words):
        part = phrase[2].partition(" ")[0]
        first = [] if part.startswith("*") or part == _GAP else _split_part(part)
        if not first:
            index[""].append(("", True, *phrase))
            continue
        is_open = part.endswith("*") and len(first) == 1
        key = "" if is_open and len(first[0]) < 2 else first[0][:2]
        index.setdefault(key, []).append((first[0], is_open, *phrase))
    return index


@cache
def _list_letters(language: Language, words: ListName) -> tuple[_Phrase, ...]:
    """Phrases of a language that has no spaces between words, the longest first."""
    found = (
        (concept, pole, said.replace("*", ""))
        for concept, pole, said in _list_phrases(language, words)
    )
    return tuple(sorted(found, key=lambda phrase: -len(phrase[2])))
