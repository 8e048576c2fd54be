"""Write IPA in espeak-ng's own notation, and back. The engine itself tells how: it is shown each of
its phonemes, and what it calls that in IPA is noted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from ...workers import run_in_child
from .espeak_library import list_voices
from .espeak_trace import LENGTH, TONE, VOWEL, hear, list_phonemes, trace

_OTHERS = (("e", "e"), ("", ""), ("", "e"))
_ENDS = (("e", "t"), ("", ""))
_CONTEXTS = {VOWEL: (("t'", "t"), ("t", "t"), ("", "")), LENGTH: (("a", ""),), TONE: (("ta", ""),)}
"""What stands before and after a phoneme of a kind that is shown: some sound otherwise at the end
of a word, or between vowels.
"""
_MARKS = {"ˈ": "'", "ˌ": ",", ".": "", " ": " "}
"""Stress; a syllable's end, which is no sound; and a word's."""
_SPELLINGS = str.maketrans(
    {"g": "ɡ", ":": "ː", "\u0361": "", "\u035c": "", "ʧ": "tʃ", "ʤ": "dʒ", "ʦ": "ts", "ʣ": "dz"}
)
"""Other ways to write the same: a `g` of the keyboard, ties, and letters in one."""

_RHOTICS = "rarra abre arte"
"""Where this is said without the trill that IPA writes `r`, an `r` is that of the language: so
dictionaries write English, French and German.
"""


class UnknownSoundError(ValueError):
    """A sign of IPA that a voice has no sound for."""


def write_phonemes(ipa: str, voice: str) -> str:
    """IPA in the notation of espeak-ng. Raises UnknownSoundError: the voice has no such sound."""
    table, linked, endings, vowels = _read_table(voice)
    rest = _normalize(ipa)
    longest = max(map(len, table), default=1)
    parts: list[str] = []
    while rest:
        sizes = (size for size in range(longest, 0, -1) if rest[:size] in table)
        size = next(sizes, 0)
        if not size and rest[0] not in _MARKS:
            raise UnknownSoundError(_first_sign(rest))
        sound, rest = rest[: size or 1], rest[size or 1 :]
        is_before_vowel = rest.lstrip("ˈˌ.")[:1] in vowels
        names = table | (linked if is_before_vowel else endings)
        parts.append(names[sound] if size else _MARKS[sound])
    return _join(parts, frozenset({*table.values(), *endings.values()}))


def read_phonemes(phonemes: Sequence[str], voice: str) -> list[str]:
    """The IPA of each of some texts in the notation of espeak-ng."""
    with run_in_child(partial(trace, tuple(phonemes), voice)) as child:
        return child.receive()


def _normalize(ipa: str) -> str:
    return unicodedata.normalize("NFD", ipa.strip()).translate(_SPELLINGS)


def _first_sign(text: str) -> str:
    """The first letter with the marks on it."""
    marks = (place for place, sign in enumerate(text) if place and not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", text[: next(marks, len(text))])


def _join(parts: Iterable[str], known: frozenset[str]) -> str:
    """Phonemes in a row, with `|` where two would be read as another: the engine reads greedily."""
    text, last = "", ""
    for part in parts:
        crossing = (last[at:] + part[:size] for at in range(len(last)) for size in range(1, 5))
        joined = {piece for piece in crossing if piece not in (part, last)}
        text += "|" * bool(last.strip() and joined & known) + part
        last = part
    return text


class _Table(NamedTuple):
    """What a voice says for IPA."""

    names: dict[str, str]
    """For each sound, its phoneme."""
    linked: dict[str, str]
    """For vowels with an r that are said otherwise before another vowel, what to write there."""
    endings: dict[str, str]
    """For each sound that is another phoneme before a consonant or at the end, that one."""
    vowels: frozenset[str]
    """The signs that vowels begin with."""


@cache
def _read_table(voice: str) -> _Table:
    """The sounds of a voice; found in a child, as what the engine has said
    changes the sound of what it says next.
    """
    with run_in_child(partial(_make_table, voice)) as child:
        return child.receive()


def _make_table(voice: str) -> _Table:
    phonemes = dict(list_phonemes(voice))
    vowels = {name: kind for name, kind in phonemes.items() if kind == VOWEL}
    table = _list_best(phonemes, voice)
    for ipa, name in _list_accents(vowels, voice).items():
        table.setdefault(ipa, name)
    endings = {
        ipa: name
        for ipa, name in _list_best(phonemes, voice, _ENDS).items()
        if ipa in table and ipa not in _list_sounds(table[ipa], voice, _ENDS)
    }
    own = next(_list_sounds("r", voice, _OTHERS), "r") if "r" in phonemes else "r"
    linked = _link_vowels(table, vowels, own, voice)
    if own != "r" and "r" not in hear([_RHOTICS], voice)[0]:
        for names in (table, linked, endings):
            names |= {ipa.replace(own, "r"): name for ipa, name in names.items() if own in ipa}
        table["r"] = "r"
    others = {name: kind for name, kind in phonemes.items() if name not in vowels}
    # Syllables without a vowel begin as consonants do.
    starts, no_starts = ({ipa[0] for ipa in _list_best(kind, voice)} for kind in (vowels, others))
    return _Table(table, linked, endings, frozenset(starts - no_starts))


def _link_vowels(
    table: Mapping[str, str], vowels: Mapping[str, int], own: str, voice: str
) -> dict[str, str]:
    """What to write for a vowel with an r before another vowel: its phoneme may add a second r."""
    sounds = {name: set(_list_sounds(name, voice, _CONTEXTS[VOWEL])) for name in vowels}
    linked = {}
    for ipa, name in table.items():
        if name in vowels and ipa.endswith(own) and ipa != own:
            heads = (head for head in vowels if ipa.removesuffix(own) in sounds[head])
            texts = [name, *(f"{head}r" for head in heads)]
            heard = trace([f"t'{text}i" for text in texts], voice)
            right = (
                text
                for text, ipa_heard in zip(texts, heard, strict=True)
                if _normalize(ipa_heard).replace("ˈ", "") == f"t{ipa}i"
            )
            linked[ipa] = next(right, name)
    return linked


def _list_accents(vowels: Mapping[str, int], voice: str) -> dict[str, str]:
    """Vowels that another accent of a voice's language tells apart, by the phoneme that both have:
    the ɒ of British `lot` is that of American `lot`.
    """
    base = voice.partition("-")[0]
    accents = {name for name in list_voices() if name.partition("-")[0] == base} - {voice}
    found: dict[str, str] = {}
    for accent in sorted(accents, key=lambda name: (len(name), name)):
        shared = {name: kind for name, kind in list_phonemes(accent) if name in vowels}
        found = _list_best(shared, accent, _CONTEXTS[VOWEL][:1]) | found
    return found


def _list_best(
    phonemes: Mapping[str, int], voice: str, contexts: Sequence[tuple[str, str]] = ()
) -> dict[str, str]:
    """For each sound the phoneme with the shortest name, of these the one that it most often is."""
    counts: dict[str, dict[str, int]] = {}
    for name, kind in phonemes.items():
        for ipa in _list_sounds(name, voice, contexts or _CONTEXTS.get(kind, _OTHERS)):
            uses = counts.setdefault(ipa, {})
            uses[name] = uses.get(name, 0) + 1
    return {
        ipa: min(uses, key=lambda name: (len(name), -uses[name], name))
        for ipa, uses in counts.items()
    }


def _list_sounds(name: str, voice: str, contexts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What a phoneme is called in IPA, in each context where it stands out."""
    sides = chain.from_iterable(contexts)
    ends = [trace([side], voice)[0] for side in sides]
    texts = trace([f"{before}{name}{after}" for before, after in contexts], voice)
    for start, end, text in zip(ends[::2], ends[1::2], texts, strict=True):
        if text.startswith(start) and text.endswith(end) and len(text) > len(start + end):
            sound = _normalize(text[len(start) : len(text) - len(end)]).lstrip("ˈ")
            if sound and not set(sound) & set(_MARKS):
                yield sound
