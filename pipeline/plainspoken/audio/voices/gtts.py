"""Google Translate's voice, online only, by an undocumented endpoint that may go at any time. gTTS
writes the requests; they are sent from here, because gTTS itself does not check certificates and
takes an answer without sound for success.
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from typing import ClassVar

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import quote
from ...languages import Language
from ...narration import RATE
from ..http_post import ServiceError, post
from ..pcm import decode_mp3, trim
from ..unspeakable import replace_unspeakable
from . import Option, VoiceFacts

_LONGEST = 100
"""Characters that the service takes at a time."""
_LONGEST_SOUND = 120 * RATE
"""Samples that a part may take: more is no speech of so few characters."""
_STOP = re.compile(r"[.,;:!?…。、，；：！？؟،।]\s")
_SOUND = re.compile(rb'jQ1olc","\[\\"([A-Za-z0-9+/=]+)\\"\]')
_HINT = "Try again later, or speak with --voice espeak, which needs no network."
_MORE_TIME = f'{_HINT} More time: voices = [{{engine = "gtts", timeout = 120}}].'


@dataclass(frozen=True, slots=True)
class GttsVoice:
    """The online voice."""

    url: str = ""
    """Where to send requests; empty: to the service itself."""
    timeout: float = 30
    """Seconds for a sentence, with all its tries and the waits between them."""
    first_wait: float = 1
    """Seconds before the second try; each further one waits twice as long."""

    options: ClassVar[Mapping[str, Option]] = {"timeout": Option(float, least=0.1, most=3600)}
    facts: ClassVar[VoiceFacts] = VoiceFacts(
        "natural", "a service of Google, without a promise", 0, is_online=True
    )
    engine: ClassVar[str] = "gtts"
    credit: ClassVar[str] = "gTTS"

    def speaks(self, language: Language) -> bool:
        """Whether the language's voice.toml has the service's name for it."""
        return bool(language.voice("gtts").get("voice"))

    def cache_key(self, language: Language) -> str:
        """The version, and the service's name of the language."""
        return f"gtts {version('gtts')} {_get_name(language)}"

    def prepare(self) -> None:
        """Import once what each process needs."""
        import av  # noqa: F401
        import gtts  # noqa: F401
        import requests  # noqa: F401

    def speak(self, text: str, language: Language) -> bytes:
        """The sound of `text`: all of its parts, or none."""
        order = _Order(text, _get_name(language), time.monotonic() + self.timeout)
        parts = split_text(replace_unspeakable(text))
        return b"".join(self._speak_part(part, order) for part in parts)

    def _speak_part(self, part: str, order: _Order) -> bytes:
        tries = 0
        while True:
            try:
                return self._request(part, order)
            except ServiceError as error:
                wait = max(error.wait, self.first_wait * 2**tries)
                tries += 1
                if not error.may_retry or time.monotonic() + wait >= order.deadline:
                    raise VoiceError([self._describe(order, error, tries)]) from None
                time.sleep(wait)

    def _request(self, part: str, order: _Order) -> bytes:
        from gtts import gTTS
        from gtts.utils import _translate_url

        # A third for each try: one that gets no answer leaves time for another.
        seconds = min(self.timeout / 3, order.deadline - time.monotonic())
        if seconds <= 0:
            raise ServiceError("it is too slow", may_retry=True)
        speech = gTTS(part, lang=order.name, lang_check=False, pre_processor_funcs=[],
                      tokenizer_func=lambda text: [text])  # fmt: skip
        url = self.url or _translate_url(path="_/TranslateWebserverUi/data/batchexecute")
        (body,) = speech.get_bodies()
        answer = post(url, body, speech.GOOGLE_TTS_HEADERS, seconds)
        status = answer.status
        if status != HTTPStatus.OK:
            may_retry = status == HTTPStatus.TOO_MANY_REQUESTS or status >= 500
            raise ServiceError(f"it answers {status}", may_retry, answer.wait)
        if sound := _decode(answer.content):
            return sound
        raise ServiceError("it answers without sound", may_retry=True)

    def _describe(self, order: _Order, error: ServiceError, tries: int) -> Finding:
        limit = f" within {self.timeout:g} s" if error.may_retry else ""
        times = "once" if tries == 1 else f"{tries} times"
        wait = f"; it asks to wait {error.wait:.0f} s" if error.wait else ""
        message = (
            f"gTTS did not speak {quote(order.sentence)}{limit}, asked {times}: {error.reason}"
        )
        hint = _MORE_TIME if error.may_retry else _HINT
        return Finding("", 0, message + wait, hint)


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be spoken."""

    sentence: str
    name: str
    """The service's, of its language."""
    deadline: float
    """Of the monotonic clock."""


def _decode(content: bytes) -> bytes:
    """The sound in an answer; nothing where there is none."""
    encoded = _SOUND.search(content)
    try:
        sound = base64.b64decode(encoded[1]) if encoded else b""
    except ValueError:
        return b""
    return trim(decode_mp3(sound, _LONGEST_SOUND))


def split_text(text: str, longest: int = _LONGEST) -> list[str]:
    """Cut a text into parts of at most `longest` characters: after a stop, else at a space."""
    parts = []
    rest = text.strip()
    while len(rest) > longest:
        head = rest[: longest + 1]
        stops = [stop.end() for stop in _STOP.finditer(head)]
        spaces = [space.start() for space in re.finditer(r"\s", head)]
        cut = max(stops, default=0) or max(spaces, default=0) or longest
        parts.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [*parts, rest] if rest else parts


def _get_name(language: Language) -> str:
    return str(language.voice("gtts")["voice"])
