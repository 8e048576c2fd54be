"""Write text in the letters that Kokoro reads, for languages with tones: syllable by syllable. In
espeak-ng's IPA several tones are alike, so its own names of phonemes are read. What they are in
Kokoro's letters is data of the language: `kokoro.syllables` in its voice.toml.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal

from ...languages import Language
from ...languages.language import find_language
from ...languages.scripts import find_script
from .espeak_clauses import STOPS, cut_clauses
from .espeak_ipa import UnknownSoundError
from .espeak_trace import hear_apart
from .kokoro_phonemes import write_letters

_NAMES_APART = ord("^") << 8
"""Of `espeak_TextToPhonemes`: the names of phonemes, with `^` between them."""
_SWITCH = "("
"""With this it takes a word for one of another language: `(en)`."""
_WORD_ENDS = re.compile(r"\^?_\|")
_NO_SOUND = "'_|:!%=, "
"""Stress, pauses and length, which stand round the name of a phoneme."""
_SOUND = re.compile(r"(.+?)(\d*)", re.DOTALL)
_TONE = "~"
"""Where in the letters of a vowel its tone stands."""
_TOKEN = re.compile(r"\[\[.*?\]\]|.", re.DOTALL)
_STOP_BEFORE_WORD = re.compile(r"(?<=[…—”)])(?=[^\W\d_])")
_SPACE_INSIDE = re.compile(r"\s+(?=[,.;:!?…—)”])|(?<=[(“])\s+")
_APOSTROPHES = "'’"
_Kind = Literal["own", "foreign", "phonemes", "sign"]


@dataclass(frozen=True, slots=True)
class _Notation:
    """A language's `kokoro.syllables`."""

    voice: str
    """espeak-ng's."""
    scripts: frozenset[str]
    sounds: Mapping[str, str]
    tones: Mapping[str, str]
    sandhi: Mapping[str, str]
    codas: frozenset[str]
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    foreign: Language
    """Whose words those in its script are."""
    spelled: re.Pattern[str]
    """Of these, the ones that are read letter by letter."""


@dataclass(frozen=True, slots=True)
class _Syllable:
    """A syllable in Kokoro's letters, without its tone."""

    letters: str
    tone: str
    """As espeak-ng names it."""


_Words = list[list[_Syllable]]


def write_syllables(text: str, language: Language) -> str:
    """The letters for a text with phonemes of espeak-ng in `[[…]]`. Raises UnknownSoundError: with
    what cannot be said, as no part of a text is left out.
    """
    notation = _read_notation(language)
    letters = []
    for piece in cut_clauses(_STOP_BEFORE_WORD.sub(" ", text)):
        if set(piece.strip()) <= STOPS:
            letters.append(piece)
            continue
        runs = _cut_runs(piece, notation)
        for is_foreign, group in groupby(runs, key=lambda run: run[0] == "foreign"):
            write = _write_foreign if is_foreign else _write_own
            letters.append(f" {write(group, notation)} ")
    return _SPACE_INSIDE.sub("", " ".join("".join(letters).split()))


@cache
def digest_notation(language: Language) -> str:
    """What names a language's letters in the key of a sound, after a space; empty: it has none of
    its own.
    """
    table = language.voice("kokoro").get("syllables")
    if not table:
        return ""
    foreign = find_language(table["foreign"]).voice("espeak")["voice"]
    return f" syllables-1 {foreign} {hashlib.sha256(repr(table).encode()).hexdigest()[:16]}"


@cache
def _read_notation(language: Language) -> _Notation:
    table = language.voice("kokoro")["syllables"]
    return _Notation(
        str(language.voice("espeak")["voice"]),
        language.scripts,
        table["sounds"],
        table["tones"],
        table["sandhi"],
        frozenset(table["codas"]),
        tuple((re.compile(pattern), letters) for pattern, letters in table["spellings"]),
        find_language(table["foreign"]),
        re.compile(table["spelled"]),
    )


def _cut_runs(piece: str, notation: _Notation) -> Iterator[tuple[_Kind, str]]:
    """What is spoken in the same way, in one."""
    for kind, signs in groupby(_TOKEN.findall(piece), key=lambda sign: _find_kind(sign, notation)):
        yield kind, "".join(signs)


def _find_kind(sign: str, notation: _Notation) -> _Kind:
    if sign.startswith("[["):
        return "phonemes"
    if script := find_script(sign):
        return "own" if script in notation.scripts else "foreign"
    return "foreign" if sign in _APOSTROPHES else "sign"


