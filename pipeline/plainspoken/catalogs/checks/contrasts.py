"""Find words of a text whose opposites stand in its translation: before and after, left and right.

A sense is what some words of a language say: `before`. A language's `meaning.toml` has a table for
each rule, with a pattern for each sense. Where patterns of two senses begin at the same place, the
one that is written first counts, so that longer phrases come first; what `idioms` matches says
none. A name of several senses, as in "until only_if", is for words that may say any of them.
Patterns may use (?:…), and no group that captures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ...diagnostics.errors import LanguageError
from ...diagnostics.finding import Finding
from ...diagnostics.rule import Draft, Place
from ...languages import Language
from ...quantities.language_data import join_patterns
from ...quantities.normalize import compile_pattern
from .context import Pair
from .denial import count_noes, forbids
from .swapped_noes import find_swapped_no

_IDIOMS = "idioms"
_PLAIN = frozenset({"if"})
"""Senses that stand within others: not until you are told is not if you are not."""
_NOT_PARTS = re.compile(r"\\[^b]|\[[^\]]*\]")
_GROUP = re.compile(r"\([^()]*\)")
Opposites = Mapping[str, frozenset[str]]
"""To each sense those that say something else: a translation may not have them in its place."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Senses that exclude each other."""

    table: str
    """Of `meaning.toml`."""
    opposites: Opposites
    negated: Mapping[str, str] = field(default_factory=dict)
    """What a sense says where its sentence denies it: no more than is at most."""
    needed: frozenset[str] = frozenset()
    """Senses that a translation must have, whatever else it says."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """What may say a sense, too: may says what is possible, and what is allowed."""
    turned: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What says the same as a sense where text or translation denies it, and the other does not:
    not unless is only if, not before is after.
    """
    denying: frozenset[str] = frozenset()
    """Senses of `turned` that have a no within: only if is not unless, whatever else is denied."""
    denied: Opposites = field(default_factory=dict)
    """Senses of which a text may order one and forbid the other: swallow, do not chew."""
    counted: bool = False
    """Whether an opposite counts, too, that the text has, but the translation more often."""


def exclude_each_other(*groups: str) -> Opposites:
    """Opposites of senses, given as words: each to all others of its group."""
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        senses = frozenset(group.split())
        for sense in senses:
            found[sense] = found.get(sense, frozenset()) | (senses - {sense})
    return found


@dataclass(frozen=True, slots=True)
class Senses:
    """What a sentence says in a table."""

    places: Mapping[str, tuple[Place, ...]]
    """Where each sense stands in the whole text."""
    named: tuple[frozenset[str], ...] = ()
    """The senses of each name that was found: of several, its words may say any."""


def find_swaps(pair: Pair, contrast: Contrast) -> Iterator[Draft]:
    """Where a text has a sense that its translation lacks, and the translation an opposite that
    the text lacks, or has less often; where it lacks a needed one.
    """
    languages = pair.facts.source_language, pair.language
    if not all(language.table("meaning", contrast.table) for language in languages):
        return
    if pair.source.text == pair.target.text:
        return  # not translated at all, which is another rule's
    for sentences, starts in pair.sentences:
        senses = find_senses(sentences[0], languages[0], contrast.table, starts[0])
        ours = senses.places
        if ours:
            theirs = find_senses(sentences[1], languages[1], contrast.table, starts[1]).places
            said: Set[str] = frozenset()
            implied = ours
            # Words that may say something else, too, say nothing that is needed.
            surely = (
                names
                for names in senses.named
                if names <= contrast.needed and not names & theirs.keys()
            )
            needed = frozenset[str]().union(*surely)
            if contrast.negated or contrast.turned:
                texts = zip(sentences, languages, (ours, theirs), starts, strict=True)
                noes = [_count_free_noes(*text) for text in texts]
                if bool(noes[0]) != bool(noes[1]):  # avoid is a no where the other text has one
                    forbidding = map(forbids, sentences, languages)
                    noes = [
                        no or int(forbidden) for no, forbidden in zip(noes, forbidding, strict=True)
                    ]
                said = {sense for sense in ours if _is_turned(sense, theirs, noes, contrast)}
                ours = _add_negated(ours, contrast) if noes[0] else ours
                # Not if is unless, and that, denied, too, only if not.
                implied = _add_negated(ours, contrast) if noes[0] else ours
                # Where both deny as often, the no may well belong to another word.
                theirs = _add_negated(theirs, contrast) if noes[1] > noes[0] else theirs
            yield from _compare(ours, theirs, implied, needed, said, pair, contrast)
            if contrast.denied:
                places = find_swapped_no(
                    sentences, languages, (ours, theirs), starts, contrast.denied
                )
                yield from _report_swapped_no(places, pair)


def _report_swapped_no(places: tuple[Place, ...], pair: Pair) -> Iterator[Draft]:
    if places:
        shown = pair.source.original(*places[0]), pair.target.original(*places[1])
        message = f"the no of “{shown[0].strip()}” became that of “{shown[1].strip()}”"
        hint = "See that the translation forbids what the text does."
        yield Draft(message, hint, None, places[:1], places[1:])


