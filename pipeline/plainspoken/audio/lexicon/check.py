"""Find words that are probably names of medicines and that the lexicon does not say, and entries of
the lexicon that no text uses.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from unicodedata import normalize

from ...guide import Block, Guide, Place, Pronunciation
from ...languages import load
from ...readability.syllables import SyllableCounter
from ..pronunciations import serves

Reason = Literal["stem", "glossary", "other language", "no dictionary"]
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_ACRONYM = 5
"""Words of so many letters in capitals are read letter by letter."""


@dataclass(frozen=True, slots=True)
class UnsaidWord:
    """A word that is probably the name of a medicine, and its first use."""

    word: str
    lang: str
    reason: Reason
    about: str
    """Of a stem: what it is, and what it stands for."""
    place: Place

    @property
    def command(self) -> str:
        """What says the word."""
        return f'plainspoken speak --say "{self.word}" --language {self.lang}'


@dataclass(frozen=True, slots=True)
class UnusedEntry:
    """An entry of the lexicon that no text of a language uses."""

    word: str
    lang: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a guide in its own language."""

    text: str
    place: Place
    in_term: bool
    """Whether it is a term of the glossary."""


def find_unsaid(guide: Guide) -> Iterator[UnsaidWord]:
    """The words of a guide that may be names of medicines and have no entry, by their first use."""
    is_unknown = _find_dictionary(guide.lang)
    ours = (entry for entry in guide.lexicon if _is_said(entry, guide))
    said = _compile(form for entry in ours for form in _list_forms(entry))
    elsewhere = {entry.word for entry in guide.lexicon if _list_langs(entry)}
    found: dict[str, UnsaidWord] = {}
    texts = list(_list_texts(guide))
    in_terms = {word.lower() for each in texts if each.in_term for word in _WORD.findall(each.text)}
    for each in texts:
        for match in _WORD.finditer(said.sub(lambda match: " " * len(match[0]), each.text)):
            word = match[0]
            if word.lower() in found or (word.isupper() and len(word) <= _LONGEST_ACRONYM):
                continue
            unknown = is_unknown is not None and is_unknown(word.lower())
            if stem := _find_stem(word.lower(), unknown):
                reason: Reason = "stem"
            elif {word, word.lower()} & elsewhere:
                reason = "other language"
            elif unknown:
                reason = "glossary" if word.lower() in in_terms else "no dictionary"
            else:
                continue
            found[word.lower()] = UnsaidWord(word, guide.lang, reason, stem, each.place)
    yield from found.values()


def find_unused(guide: Guide) -> Iterator[UnusedEntry]:
    """The entries of the lexicon for a guide's language that its text does not use."""
    ours = [entry for entry in guide.lexicon if _is_said(entry, guide)]
    pattern = _compile(form for entry in ours for form in _list_forms(entry))
    used = {match for each in _list_texts(guide) for match in pattern.findall(each.text)}
    used |= {word.lower() for word in used}
    for entry in ours:
        if used.isdisjoint(_list_forms(entry)):
            yield UnusedEntry(entry.word, guide.lang, entry.place)


def _is_said(entry: Pronunciation, guide: Guide) -> bool:
    """Whether an entry is for a guide's language; one that is counted is for the source's."""
    langs = _list_langs(entry)
    is_counted = bool(entry.syllables or not langs) and guide.lang == guide.source_lang
    return is_counted or any(serves(lang, load(guide.lang)) for lang in langs)


def _list_forms(entry: Pronunciation) -> tuple[str, ...]:
    """The spellings that an entry is for: one that is only counted serves the plural too."""
    return (entry.word,) if _list_langs(entry) else (entry.word, f"{entry.word}s")


def _list_langs(entry: Pronunciation) -> set[str]:
    """The languages for which an entry says the word."""
    langs = {lang for _, lang, _ in entry.phonemes} | {lang for lang, _ in entry.respelling}
    return langs | {lang for lang, _, _ in entry.ipa}


def _compile(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest) or '(?!)'})(?!\w)", re.IGNORECASE)


def _list_texts(guide: Guide) -> Iterator[_Text]:
    """The sentences in a guide's own language, without code and images."""
    for section in guide.sections:
        for block in section.leaves():
            for sentence in block.sentences:
                if sentence.lang == guide.lang:
                    spans = (span.text for span in sentence.spans if not span.mark("code"))
                    place = _find_place(block, sentence.line)
                    yield _Text(normalize("NFC", "".join(spans)), place, block.kind == "term")


def _find_place(block: Block, line: int) -> Place:
    return Place(block.place.file, block.place.line + line if block.place.line else 0)


def _find_dictionary(lang: str) -> Callable[[str], bool] | None:
    """What tells of words in small letters that no dictionary has them; None without one."""
    rules = load(lang).table("readability", "syllables")
    if not rules.get("dictionary"):
        return None
    counter = SyllableCounter(lang, {}, rules)
    return lambda word: counter.count(word).origin in ("rule", "hyphenation")


def _find_stem(word: str, is_unknown: bool) -> str:
    """The stem that a word in small letters ends in, and what it stands for; empty: none."""
    for kind in ("stems", "doubtful") if is_unknown else ("stems",):
        pattern, meanings = _read_stems(kind)
        if found := pattern.fullmatch(word):
            return f"-{found[1]}: {meanings[found[1]]}"
    return ""


@cache
def _read_stems(kind: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What finds stems of a kind at the end of words, and what they stand for, without their e."""
    table = tomllib.loads((files(__package__) / "stems.toml").read_text("utf-8"))
    meanings = {stem.rstrip("e"): about for stem, about in table[kind].items()}
    endings = "|".join(meanings)
    added = "|".join(table["added"])
    return re.compile(rf"\w+?({endings})(?:{added})?s?"), meanings
