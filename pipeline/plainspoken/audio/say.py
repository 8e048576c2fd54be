"""Speak one text, apart from a guide: to hear how a voice says something."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics.errors import OutputError, VoiceError
from ..diagnostics.finding import Finding
from ..guide import Pronunciation, Sentence, Span
from ..languages import load
from ..narration import RATE
from ..parsing.bounds import MOST_SENTENCE_WORDS
from ..spoken.text import SpokenText
from .speech import Utterance
from .spoken_text import say_sentence
from .voices import Voice
from .wav import format_wav

_PLAYERS = (
    ("ffplay", "-autoexit", "-nodisp", "-loglevel", "error"),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)
"""Programs that play a WAV file, with their arguments."""


@dataclass(frozen=True, slots=True)
class TextToSay:
    """A text in a language, and how its words are said."""

    text: str
    lang: str
    region: str = ""
    lexicon: tuple[Pronunciation, ...] = ()

    def say(self, engine: str) -> SpokenText:
        """Its words, and what an engine is given. Raises LanguageError: the tag is not known;
        VoiceError: it is longer than a sentence may be.
        """
        if len(self.text.split()) > MOST_SENTENCE_WORDS:
            message = f"the text has more than {MOST_SENTENCE_WORDS:,} words"
            raise VoiceError([Finding("", 0, message, "Give it sentence by sentence.")])
        sentence = Sentence("text", load(self.lang).tag, (Span(self.text),))
        return say_sentence(sentence, self.lexicon, engine, self.region)


def make_wav(text: TextToSay, voices: Sequence[Voice]) -> bytes:
    """The sound of a text, as a WAV file. Raises VoiceError: no voice speaks its language, or
    there is nothing to say.
    """
    language = load(text.lang)
    voice = next((voice for voice in voices if voice.speaks(language)), None)
    if voice is None:
        hint = "Use --words to see its words, or another voice."
        raise VoiceError([Finding("", 0, f"no voice speaks {language.tag}", hint)])
    sound = text.say(voice.engine).sound
    if not sound:
        hint = "Give it letters or digits."
        raise VoiceError([Finding("", 0, f"there is nothing to say in {text.text!r}", hint)])
    voice.prepare()
    return format_wav(Utterance(voice, sound, language).speak(), RATE)


def play_wav(content: bytes) -> None:
    """Play a WAV file by a program of the system. Raises OutputError: none is there or works."""
    player = next((player for player in _PLAYERS if shutil.which(player[0])), None)
    if player is None:
        names = ", ".join(player[0] for player in _PLAYERS)
        hint = f"Write a file with -o, or install one of: {names}."
        raise OutputError([Finding("", 0, "there is no program here that plays sound", hint)])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.wav"
        path.write_bytes(content)
        done = subprocess.run([*player, str(path)], check=False)  # it ends with the sound
    if done.returncode:
        hint = "Write a file with -o, and play that."
        raise OutputError([Finding("", 0, f"{player[0]} could not play the sound", hint)])
