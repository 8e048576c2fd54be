"""Rule names: drugs and other names stay, in the spelling that their language gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from ...diagnostics.rule import Draft, Place, define_rule
from ...guide import Guide
from ...languages import Language, find_language
from ...languages.scripts import LATIN
from ...languages.tags import REFERENCE
from ...quantities.normalize import find_words
from ..termbase import Rendering
from .context import Facts, Pair
from .inflected_match import (
    PhraseIndex,
    drop_accents,
    find_any,
    find_phrase,
    index_phrases,
    select_phrases,
)
from .medicines import find_swapped_medicines

_ADAPTED = 80
"""Of 100, how alike a name and its form in another language are: vincristine, vincristina."""
_NEAR = 50
"""Of 100, how alike a name and the word that seems to stand for it are at least."""
_SOUNDS = (("ph", "f"), ("th", "t"), ("y", "i"), ("ck", "k"), ("c", "k"), ("z", "s"))
_LATIN_NAME = re.compile(r"(?<![\w'’-])[A-Z][a-z]{3,}(?![\w'’-])")


@define_rule(
    "names",
    "error",
    source="Take ibuprofen.",
    wrong="Tome ibuprufeno.",
    right="Tome ibuprofeno.",
    terms=(("ibuprofen", "ibuprofeno"),),
)
def check(pair: Pair) -> Iterator[Draft]:
    """A name is missing, altered or another's.

    Names of drugs, and other names, that the translation lacks, spells in another way than the
    glossary has them, or has in the place of others; of some 500 common medicines in each language
    also where neither the glossary nor the lexicon has them. Where a language is not written in
    Latin letters, other names are only a note.
    """
    names = list_names(pair.facts)
    found = [*_check_listed(pair, names), *_check_unlisted(pair)]
    found += _check_medicines(pair, found)
    yield from found or _check_capitals(pair, names)


def find_drug_names(guide: Guide) -> frozenset[str]:
    """The names of drugs and the like among the words whose sound the guide gives."""
    language = find_language(guide.source_lang)
    words = (entry.word for entry in guide.lexicon)
    return frozenset(word.lower() for word in words if " " not in word and is_drug(word, language))


@lru_cache(16)
def list_names(facts: Facts) -> tuple[Rendering, ...]:
    """The terms that name a drug or the like: they have one right spelling."""
    return tuple(rendering for rendering in facts.renderings if _is_name(rendering, facts))


def _is_name(rendering: Rendering, facts: Facts) -> bool:
    term = rendering.term
    drug = " " not in term and is_drug(term, facts.source_language)
    return drug or term in rendering.approved or term.lower() in facts.names


@cache
def is_drug(word: str, language: Language) -> bool:
    """Whether a word ends as the drug names that are alike in all languages (WHO, INN) do."""
    reference = find_language(REFERENCE).table("checks", "names")["drug"]
    pattern = language.table("checks", "names").get("drug", reference)
    return bool(re.fullmatch(pattern, word.lower()))


def _check_listed(pair: Pair, names: Sequence[Rendering]) -> Iterator[Draft]:
    source, target = pair.source.text, pair.target.text
    for name in _select_names(pair, names):
        place = find_phrase(name.term, source, pair.facts.source_language, strict=True)
        right = (*name.approved, *name.admitted)
        found = find_any(right, target, pair.language, strict=True) if right else None
        if place and right and not found:
            near = _find_nearest_word(right[0], pair)
            message = f"the name “{name.term}” is not in the translation as “{right[0]}”"
            yield Draft(message, f"Write “{right[0]}”.", None, (place,), near)
        elif found and not place and not _has_same_rendering(name, names, pair):
            message = f"the name “{name.term}” is in the translation, but not in the text"
            yield Draft(message, "Write the name that the text has.", places=(found,))


def _select_names(pair: Pair, names: Sequence[Rendering]) -> list[Rendering]:
    """The names that the text or the translation can hold."""
    terms, forms, owners = _index_names(pair.facts)
    places = {*select_phrases(terms, pair.source.text)}
    places |= {owners[place] for place in select_phrases(forms, pair.target.text)}
    return [names[place] for place in sorted(places)]


@lru_cache(16)
def _index_names(facts: Facts) -> tuple[PhraseIndex, PhraseIndex, list[int]]:
    """Names by their beginning, their renderings by theirs, and whose each rendering is."""
    names, language = list_names(facts), find_language(facts.locale.lang)
    forms = [
        (form, place)
        for place, name in enumerate(names)
        for form in (*name.approved, *name.admitted)
    ]
    return (
        index_phrases([name.term for name in names], facts.source_language),
        index_phrases([form for form, _ in forms], language),
        [place for _, place in forms],
    )


def _has_same_rendering(name: Rendering, names: Sequence[Rendering], pair: Pair) -> bool:
    return any(
        set(other.approved) & set(name.approved)
        and find_phrase(other.term, pair.source.text, pair.facts.source_language, strict=True)
        for other in names
        if other != name
    )


def _find_nearest_word(name: str, pair: Pair) -> tuple[Place, ...]:
    likenesses = (
        (fuzz.ratio(name.lower(), word[0]), word.span()) for word in find_words(pair.target.text)
    )
    likeness, place = max(likenesses, default=(0.0, (0, 0)))
    return (place,) if likeness >= _NEAR else ()


def _check_unlisted(pair: Pair) -> Iterator[Draft]:
    """Check names without renderings, where both languages write Latin letters."""
    known = _list_unlisted_names(pair.facts)
    if not known or LATIN not in pair.language.scripts:
        return
    source_words = {word[0]: word.span() for word in find_words(pair.source.text)}
    here = {name: source_words[name] for name in known if name in source_words}
    for found in find_words(pair.target.text):
        word = drop_accents(found[0])
        near = _find_nearest_name(word, pair.facts) if len(word) >= 6 else None
        if near is None or near[0] in here:
            continue
        name, likeness = near
        sound = _simplify_sounds(word)
        if likeness > max((fuzz.ratio(known[other], sound) for other in here), default=0.0):
            message = f"the translation has “{name}”, which the text does not"
            hint = "Write the name that the text has."
            yield Draft(message, hint, None, tuple(here.values())[:1], (found.span(),))


@lru_cache(16)
def _list_unlisted_names(facts: Facts) -> dict[str, str]:
    """Map the names that no rendering has, last letters first, to how each sounds."""
    names = {name for name in facts.names if name.isascii()}
    names -= {rendering.term.lower() for rendering in list_names(facts)}
    return {name: _simplify_sounds(name) for name in sorted(names, reverse=True)}


@lru_cache(4096)
def _find_nearest_name(word: str, facts: Facts) -> tuple[str, float] | None:
    found = process.extractOne(
        _simplify_sounds(word),
        _list_unlisted_names(facts),
        scorer=fuzz.ratio,
        score_cutoff=_ADAPTED,
    )
    return (found[2], found[1]) if found else None


@cache
def _simplify_sounds(word: str) -> str:
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", word).rstrip("aeou")


def _check_medicines(pair: Pair, told: Sequence[Draft]) -> list[Draft]:
    """Check common medicines, but for those that something has been told of."""
    return [
        draft
        for draft in find_swapped_medicines(pair)
        if not any(
            _overlap(draft.source, other.source) or _overlap(draft.places, other.places)
            for other in told
        )
    ]


def _overlap(some: Sequence[Place], others: Sequence[Place]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one in some for other in others)


def _check_capitals(pair: Pair, names: Sequence[Rendering]) -> Iterator[Draft]:
    if LATIN in pair.language.scripts:
        return
    source, target = pair.source.origin, pair.target.origin
    # Words that the text has in small letters are a name written out, not another one.
    words = {word.lower() for word in re.findall(r"\w+", source)}
    strange = sorted(name for name in set(_LATIN_NAME.findall(target)) if name.lower() not in words)
    terms = {name.term for name in names}
    common = _list_common_names(pair.facts.source_language)
    for found in _LATIN_NAME.finditer(source):
        name = found[0]
        inside = re.search(r"[\w,] $", source[: found.start()][-2:])
        if not inside or name in terms or name in target or name.lower() in common:
            continue
        place = pair.source.find(*found.span())
        if strange:
            message = f"“{strange[0]}” stands for “{name}”"
            yield Draft(message, "Write the name that the text has.", "warning", (place,))
        else:
            message = f"the name “{name}” is not in the translation in Latin letters"
            hint = "See that its rendering is the one in use."
            yield Draft(message, hint, "info", (place,))


@cache
def _list_common_names(language: Language) -> frozenset[str]:
    """Languages, countries, scripts, days and months in a language, and what its data add."""
    from babel import Locale  # slow to import, and only languages without Latin letters need it

    own = Locale.parse(language.cldr_locale())
    names = [*own.languages.values(), *own.territories.values(), *own.scripts.values()]
    dates = [*own.days["format"]["wide"].values(), *own.months["format"]["wide"].values()]
    words = re.findall(r"\w+", " ".join(map(str, [*names, *dates])).lower())
    return frozenset(words) | frozenset(language.table("checks", "names").get("common", ()))
