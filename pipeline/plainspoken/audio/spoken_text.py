"""A sentence goes in; what a voice should say for it comes out, as that voice writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..guide import Pronunciation, Sentence, Span
from ..languages import load


def spoken(sentence: Sentence, lexicon: Sequence[Pronunciation], engine: str) -> str:
    """The words to say; phonemes of the engine's own stand in `[[…]]`. Empty: nothing to say."""
    language = load(sentence.lang)
    pieces = []
    for span in sentence.spans:
        value = span.mark("value")
        if value and value.target.startswith("tel:"):
            pieces.append(_digits(span))
        else:
            pieces.append(span.text.replace("[[", " ").replace("]]", " "))
    text = "".join(pieces)
    for sign, words in language.spoken.items():
        text = text.replace(sign, words)
    text = re.sub(r"(?<=\w)/(?=\w)", ", ", text)
    text = " ".join(text.split())
    if not any(character.isalnum() for character in text):
        return ""
    return _pronounced(text, _said(tuple(lexicon), engine, sentence.lang))


def _digits(span: Span) -> str:
    """A telephone number digit by digit, with a stop between its groups."""
    groups = re.findall(r"\+?\d+", span.text)
    return ", ".join(" ".join(re.findall(r"\+|\d", group)) for group in groups)


@cache
def _said(
    lexicon: tuple[Pronunciation, ...], engine: str, lang: str
) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """A pattern of all words that have a pronunciation, and what to say for each."""
    said: dict[str, str] = {}
    for entry in lexicon:
        respelling = {of: letters for of, letters in entry.respelling if _serves(of, lang)}
        phonemes = {
            of: f"[[{each}]]"
            for name, of, each in entry.phonemes
            if name == engine and _serves(of, lang)
        }
        best = phonemes or respelling
        if best:
            said[entry.word] = best[max(best, key=len)]
    words = "|".join(map(re.escape, sorted(said, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if said else None, said


def _serves(of: str, lang: str) -> bool:
    return lang == of or lang.startswith(of + "-")


def _pronounced(text: str, said: tuple[re.Pattern[str] | None, dict[str, str]]) -> str:
    pattern, words = said

    def say(found: re.Match[str]) -> str:
        return words.get(found[0]) or words.get(found[0].lower()) or found[0]

    return pattern.sub(say, text) if pattern else text
