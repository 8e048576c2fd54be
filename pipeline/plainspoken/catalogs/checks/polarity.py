"""Find words that have opposites, such as safe and dangerous, in a text and in its translation.

A language's `opposites.toml` has two poles for each concept, each with words that say it, a bar
between them: `safe = ["safe*|harmless*", "danger*|at risk"]`. A star stands for any letters, `…`
for up to three words. A third pole has words that say the first one only in a translation, as have
does where the text says lack; a fourth, words that say the second one, but only where the text
does, too: without is lack, and no opposite of plenty. What `idioms` has says nothing. Where several
of a concept begin at the same word, the longest counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from ...diagnostics.rule import Place
from ...languages import Language
from ...quantities.normalize import find_plain_words, fold_text
from .inflected_match import list_heads, tokenize

_IDIOMS = "idioms"
_GAP = "…"
_WIDEST = 3
"""Words that a gap may stand for."""
_FILLER = "x"
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


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a text and its translation say of the same concepts."""

    turned: tuple[tuple[Place, Place], ...]
    """Where one has a word, and the other one the opposite of it."""
    is_mixed: bool
    """Whether one of both has a word and its opposite, so that the other cannot be told."""
    alike: tuple[tuple[Place, Place], ...]
    """Where both have a word of the same pole, each only once."""
    plain: tuple[str, str]
    """Both, with words of concepts that both have filled up, for other rules to look at."""


@lru_cache(1024)
def compare_poles(source: str, target: str, languages: tuple[Language, Language]) -> Polarity:
    """Compare the concepts of two folded texts."""
    ours = find_hits(source, languages[0]) if _list_phrases(languages[1]) else {}
    theirs = find_hits(target, languages[1], frozenset(ours)) if ours else {}
    turned: list[tuple[Place, Place]] = []
    alike: list[tuple[Place, Place]] = []
    filled: tuple[list[Hit], list[Hit]] = [], []
    same: tuple[list[Hit], list[Hit]] = [], []
    is_mixed = False
    for concept in ours.keys() & theirs.keys():
        said = [hit for hit in ours[concept] if hit.pole < 2]
        poles = {hit.pole for hit in said}
        told = {hit.pole for hit in theirs[concept]}
        found = [
            hit
            for hit in theirs[concept]
            if hit.pole < 2 or (poles == {1} and (hit.pole == 3 or not told & {0, 1, 3}))
        ]
        answers = {hit.pole % 2 for hit in found}
        if not poles or not answers:
            continue
        if len(poles) != len(answers):
            is_mixed = True
            continue
        places = (said[0].start, said[0].end), (found[0].start, found[0].end)
        if poles != answers:
            turned.append(places)
        else:
            same[0].extend(said)
            same[1].extend(found)
            if len(said) == len(found) == 1:
                alike.append(places)
        filled[0].extend(said)
        filled[1].extend(found)
    # Of contains no perfume and perfume-free, free is a part of what is alike.
    turned = [places for places in turned if not any(map(_is_part_of_any, places, same))]
    plain = _fill(source, filled[0]), _fill(target, filled[1])
    return Polarity(tuple(sorted(turned)), is_mixed, tuple(sorted(alike)), plain)


def _is_part_of_any(place: Place, hits: Sequence[Hit]) -> bool:
    return any(
        hit.start <= place[0] and place[1] <= hit.end and hit.end - hit.start > place[1] - place[0]
        for hit in hits
    )


def find_hits(
    text: str, language: Language, concepts: frozenset[str] = frozenset()
) -> Mapping[str, list[Hit]]:
    """The words of concepts in a folded text, by concept; `concepts` are the only ones to find."""
    if language.written_together:
        hits = list(_find_letters(text, language, concepts))
    else:
        hits = list(_find_words(text, language, concepts))
    hits.sort(key=lambda hit: (hit.start, -hit.letters[-1][1]))
    idioms = [(hit.start, hit.end) for hit in hits if hit.concept == _IDIOMS]
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        before = found.setdefault(hit.concept, [])
        covered = any(start <= hit.start and hit.end <= end for start, end in idioms)
        if hit.concept != _IDIOMS and not covered and (not before or before[-1].end <= hit.start):
            before.append(hit)
    return {concept: hits for concept, hits in found.items() if hits}


def _find_words(text: str, language: Language, concepts: frozenset[str]) -> Iterator[Hit]:
    tokens = tokenize(text)
    for at, (word, _, _) in enumerate(tokens):
        for concept, pole, said in _list_candidates(word, language):
            # What only a translation may say is of no use where no concepts are given.
            if (concept not in concepts if concepts else pole > 1) and concept != _IDIOMS:
                continue
            if places := _match(_read_words(said), tokens, at, language):
                end = places[-1][1]
                if end > tokens[at][2]:
                    end = next(last for _, _, last in tokens[at:] if last >= end)
                yield Hit(concept, pole, places[0][0], max(end, tokens[at][2]), places)


@lru_cache(65536)
def _list_candidates(word: str, language: Language) -> tuple[_Phrase, ...]:
    """The phrases whose first word a word may be."""
    index = _index_phrases(language)
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


def _find_letters(text: str, language: Language, concepts: frozenset[str]) -> Iterator[Hit]:
    """Those of a language that has no spaces between words, the longest first."""
    taken: dict[str, list[Place]] = {}
    for concept, pole, letters in _list_letters(language):
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


def _fill(text: str, hits: Sequence[Hit]) -> str:
    for hit in hits:
        for start, end in hit.letters:
            text = text[:start] + _FILLER * (end - start) + text[end:]
    return text


@cache
def _list_phrases(language: Language) -> tuple[_Phrase, ...]:
    table = language.table("opposites", "opposites")
    names = [
        (concept, pole, words)
        for concept, poles in table.items()
        for pole, words in enumerate([poles] if isinstance(poles, str) else poles)
    ]
    folded = fold_text(_SEPARATOR.join(words for _, _, words in names)).split(_SEPARATOR)
    return tuple(
        (concept, pole, said)
        for (concept, pole, _), words in zip(names, folded, strict=False)
        for said in words.split("|")
        if said
    )


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
def _index_phrases(language: Language) -> Mapping[str, Sequence[_First]]:
    """First words of phrases by their first two letters; by none where they have fewer, or where
    they may begin anyhow.
    """
    index: dict[str, list[_First]] = {"": []}
    for phrase in _list_phrases(language):
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
def _list_letters(language: Language) -> tuple[_Phrase, ...]:
    """Phrases of a language that has no spaces between words, the longest first."""
    found = (
        (concept, pole, said.replace("*", "")) for concept, pole, said in _list_phrases(language)
    )
    return tuple(sorted(found, key=lambda phrase: -len(phrase[2])))