def _write_foreign(runs: Iterable[tuple[_Kind, str]], notation: _Notation) -> str:
    """Words of the foreign language, as that is spoken."""
    text = "".join(run for _, run in runs).strip(_APOSTROPHES)
    for letter in text:
        if find_script(letter) not in {"", *notation.foreign.scripts}:
            raise UnknownSoundError(letter)
    if notation.spelled.fullmatch(text):
        text = " ".join(text)
    return write_letters(text, str(notation.foreign.voice("espeak")["voice"]))


def _write_own(runs: Iterable[tuple[_Kind, str]], notation: _Notation) -> str:
    """Words of the language itself, its phonemes and its digits."""
    known = [run for run in runs if run[1].strip()]
    words: _Words = []
    heard = hear_apart([text for _, text in known], notation.voice, _NAMES_APART)
    for (kind, text), names in zip(known, heard, strict=True):
        if kind == "phonemes":
            words += _read_words(names, notation)
        else:
            words += _read_run(names, text, kind, notation)
    return " ".join(_write_word(word, notation) for word in _change_tones(words, notation))


def _read_run(names: str, text: str, kind: _Kind, notation: _Notation) -> _Words:
    """The words of a run. Raises UnknownSoundError: with what of it cannot be said."""
    with suppress(UnknownSoundError):
        words = _read_words(names, notation)
        # Each letter is a syllable. If not, espeak-ng has left something out.
        if kind == "sign" or sum(map(len, words)) == len(text):
            return words
    raise UnknownSoundError(_find_unsaid(text, kind, notation))


def _find_unsaid(text: str, kind: _Kind, notation: _Notation) -> str:
    """The first letter that cannot be said alone; the whole where each can be."""
    if len(text) > 1:
        for letter, names in zip(text, hear_apart(text, notation.voice, _NAMES_APART), strict=True):
            try:
                _read_run(names, letter, kind, notation)
            except UnknownSoundError:
                return letter
    return text


def _read_words(names: str, notation: _Notation) -> _Words:
    """The words of espeak-ng's names of phonemes. Raises UnknownSoundError: with a name that
    Kokoro has no letters for.
    """
    if _SWITCH in names:
        raise UnknownSoundError(names)
    words = (_read_syllables(word.split("^"), notation) for word in _WORD_ENDS.split(names))
    return [word for word in words if word]


def _read_syllables(names: Sequence[str], notation: _Notation) -> list[_Syllable]:
    sounds = [name.strip(_NO_SOUND) for name in names]
    read = [_read_sound(sound, notation) for sound in sounds if sound]
    syllables: list[_Syllable] = []
    onset = ""
    for place, (letters, tone, is_coda) in enumerate(read):
        is_before_vowel = place + 1 < len(read) and _TONE in read[place + 1][0]
        if _TONE in letters:
            syllables.append(_Syllable(onset + letters, tone))
            onset = ""
        elif syllables and is_coda and not onset and not is_before_vowel:
            last = syllables.pop()
            syllables.append(_Syllable(last.letters + letters, last.tone))
        else:
            onset += letters
    if onset:
        raise UnknownSoundError("".join(sounds))
    return syllables


def _read_sound(sound: str, notation: _Notation) -> tuple[str, str, bool]:
    """The letters of a sound, its tone, and whether it may end a syllable."""
    parts = _SOUND.fullmatch(sound)
    name, tone = parts.groups() if parts else (sound, "")
    if name not in notation.sounds or tone not in {"", *notation.tones}:
        raise UnknownSoundError(name if name not in notation.sounds else tone)
    return notation.sounds[name], tone, name in notation.codas


def _change_tones(words: _Words, notation: _Notation) -> _Words:
    """A tone before the same tone is another one: within a word always, and between two words
    where the second tone is not changed itself.
    """
    changed: _Words = []
    next_written = next_said = ""
    for word in reversed(words):
        said: list[_Syllable] = []
        for place, syllable in reversed(list(enumerate(word))):
            tone = written = syllable.tone
            is_same_word = place + 1 < len(word)
            if written == next_written and (is_same_word or next_said == written):
                tone = notation.sandhi.get(written, written)
            said.insert(0, _Syllable(syllable.letters, tone))
            next_written, next_said = written, tone
        changed.insert(0, said)
    return changed


def _write_word(word: Sequence[_Syllable], notation: _Notation) -> str:
    return "".join(_write_syllable(syllable, notation) for syllable in word)


def _write_syllable(syllable: _Syllable, notation: _Notation) -> str:
    letters = syllable.letters
    for pattern, spelling in notation.spellings:
        letters = pattern.sub(spelling, letters)
    return letters.replace(_TONE, notation.tones.get(syllable.tone, ""))
