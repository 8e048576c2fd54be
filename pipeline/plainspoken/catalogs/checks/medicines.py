"""Find the medicines that a text names, and those that stand in their places in a translation.

A language's `medicines.toml` has the names of common medicines; its comments in `en/` tell how
spellings are compared. In all languages the international name, as English writes it, is known too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from ...diagnostics.rule import Draft, Place
from ...languages import Language, find_language
from ...languages.language import FileName
from ...languages.tags import REFERENCE
from ...quantities.normalize import find_plain_words, fold_text
from .context import Pair
from .inflected_match import drop_accents, list_heads, tokenize

_FILE: FileName = "medicines"
_IN_PHRASE = 3
"""How many letters a word has at least, as it sounds, to be known by its sound in a phrase."""
_BEGINNING = 4
"""How many of its first letters a word must share with a name."""
_IN_WORD = 6
"""How many letters a name has at least, to be known within a word."""
_AS_WRITTEN = "="
"""Before the key of a word that is not known by its sound."""


class _Form(NamedTuple):
    """A name of a medicine, as it is looked for."""

    medicine: str
    """By its international name."""
    keys: tuple[str, ...]
    """Of each word."""


def find_swapped_medicines(pair: Pair) -> Iterator[Draft]:
    """Each medicine that a translation lacks, and the one that it names instead, which the text
    does not; it may be one that nobody knows here.
    """
    source = pair.facts.source_language
    if not source.has(_FILE):
        return
    ours = find_medicines(pair.source.text, source)
    if not ours or not pair.language.has(_FILE):
        return
    theirs = find_medicines(pair.target.text, pair.language)
    lost = [name for name in ours if name not in _add_combined(theirs)]
    strange = [name for name in theirs if name not in _add_combined(ours)]
    for name, other in zip_longest(lost, strange[: len(lost)]):
        said = pair.source.original(*ours[name])
        hint = f"Write “{pair.language.table(_FILE, 'forms')[name][0]}”."
        if other is None and _is_in_word(name, pair):
            continue
        if other is None:
            message = f"the medicine “{said}” is missing in the translation"
            yield Draft(message, hint, "warning", (ours[name],))
        else:
            message = f"“{pair.target.original(*theirs[other])}” stands for the medicine “{said}”"
            yield Draft(message, hint, None, (ours[name],), (theirs[other],))


def _is_in_word(name: str, pair: Pair) -> bool:
    """Whether a translation has a medicine as a part of a longer word: German Basalinsulin."""
    forms = (name, *pair.language.table(_FILE, "forms")[name])
    return any(
        len(form) >= _IN_WORD and fold_text(form) in pair.target.text.lower() for form in forms
    )


@lru_cache(1024)
def find_medicines(text: str, language: Language) -> Mapping[str, Place]:
    """The medicines that a folded text names, and where each stands first."""
    if language.written_together:
        return _find_together(text, language)
    words = tokenize(text)
    found: dict[str, Place] = {}
    at = 0
    while at < len(words):
        form = _find_form(words[at:], language) if _list_forms(words[at][0], language) else None
        last = at + len(form.keys) - 1 if form else at
        if form:
            found.setdefault(form.medicine, (words[at][1], words[last][2]))
        at = last + 1
    return found


def _find_form(words: Sequence[tuple[str, int, int]], language: Language) -> _Form | None:
    """The longest name with which some words begin."""
    for form in _list_forms(words[0][0], language):
        run = words[1 : len(form.keys)]
        if len(run) == len(form.keys) - 1 and all(
            key in _list_keys(word, language)
            for key, (word, _, _) in zip(form.keys[1:], run, strict=True)
        ):
            return form
    return None


@lru_cache(65536)
def _list_forms(word: str, language: Language) -> Sequence[_Form]:
    """The names that can begin with a word, the longest first."""
    if not _can_begin(list_heads(word, language), language):
        return ()
    index = _index_forms(language)
    forms = {form for key in _list_keys(word, language) for form in index.get(key, ())}
    return sorted(forms, key=lambda form: (-len(form.keys), -len(form.keys[0]), form.medicine))


def _can_begin(heads: Collection[str], language: Language) -> bool:
    """Whether one of the forms of a word begins as a name does, as it is written or sounds."""
    beginnings = _list_beginnings(language)
    sounds = _find_sounds(heads, language).values()
    starts = [word[:_BEGINNING] for word in (*sounds, *map(_fold_accents, heads))]
    return any(start[:at] in beginnings for start in starts for at in range(len(start), 0, -1))


@lru_cache(4096)
def _list_keys(word: str, language: Language) -> frozenset[str]:
    """All keys that a word of a text has: as it is written, as it sounds, and as it begins."""
    heads = list_heads(word, language)
    keys = {_write_key(head) for head in heads}
    endings = language.table(_FILE, "spelling").get("endings")
    for sound in _find_sounds(heads, language).values():
        least = min(_IN_PHRASE, _shortest(language))
        least = least if endings is None else max(least, len(sound) - endings)
        keys.update(sound[:length] for length in range(least, len(sound) + 1))
    return frozenset(keys)


@cache
def _index_forms(language: Language) -> Mapping[str, Sequence[_Form]]:
    """All names, by the key of their first word."""
    index: dict[str, list[_Form]] = {}
    named = _list_words(language)
    sounds = _find_sounds((word for _, words in named for word in words), language)
    heard = [tuple(sounds[word] for word in words) for _, words in named]
    owners: dict[tuple[str, ...], str] = {}
    shared = {
        sound
        for sound, (medicine, _) in zip(heard, named, strict=True)
        if owners.setdefault(sound, medicine) != medicine
    }
    shortest = _shortest(language)
    for sound, (medicine, words) in zip(heard, named, strict=True):
        # In a phrase shorter words are known by their sound; what sounds like another is not.
        least = _IN_PHRASE if words[1:] else shortest
        keys = sound
        if sound in shared or any(len(word) < least for word in sound):
            keys = tuple(
                heard_as if sound not in shared and len(heard_as) >= least else _write_key(word)
                for heard_as, word in zip(sound, words, strict=True)
            )
        index.setdefault(keys[0], []).append(_Form(medicine, keys))
    return index


@cache
def _list_words(language: Language) -> Sequence[tuple[str, tuple[str, ...]]]:
    """Each medicine with the words of each of its names, written apart and as one."""
    found: list[tuple[str, tuple[str, ...]]] = []
    medicines, names = zip(*list_names(language), strict=True)
    # Folded all at once, since that is many times as fast.
    for medicine, name in zip(medicines, fold_text("|".join(names)).split("|"), strict=True):
        if name.isalpha():
            found.append((medicine, (name,)))
            continue
        words = tuple(match[0] for match in find_plain_words(name))
        found += dict.fromkeys([(medicine, words), (medicine, ("".join(words),))])
    return found


@cache
def _list_beginnings(language: Language) -> frozenset[str]:
    """The first letters of all names and of their sounds: most words need no other look."""
    firsts = {words[0] for _, words in _list_words(language)}
    sounds = _find_sounds(firsts, language).values()
    return frozenset(word[:_BEGINNING] for word in (*map(_fold_accents, firsts), *sounds) if word)


def _shortest(language: Language) -> int:
    return int(language.table(_FILE, "spelling").get("shortest", 0))


def list_names(language: Language) -> Iterator[tuple[str, str]]:
    """Each medicine with each of its names in a language and in English."""
    forms = language.table(_FILE, "forms")
    for medicine, names in find_language(REFERENCE).table(_FILE, "forms").items():
        for name in dict.fromkeys((*forms.get(medicine, ()), *names)):
            yield medicine, name


def _write_key(word: str) -> str:
    return _AS_WRITTEN + _fold_accents(word)


def _fold_accents(word: str) -> str:
    return unicodedata.normalize("NFC", drop_accents(word))


def _find_sounds(words: Iterable[str], language: Language) -> dict[str, str]:
    """Words as they sound; all of them at once, since that is many times as fast."""
    apart = list(dict.fromkeys(words))
    joined = _fold_accents("\n".join(apart))
    for pattern, written in _read_sounds(language):
        joined = pattern.sub(written, joined)
    return dict(zip(apart, joined.split("\n"), strict=True))


@cache
def _read_sounds(language: Language) -> Sequence[tuple[re.Pattern[str], str]]:
    sounds = language.table(_FILE, "spelling").get("sounds", ())
    return [
        (re.compile(fold_text(pattern), re.MULTILINE), fold_text(written))
        for pattern, written in sounds
    ]


def _find_together(text: str, language: Language) -> Mapping[str, Place]:
    """The same where no spaces stand between words."""
    found: dict[str, Place] = {}
    index = _index_letters(language)
    at = 0
    while at < len(text):
        names = index.get(text[at], ())
        name, medicine = next((each for each in names if text.startswith(each[0], at)), ("", ""))
        if name:
            found.setdefault(medicine, (at, at + len(name)))
        at += max(len(name), 1)
    return found


@cache
def _index_letters(language: Language) -> Mapping[str, Sequence[tuple[str, str]]]:
    """All names with their medicines, by the first letter, the longest first."""
    index: dict[str, list[tuple[str, str]]] = {}
    names = ((fold_text(name), medicine) for medicine, name in list_names(language))
    for name, medicine in sorted(names, key=lambda each: -len(each[0])):
        index.setdefault(name[0], []).append((name, medicine))
    return index


def _add_combined(medicines: Mapping[str, Place]) -> set[str]:
    """Some medicines, those that they are made of, and those that are made of them."""
    found = set(medicines)
    for whole, parts in find_language(REFERENCE).table(_FILE, "combined").items():
        if whole in medicines:
            found.update(parts)
        elif not found.isdisjoint(parts):
            found.add(whole)
    return found