def _count_free_noes(
    text: str, language: Language, senses: Mapping[str, tuple[Place, ...]], start: int
) -> int:
    """How often a sentence denies without its senses: a no within one, as in Spanish a no ser que
    for unless, denies nothing else.
    """
    for first, last in (place for places in senses.values() for place in places):
        text = f"{text[: first - start]}{' ' * (last - first)}{text[last - start :]}"
    return count_noes(text, language)


def _is_turned(
    sense: str,
    theirs: Mapping[str, tuple[Place, ...]],
    noes: Sequence[int],
    contrast: Contrast,
) -> bool:
    """Whether a translation says a sense by what says the same where one of both denies it."""
    turned = contrast.turned.get(sense, frozenset())
    if not turned & theirs.keys():
        return False
    if sense in contrast.denying and contrast.opposites[sense] & theirs.keys() - turned - _PLAIN:
        return False  # even if is no unless, whatever is denied
    return bool(noes[0]) != bool(noes[1]) or (noes[1] > 0 and sense in contrast.denying)


def _compare(
    ours: Mapping[str, tuple[Place, ...]],
    theirs: Mapping[str, tuple[Place, ...]],
    implied: Mapping[str, tuple[Place, ...]],
    needed: frozenset[str],
    said: Set[str],
    pair: Pair,
    contrast: Contrast,
) -> Iterator[Draft]:
    for sense, (place, *_) in ours.items():
        negated = contrast.negated.get(sense)
        if (
            _says_as_often(sense, ours, theirs, contrast)
            or sense in said
            or (negated in ours and negated in theirs)
        ):
            continue
        if contrast.alike.get(sense) in theirs or any(
            origin in theirs
            for origin in ours
            if contrast.negated.get(origin) == sense and ours[origin] == ours[sense]
        ):
            continue
        shown = pair.source.original(*place).strip()
        wrong = {
            other
            for other in contrast.opposites.get(sense, frozenset()) & theirs.keys()
            if (other not in ours or (contrast.counted and len(theirs[other]) > len(ours[other])))
            and contrast.alike.get(other) not in ours
            and (other in ours or implied.get(other) != ours[sense])
        }
        if wrong:
            other = theirs[min(wrong, key=lambda name: theirs[name])][-1]
            message = f"“{shown}” became “{pair.target.original(*other).strip()}”"
            hint = "See that the translation says what the text does."
            yield Draft(message, hint, None, (place,), (other,))
            return
        if sense in needed:
            hint = "See that the translation says it, too."
            yield Draft(f"“{shown}” is missing in the translation", hint, None, (place,))
            return


def _says_as_often(
    sense: str,
    ours: Mapping[str, tuple[Place, ...]],
    theirs: Mapping[str, tuple[Place, ...]],
    contrast: Contrast,
) -> bool:
    """Whether a translation has a sense of its text; where counted, not once the less for an
    opposite: reduce to lower is not reduce to raise.
    """
    if sense not in theirs:
        return False
    lost = len(ours[sense]) - len(theirs[sense])
    turned = contrast.opposites.get(sense, frozenset()) & theirs.keys() - ours.keys()
    return not (contrast.counted and lost == 1 and len(turned) == 1)


def _add_negated(
    senses: Mapping[str, tuple[Place, ...]], contrast: Contrast
) -> Mapping[str, tuple[Place, ...]]:
    """The senses of a sentence that denies, and what they say by its no."""
    found = dict(senses)
    for sense, negated in contrast.negated.items():
        if sense in senses:  # and no other that was added: one no does not deny twice
            found.setdefault(negated, found[sense])
    return found


@lru_cache(1024)
def find_senses(text: str, language: Language, table: str, start: int) -> Senses:
    """The senses of a sentence that starts there in the whole text."""
    names, pattern = _compile_senses(language, table)
    places: dict[str, tuple[Place, ...]] = {}
    named = []
    for match in pattern.finditer(text):
        senses = names[(match.lastindex or 1) - 1]
        named.append(senses)
        place = (start + match.start(), start + match.end())
        for sense in senses:
            places[sense] = (*places.get(sense, ()), place)
    return Senses(places, tuple(named))


@cache
def _compile_senses(
    language: Language, table: str
) -> tuple[tuple[frozenset[str], ...], re.Pattern[str]]:
    patterns = language.table("meaning", table)
    # Idioms first: what they match says nothing.
    names = sorted(patterns, key=lambda name: name != _IDIOMS)
    expressions = [join_patterns(patterns[name]) for name in names]
    each = "|".join(f"({expression})" for expression in expressions)
    # Where all begin where a word does, most places are passed by at once.
    pattern = compile_pattern(
        rf"\b(?:{each})" if all(map(_begins_word, patterns.values())) else each
    )
    if pattern.groups != len(names):
        message = f"a pattern of {table!r} has a group that captures"
        hint = "Write (?:…) for (…) in the language's meaning.toml."
        raise LanguageError([Finding("", 0, message, hint)])
    return tuple(frozenset(name.split()) - {_IDIOMS} for name in names), pattern


def _begins_word(patterns: str | list[str]) -> bool:
    """Whether patterns match at a boundary of words alone, if after what may stand before."""
    rest = _NOT_PARTS.sub("", join_patterns(patterns))
    while (outer := _GROUP.sub("", rest)) != rest:
        rest = outer
    return all(part.startswith(r"\b") for part in rest.split("|"))
