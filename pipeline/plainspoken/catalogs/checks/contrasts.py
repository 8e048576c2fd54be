"""Find words of a text whose opposites its translation has: before and after, left and right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from ...diagnostics.rule import Draft, Place
from ...languages import Language
from .context import Pair
from .denial import compile_cue, count_noes_outside, forbids, has_cue
from .inflected_match import tokenize
from .long_sentences import stand_apart
from .polarity import compare_poles
from .senses import find_senses
from .swapped_noes import find_swapped_no

_PLAIN = frozenset({"if"})
"""Senses that stand within others: not until you are told is not if you are not."""
_VAGUELY = "vaguely"
"""In the name of senses whose words may say them, and are no opposites of what a text says."""
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
    left_by_only: frozenset[str] = frozenset()
    """Needed senses that a translation may turn into only, with the opposite word."""
    turns_by_fewer_noes: bool = False
    """Whether a no of the text turns its senses only where the translation has fewer noes, or a
    word that is the opposite of one of the text.
    """
    counted: bool = False
    """Whether an opposite counts, too, that the text has, but the translation more often."""
    poles: tuple[str, ...] = ()
    """Senses that point the same way: smaller is said with reduce, whatever increases besides."""


def exclude_each_other(*groups: str) -> Opposites:
    """Opposites of senses, given as words: each to all others of its group."""
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        senses = frozenset(group.split())
        for sense in senses:
            found[sense] = found.get(sense, frozenset()) | (senses - {sense})
    return found


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a sentence and its translation say in a table."""

    ours: Mapping[str, tuple[Place, ...]]
    theirs: Mapping[str, tuple[Place, ...]]
    implied: Mapping[str, tuple[Place, ...]]
    """What the text says with its no, and what that says, denied, too."""
    needed: Set[str]
    said: Set[str] = frozenset()
    """What the translation says with the other sense and a no."""
    denied: Set[str] = frozenset()
    """Senses before which the text has a no."""
    has_noes: bool = False
    """Whether the text or the translation denies anything."""
    vague: Set[str] = frozenset()
    """Senses that a translation has only by words that may well say something else."""


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
        compared = _read_sides(sentences, starts, languages, contrast)
        if compared.ours:
            yield from _compare(compared, pair, contrast)
        if compared.ours and contrast.denied:
            sides = compared.ours, compared.theirs
            places = find_swapped_no(sentences, languages, sides, starts, contrast.denied)
            yield from _report_swapped_no(places, pair)


def _report_swapped_no(places: tuple[Place, ...], pair: Pair) -> Iterator[Draft]:
    if places:
        shown = pair.source.original(*places[0]), pair.target.original(*places[1])
        message = f"the no of “{shown[0].strip()}” became that of “{shown[1].strip()}”"
        hint = "See that the translation forbids what the text does."
        yield Draft(message, hint, None, places[:1], places[1:])


def _read_sides(
    sentences: tuple[str, str],
    starts: tuple[int, int],
    languages: tuple[Language, Language],
    contrast: Contrast,
) -> _Sides:
    """The senses of a sentence and of its translation, and what their noes say with them."""
    read = [
        find_senses(text, language, contrast.table, start)
        for text, language, start in zip(sentences, languages, starts, strict=True)
    ]
    ours, theirs = (senses.places for senses in read)
    # Words that may say something else, too, say nothing that is needed.
    surely = (
        names for names in read[0].named if names <= contrast.needed and not names & theirs.keys()
    )
    needed = frozenset[str]().union(*surely)
    sure = (names for names in read[1].named if _VAGUELY not in names)
    vague = theirs.keys() - frozenset[str]().union(*sure)
    if contrast.left_by_only and _says_only_instead(sentences, languages):
        needed -= contrast.left_by_only
    if not ours or not (contrast.negated or contrast.turned):
        return _Sides(ours, theirs, ours, needed, vague=vague)
    texts = zip(sentences, languages, (ours, theirs), starts, strict=True)
    noes = [count_noes_outside(*text) for text in texts]
    if bool(noes[0]) != bool(noes[1]):  # avoid is a no where the other text has one
        forbidding = map(forbids, sentences, languages)
        noes = [no or int(forbidden) for no, forbidden in zip(noes, forbidding, strict=True)]
    no = compile_cue(languages[0], "strong").search(sentences[0]) if noes[0] else None
    denied = {sense for sense in ours if no and no.end() + starts[0] <= ours[sense][0][0]}
    said = {sense for sense in ours if _is_turned(sense, theirs, noes, contrast)}
    turns = bool(noes[0]) and _may_turn(sentences, languages, noes, contrast)
    implied = ours
    if turns:
        # Where both deny as often, the no may well belong to another word.
        turned = denied if noes[1] >= noes[0] else set(ours)
        added = _add_negated(ours, contrast, turned)
        # Not if is unless, and that, denied, too, only if not.
        implied = _add_negated(added, contrast, turned | (added.keys() - ours.keys()))
        ours = added
    theirs = _add_negated(theirs, contrast) if noes[1] > noes[0] else theirs
    return _Sides(ours, theirs, implied, needed, said, denied, any(noes), vague)


