"""Write a sentence as a voice should say it: its words, and phonemes of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from ..guide import Pronunciation, Sentence, Span
from ..languages import Language, load
from ..languages.scripts import find_script
from ..spoken.phones import say_phone
from ..spoken.read_back import find_misreadings
from ..spoken.text import SpokenText, say_text
from ..spoken.word_pattern import MARK
from ..spoken.written import Saying, write_out
from .pronunciations import read_pronunciations
from .unspeakable import replace_unspeakable

_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that tell a page in which direction text runs; an engine may read one out."""
_LETTER_WITH_MARKS = re.compile(rf"(?s:.)(?:{MARK}|[\u1160-\u11ff])*")
"""A character and what NFC may join to it: marks, vowels and ends of Korean syllables."""
_WORD = re.compile(r"[^\W\d_]+")
_JOINTS = frozenset((" ", "'", "’", "-"))
"""What may stand between words that one voice says in a row."""
_LEAST_LETTERS = 3
"""Of the first word that another voice says: short forms are read letter by letter anyway."""
_AFTER_NUMBER = re.compile(r"\d[ \u00a0\u202f]?$")
_BEFORE_PART = re.compile(r"[\d_@]$|\w[./:-]$")
_AFTER_PART = re.compile(r"[\d_@]|[./:-]\w")
"""What stands beside letters that are a part of something: an address, or a name with a number."""


def say_sentence(
    sentence: Sentence,
    lexicon: Sequence[Pronunciation],
    engine: str,
    region: str = "",
    abbreviations: tuple[Pronunciation, ...] = (),
) -> SpokenText:
    """A sentence and what is said for it; no words where nothing of it can be said. In its sound,
    phonemes of the engine's own stand in `[[…]]`. Raises LanguageError: no folder serves for the
    sentence's language.
    """
    language = load(sentence.lang)
    text, phones = _write_text(sentence, language)
    known = [*phones, *_find_respellings(text, tuple(lexicon), engine, language)]
    # IV is four after a stage, and MG a unit after a number, whatever else they are short for.
    last = [
        saying
        for saying in _find_respellings(text, abbreviations, engine, language)
        if not _AFTER_NUMBER.search(text, 0, saying.start)
    ]
    spoken = say_text(text, language, region, known, last)
    if misread := [found.saying for found in find_misreadings(spoken)]:
        # What would be heard as something else stays as it is written.
        kept = [replace(each, words=spoken.written[each.start : each.end]) for each in misread]
        spoken = say_text(text, language, region, [*known, *kept], last)
        # A whole number in digits is read right by engines: `sept` is seven, and September.
        spans = [(each.start, each.end) for each in kept if not each.words.isdecimal()]
        spoken = replace(spoken, misread=tuple(spans))
    if any(character.isalnum() for character in spoken.words):
        return spoken
    return replace(spoken, words="", sound="")


def split_languages(sentence: Sentence, source: Language) -> Iterator[Sentence]:
    """A sentence in parts that one voice speaks each: words in the script of the guide's own
    language, where that is another than the sentence's, are of that language.
    """
    language = load(sentence.lang)
    if language.scripts & source.scripts:
        yield sentence
        return
    for lang, spans in groupby(_split_spans(sentence, source), key=lambda part: part[0]):
        yield replace(sentence, lang=lang, spans=tuple(span for _, span in spans))


def _split_spans(sentence: Sentence, source: Language) -> Iterator[tuple[str, Span]]:
    """Runs of words in the script of another language, and what is between."""
    for span in sentence.spans:
        at = 0
        for start, end in _find_foreign_runs(span.text, source):
            yield sentence.lang, replace(span, text=span.text[at:start])
            yield source.tag, replace(span, text=span.text[start:end])
            at = end
        yield sentence.lang, replace(span, text=span.text[at:])


def _find_foreign_runs(text: str, source: Language) -> Iterator[tuple[int, int]]:
    """Where whole words in the scripts of a language stand in a row."""
    start = end = 0
    for first, last in [*_find_words(text, source.scripts), (len(text), len(text))]:
        if start < end and text[end:first] in _JOINTS:
            end = last
            continue
        before = text[max(0, start - 2) : start]
        if start < end and not _BEFORE_PART.search(before) and not _AFTER_PART.match(text, end):
            yield start, end
        start, end = (first, last) if last - first >= _LEAST_LETTERS else (0, 0)


