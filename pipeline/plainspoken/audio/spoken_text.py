"""Write a sentence as a voice should say it: signs as words, numbers to call digit by digit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ..guide import Pronunciation, Sentence, Span
from ..languages import Language, canonical, load
from ..languages.tags import list_lineage
from ..quantities.phone_format import split_groups

_UNSPEAKABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Control characters, halves of characters, and what is no character at all."""


def replace_unspeakable(text: str) -> str:
    """Text with a space for each character that no voice can take; a NUL would end it."""
    return _UNSPEAKABLE.sub(" ", text)


def write_spoken_text(sentence: Sentence, lexicon: Sequence[Pronunciation], engine: str) -> str:
    """The words to say; phonemes of the engine's own stand in `[[…]]`. Empty: nothing to say.
    Raises LanguageError: no folder serves for the sentence's language.
    """
    language = load(sentence.lang)
    text = replace_unspeakable("".join(map(_write_span, sentence.spans)))
    for sign, words in language.table("voice", "spoken").items():
        text = text.replace(sign, words)
    text = re.sub(r"(?<=\w)/(?=\w)", ", ", text)
    text = " ".join(text.split())
    if not any(character.isalnum() for character in text):
        return ""
    pattern, spoken = _read_respellings(tuple(lexicon), engine, language)

    def pronounce(match: re.Match[str]) -> str:
        return spoken.get(match[0]) or spoken.get(match[0].lower()) or match[0]

    return pattern.sub(pronounce, text)


def _write_span(span: Span) -> str:
    value = span.mark("value")
    if value and value.target.startswith("tel:"):
        # Digit by digit, with a stop between groups.
        return ", ".join(" ".join(group) for group in split_groups(span.text))
    return span.text.replace("[[", " ").replace("]]", " ")


@cache
def _read_respellings(
    lexicon: tuple[Pronunciation, ...], engine: str, language: Language
) -> tuple[re.Pattern[str], Mapping[str, str]]:
    pronunciations: dict[str, str] = {}
    for entry in lexicon:
        phonemes = {
            tag: f"[[{letters}]]"
            for name, tag, letters in entry.phonemes
            if name == engine and _serves(tag, language)
        }
        respellings = {tag: letters for tag, letters in entry.respelling if _serves(tag, language)}
        if by_tag := phonemes or respellings:
            pronunciations[entry.word] = by_tag[max(by_tag, key=len)]
    words = "|".join(map(re.escape, sorted(pronunciations, key=lambda word: (-len(word), word))))
    pattern = rf"(?<!\w)(?:{words or '(?!)'})(?!\w)"
    return re.compile(pattern, re.IGNORECASE), pronunciations


def _serves(tag: str, language: Language) -> bool:
    return not {tag, canonical(tag)}.isdisjoint(list_lineage(language.tag))