def _may_turn(
    sentences: tuple[str, str],
    languages: tuple[Language, Language],
    noes: Sequence[int],
    contrast: Contrast,
) -> bool:
    """Whether a no of the text may be what turns one of its senses."""
    if not contrast.turns_by_fewer_noes or noes[1] < noes[0]:
        return True
    polarity = compare_poles(*sentences, languages)
    return polarity.is_mixed or bool(polarity.turned)


def _says_only_instead(sentences: tuple[str, str], languages: tuple[Language, Language]) -> bool:
    """Whether a translation says only where its text does not."""
    ours, theirs = zip(sentences, languages, strict=True)
    return has_cue(theirs, "only") and not has_cue(ours, "only")


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
    if contrast.opposites.get(sense, frozenset()) & theirs.keys() - turned - _PLAIN:
        return False  # even if is no unless, whatever is denied
    return bool(noes[0]) != bool(noes[1]) or (noes[1] > 0 and sense in contrast.denying)


def _compare(sides: _Sides, pair: Pair, contrast: Contrast) -> Iterator[Draft]:
    ours, theirs = sides.ours, sides.theirs
    for sense, (place, *_) in ours.items():
        negated = contrast.negated.get(sense)
        if (
            _says_as_often(sense, ours, theirs, contrast)
            or sense in sides.said
            or (negated in ours and negated in theirs)
        ):
            continue
        if _says_alike(sense, sides, contrast) or any(
            origin in theirs or _says_alike(origin, sides, contrast)
            for origin in ours
            if contrast.negated.get(origin) == sense and ours[origin] == ours[sense]
        ):
            continue
        shown = pair.source.original(*place).strip()
        wrong = {
            other
            for other in contrast.opposites.get(sense, frozenset()) & theirs.keys() - sides.vague
            if (other not in ours or (contrast.counted and len(theirs[other]) > len(ours[other])))
            and ours.get(contrast.alike.get(other, ""), ours[sense]) == ours[sense]
            and (other in ours or sides.implied.get(other) != ours[sense])
            and not _points_alike(sense, sides, contrast)
        }
        if wrong:
            other = theirs[min(wrong, key=lambda name: theirs[name])][-1]
            message = f"“{shown}” became “{pair.target.original(*other).strip()}”"
            hint = "See that the translation says what the text does."
            apart = stand_apart(pair, place, other)
            yield Draft(message, hint, "info" if apart else None, (place,), (other,))
            if not apart:
                return
        if sense in sides.needed and not _is_kept(pair, place):
            hint = "See that the translation says it, too."
            yield Draft(f"“{shown}” is missing in the translation", hint, None, (place,))
            return


def _says_alike(sense: str, sides: _Sides, contrast: Contrast) -> bool:
    """Whether a translation has what may say a sense, too, and is not in the text besides. At least
    may say over, but not where the text denies that: not more than.
    """
    other = contrast.alike.get(sense, "")
    if other not in sides.theirs:
        return False
    turned = contrast.opposites.get(contrast.negated.get(sense, ""), frozenset())
    if sense in sides.denied and other in turned:
        return False
    if sense in sides.needed or other not in sides.ours:
        return True
    return len(sides.theirs[other]) > len(sides.ours[other])


def _is_kept(pair: Pair, place: Place) -> bool:
    """Whether a translation has the very word of its text, such as GP."""
    word = pair.source.text[slice(*place)].strip()
    return word in {each for each, _, _ in tokenize(pair.target.text)}


def _points_alike(sense: str, sides: _Sides, contrast: Contrast) -> bool:
    """Whether, where nothing is denied, a translation points the way of a sense as often."""
    if sides.has_noes or _count_new(contrast.opposites.get(sense, ()), sides) > 1:
        return False
    ways = [pole.split() for pole in contrast.poles if sense in pole.split()]
    return any(_count_new(way, sides) >= 0 for way in ways)


def _count_new(senses: Iterable[str], sides: _Sides) -> int:
    """How many more words have one of some senses in a translation than in its text."""
    both = sides.theirs, sides.ours
    theirs, ours = (len({at for name in senses for at in said.get(name, ())}) for said in both)
    return theirs - ours


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
    # What the same word says with a no elsewhere is no other word: plenty, and no lack of it.
    turned = {
        other
        for other in contrast.opposites.get(sense, frozenset()) & theirs.keys() - ours.keys()
        if theirs[other] != theirs[sense]
    }
    return not (contrast.counted and lost == 1 and len(turned) == 1)


def _add_negated(
    senses: Mapping[str, tuple[Place, ...]], contrast: Contrast, denied: Set[str] | None = None
) -> Mapping[str, tuple[Place, ...]]:
    """The senses of a sentence that denies, and what they say by its no, or some of them do."""
    found = dict(senses)
    for sense, negated in contrast.negated.items():
        # No other that was added, too: one no does not deny twice.
        if sense in (senses if denied is None else denied):
            found.setdefault(negated, found[sense])
    return found