def _find_words(text: str, scripts: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where letters of some scripts stand in a row; no space need part them from other letters."""
    for word in _WORD.finditer(text):
        at = word.start()
        for is_theirs, letters in groupby(word[0], lambda letter: find_script(letter) in scripts):
            length = len(list(letters))
            if is_theirs:
                yield at, at + length
            at += length


def _write_text(sentence: Sentence, language: Language) -> tuple[str, list[Saying]]:
    """The text of a sentence, and how the telephone numbers are said that a clinic has set."""
    text = ""
    phones = []
    for span in sentence.spans:
        words = _write_span(span)
        value = span.mark("value")
        if value and value.target.startswith("tel:"):
            phones.append(Saying(len(text), len(text) + len(words), say_phone(words, language)))
        before, after = _say_picture(span, words, language)
        text += f"{before}{words}{after}"
    return text, phones


def _write_span(span: Span) -> str:
    words = _DIRECTIONS.sub("", replace_unspeakable(write_out(span.text)))
    return words.replace("[[", "  ").replace("]]", "  ")


def _say_picture(span: Span, words: str, language: Language) -> tuple[str, str]:
    """What is said before and after the words of a picture."""
    if not (span.mark("image") and words.strip()):
        return "", ""
    pattern = str(language.table("spoken", "cues").get("picture", "{0}"))
    before, _, after = pattern.partition("{0}")
    return before, after


def trace_text(sentence: Sentence) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """The characters that a sentence is written out to, in NFC, and the stretch of its own text
    that each stands for; None for the words that are said of a picture, and for a span of which it
    cannot be told.
    """
    language = load(sentence.lang)
    at = 0
    for span in sentence.spans:
        words = _write_span(span)
        before, after = _say_picture(span, words, language)
        yield from ((character, None) for character in before)
        origins = _list_origins(span, at)
        if len(origins) != len(words):
            origins = [None] * len(words)
        yield from zip(words, origins, strict=True)
        yield from ((character, None) for character in after)
        at += len(span.text)


def _list_origins(span: Span, at: int) -> list[tuple[int, int] | None]:
    """The stretch of a span, from `at`, that each character stands for: a letter with its marks."""
    origins: list[tuple[int, int] | None] = []
    for letter in _LETTER_WITH_MARKS.finditer(span.text):
        written = _DIRECTIONS.sub("", replace_unspeakable(write_out(letter[0])))
        origins += [(at + letter.start(), at + letter.end())] * len(written)
    return origins


def _find_respellings(
    text: str, lexicon: tuple[Pronunciation, ...], engine: str, language: Language
) -> Iterator[Saying]:
    pattern, respellings = _read_respellings(_Entries(lexicon), engine, language)
    for found in pattern.finditer(text):
        spelled = respellings.get(found[0]) or respellings.get(found[0].lower())
        if spelled and not _stands_beside(text, found, spelled):
            is_phonemes = spelled.startswith("[[")
            words = found[0] if is_phonemes else spelled
            yield Saying(*found.span(), words, spelled if is_phonemes else "", is_respelling=True)


def _stands_beside(text: str, short: re.Match[str], words: str) -> bool:
    """Whether one of both is explained by the other, in brackets right after it."""
    before, after = text[: short.start()].casefold(), text[short.end() :].casefold()
    words = words.casefold()
    is_explained = after.lstrip().startswith((f"({words}", f"（{words}"))
    is_within = before.endswith(("(", "（")) and before[:-1].rstrip().endswith(words)
    return is_explained or is_within


class _Entries:
    """A lexicon as the key of a cache, by identity: hashing all of it takes as long as speaking."""

    def __init__(self, lexicon: tuple[Pronunciation, ...]) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Entries) and self.lexicon is other.lexicon


@lru_cache(64)
def _read_respellings(
    entries: _Entries, engine: str, language: Language
) -> tuple[re.Pattern[str], Mapping[str, str]]:
    pronunciations = read_pronunciations(entries.lexicon, engine, language)
    words = "|".join(map(re.escape, sorted(pronunciations, key=lambda word: (-len(word), word))))
    pattern = rf"(?<!\w)(?:{words or '(?!)'})(?!\w)"
    return re.compile(pattern, re.IGNORECASE), pronunciations
