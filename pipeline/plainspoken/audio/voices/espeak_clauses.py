"""Hear how espeak-ng would say a text, for models that read its IPA. Punctuation stays, as it makes
the melody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterator

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import quote
from ..unspeakable import replace_unspeakable
from .espeak_ipa import UnknownSoundError
from .espeak_text import divide_text
from .espeak_trace import hear_apart

_STOP_SIGNS = str.maketrans(
    {"،": ",", "؛": ";", "؟": "?", "।": ".", "«": "“", "»": "”", "¿": "", "¡": "", "–": "—"}
    | {"、": ", ", "，": ", ", "。": ". ", "；": "; ", "：": ": ", "！": "! ", "？": "? "}
    | {"（": " (", "）": ") ", "《": " “", "》": "” ", "「": " “", "」": "” "}
)  # fmt: skip
_PHONEMES_OR_STOPS = re.compile(
    r"\[\[.*?\]\]|\s*[.,;:!?…—()\"“”]+(?=\s|$|[.,;:!?…—()\"“”])\s*|\s*[(\"“]"
)
_WORDS = re.compile(r"(?:\[\[.*?\]\]|\S)+")
STOPS = frozenset('.,;:!?…—()"“”')
_SWITCH = re.compile(r"\([a-z^][a-z0-9^-]*\)")
"""What espeak-ng writes where it takes a word for one of another language: `(en)`."""
_MOST_WORDS = 60
"""Without a stop: of many more, espeak-ng leaves out the end."""


def write_sounds(text: str, write: Callable[[str], str]) -> tuple[str, str]:
    """The signs of a text as `write` makes them for a model, and what keeps the model from reading
    them, as it goes on from the voice's name; empty: nothing.
    """
    try:
        signs = write(divide_text(replace_unspeakable(text)))
    except UnknownSoundError as sign:
        return "", f"has no sound for {quote(str(sign))}"
    return signs, "" if any(map(str.isalpha, signs)) else "finds nothing to say"


def report_obstacle(credit: str, obstacle: str, text: str) -> VoiceError:
    """The error that a voice cannot speak a text."""
    hint = "Change the sentence, or its words in source/lexicon.toml."
    return VoiceError([Finding("", 0, f"{credit} {obstacle}: {quote(text)}", hint)])


def keep_known(signs: str, known: Container[str]) -> str:
    """The signs that a model knows. Raises UnknownSoundError: with the first other one that is
    heard.
    """
    for sign in signs:
        if sign not in known and sign not in STOPS and not _is_silent_mark(sign):
            raise UnknownSoundError(sign)
    return "".join(sign for sign in signs if sign in known)


def hear_clauses(text: str, voice: str, mode: int) -> str:
    """The IPA of a text by a voice of espeak-ng, in a mode of its `espeak_TextToPhonemes`, with the
    stops of the text.
    """
    pieces = list(cut_clauses(text))
    spoken = [piece for piece in pieces if not set(piece.strip()) <= STOPS]
    sounds = (_SWITCH.sub("", ipa) for ipa in hear_apart(spoken, voice, mode))
    heard = dict(zip(spoken, sounds, strict=True))
    return "".join(heard.get(piece, piece) for piece in pieces)


def _is_silent_mark(letter: str) -> bool:
    """Whether a sign only says more of the sound before: a mark; or a hyphen, where words meet."""
    return letter == "-" or letter.isspace() or unicodedata.category(letter) == "Mn"


def cut_clauses(text: str) -> Iterator[str]:
    """Stops with the spaces round them, and what is between."""
    text = text.translate(_STOP_SIGNS)
    at = 0
    for found in _PHONEMES_OR_STOPS.finditer(text):
        if not found[0].startswith("[["):
            yield from _divide_words(text[at : found.start()])
            yield found[0]
            at = found.end()
    yield from _divide_words(text[at:])


def _divide_words(text: str) -> Iterator[str]:
    """A text without stops in pieces of some words each, with a space between."""
    words = _WORDS.findall(text)
    for start in range(0, len(words), _MOST_WORDS):
        if start:
            yield " "
        yield " ".join(words[start : start + _MOST_WORDS])


def divide(letters: str, longest: int) -> Iterator[str]:
    """Pieces of at most so many letters, as few as can be and about as long as each other: each to
    a stop, or else to a space.
    """
    while len(letters) > longest:
        count = -(-len(letters) // longest)
        end = _find_end(letters, longest, len(letters) / count)
        yield letters[:end].strip()
        letters = letters[end:].strip()
    if letters:
        yield letters


def _find_end(letters: str, longest: int, wanted: float) -> int:
    """Where a piece is to end: after the stop, or else the space, that is next to a place."""
    for signs in (".;:!?,…—", " "):
        ends = [place + 1 for place in range(longest) if letters[place] in signs]
        if ends := [end for end in ends if end > wanted / 2]:
            return min(ends, key=lambda end: abs(end - wanted))
    return longest
