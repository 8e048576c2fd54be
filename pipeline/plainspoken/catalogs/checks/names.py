"""Check names: drugs and other names stay, in the spelling that their language gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from ...languages import find_language
from ...languages.scripts import LATIN, expected
from ...quantities.normalize import find_words
from .accepted_terms import Rendering
from .context import Draft, Facts, Pair
from .inflected_match import bare_letters, find_any, find_phrase

_ADAPTED = 80
"""Of 100, how alike a name and its form in another language are: vincristine, vincristina."""
_SOUNDS = (("ph", "f"), ("th", "t"), ("y", "i"), ("ck", "k"), ("c", "k"), ("z", "s"))
_LATIN_NAME = re.compile(r"(?<![\w'’-])[A-Z][a-z]{3,}(?![\w'’-])")


def is_name(rendering: Rendering, facts: Facts) -> bool:
    """Whether a term names a drug or the like: it then has one right spelling."""
    term = rendering.term
    drug = " " not in term and is_drug(term)
    return drug or term in rendering.approved or term.lower() in facts.names


@cache
def is_drug(word: str) -> bool:
    """Whether a word ends as the international names of drugs do."""
    return bool(re.fullmatch(find_language("en").table("checks", "names")["drug"], word.lower()))


@lru_cache(16)
def listed_names(facts: Facts) -> tuple[Rendering, ...]:
    """The terms that are names."""
    return tuple(each for each in facts.renderings if is_name(each, facts))


def check(pair: Pair) -> Iterator[Draft]:
    """A name that is missing, altered, or another's."""
    listed = listed_names(pair.facts)
    found = [*_listed(pair, listed), *_guessed(pair)]
    yield from found or _capitals(pair, listed)


def _listed(pair: Pair, listed: Sequence[Rendering]) -> Iterator[Draft]:
    """Names whose renderings are known."""
    source, target = pair.source.text, pair.target.text
    for each in listed:
        place = find_phrase(each.term, source, pair.facts.source_lang, strict=True)
        right = (*each.approved, *each.admitted)
        stands = find_any(right, target, pair.lang, strict=True) if right else None
        if place and right and not stands:
            near = _nearest(right[0], pair)
            what = f"the name “{each.term}” is not in the translation as “{right[0]}”"
            yield Draft(what, f"Write “{right[0]}”.", "error", (place,), near)
        elif stands and not place and not _named_by_another(each, listed, pair):
            what = f"the name “{each.term}” is in the translation, but not in the text"
            yield Draft(what, "Write the name that the text has.", "error", (), (stands,))


def _named_by_another(rendering: Rendering, listed: Sequence[Rendering], pair: Pair) -> bool:
    """Whether the text has another name with the same rendering."""
    return any(
        set(other.approved) & set(rendering.approved)
        and find_phrase(other.term, pair.source.text, pair.facts.source_lang, strict=True)
        for other in listed
        if other != rendering
    )


def _nearest(word: str, pair: Pair) -> tuple[tuple[int, int], ...]:
    near = [
        (fuzz.ratio(word.lower(), each[0]), each.span()) for each in find_words(pair.target.text)
    ]
    best = max(near, default=(0.0, (0, 0)))
    return (best[1],) if best[0] >= 50 else ()


def _guessed(pair: Pair) -> Iterator[Draft]:
    """Names without renderings, where both languages write Latin letters."""
    known = _unlisted(pair.facts)
    if not known or LATIN not in expected(pair.lang):
        return
    source_words = {each[0]: each.span() for each in find_words(pair.source.text)}
    here = {name: source_words[name] for name in known if name in source_words}
    for each in find_words(pair.target.text):
        word = bare_letters(each[0])
        near = _nearest_name(word, pair.facts) if len(word) >= 6 else None
        if near is None or near[0] in here:
            continue
        name, likeness = near
        if likeness > max(
            (fuzz.ratio(known[other], _sounded(word)) for other in here), default=0.0
        ):
            what = f"the translation has “{name}”, which the text does not"
            hint = "Write the name that the text has."
            yield Draft(what, hint, "error", tuple(here.values())[:1], (each.span(),))


@lru_cache(16)
def _unlisted(facts: Facts) -> dict[str, str]:
    """The names that no rendering has, last letters first, and how each sounds."""
    names = {name for name in facts.names if name.isascii()}
    names -= {each.term.lower() for each in listed_names(facts)}
    return {name: _sounded(name) for name in sorted(names, reverse=True)}


@lru_cache(4096)
def _nearest_name(word: str, facts: Facts) -> tuple[str, float] | None:
    """The name that a word sounds like, and how alike they are; none where none is alike."""
    found = process.extractOne(
        _sounded(word), _unlisted(facts), scorer=fuzz.ratio, score_cutoff=_ADAPTED
    )
    return (found[2], found[1]) if found else None


@cache
def _sounded(word: str) -> str:
    """A word with the letters that languages write otherwise made the same."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", word).rstrip("aeou")


def _capitals(pair: Pair, listed: Sequence[Rendering]) -> Iterator[Draft]:
    """Words with a capital letter within a sentence, which may be names."""
    source, target = pair.source.origin, pair.target.origin
    named = {each.term for each in listed}
    latin = LATIN in expected(pair.lang)
    there = set(_LATIN_NAME.findall(target))
    for found in _LATIN_NAME.finditer(source):
        name = found[0]
        inside = re.search(r"[\w,] $", source[: found.start()][-2:])
        if not inside or name in named or name in target or name.lower() in _common():
            continue
        strange = sorted(there - set(re.findall(r"\w+", source)))
        place = pair.source.find(*found.span())
        if not latin and strange:
            what = f"“{strange[0]}” stands for “{name}”"
            yield Draft(what, "Write the name that the text has.", "warning", (place,))
        elif not latin:
            what = f"the name “{name}” is not in the translation in Latin letters"
            yield Draft(what, "See that its rendering is the one in use.", "info", (place,))


@cache
def _common() -> frozenset[str]:
    """English words with a capital letter that have a name in every language."""
    from babel import Locale

    english = Locale("en")
    named = [*english.languages.values(), *english.territories.values(), *english.scripts.values()]
    days = [*english.days["format"]["wide"].values(), *english.months["format"]["wide"].values()]
    said = " ".join(map(str, [*named, *days])).lower()
    return frozenset(re.findall(r"\w+", said)) | {"internet", "god", "christmas", "easter"}
