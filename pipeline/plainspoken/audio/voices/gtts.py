"""Google Translate's voice, online only, by an undocumented endpoint that may go at any time. gTTS
writes the requests; they are sent from here, because gTTS itself does not check certificates and
takes an answer without sound for success.
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import ClassVar

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...languages import Language
from ..pcm import decode_mp3, trim

_LONGEST = 100
"""Characters that the service takes at a time."""
_LONGEST_WAIT = 60.0
"""Seconds; where the service asks for more, it is not asked again."""
_STOP = re.compile(r"[.,;:!?…。、，；：！？؟،।]\s")
_SOUND = re.compile(rb'jQ1olc","\[\\"([A-Za-z0-9+/=]+)\\"\]')
_HINT = "Try again later, or speak with --voice espeak, which needs no network."


@dataclass(frozen=True, slots=True)
class _Refusal(Exception):
    reason: str
    may_retry: bool
    wait: float = 0
    """Seconds that it asks to wait."""


@dataclass(frozen=True, slots=True)
class GttsVoice:
    """The online voice."""

    url: str = ""
    """Where to send requests; empty: to the service itself."""
    timeout: tuple[float, float] = (5, 20)
    """Seconds to connect, and to wait for an answer."""
    waits: Sequence[float] = (1, 2, 4, 8, 16, 32, _LONGEST_WAIT)
    """Seconds before each further try."""
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
        return b"".join(self._speak_part(part, _get_name(language)) for part in split_text(text))

    def _speak_part(self, text: str, name: str) -> bytes:
        tries = 0
        while True:
            try:
                return self._request(text, name)
            except _Refusal as refusal:
                gives_up = tries >= len(self.waits) or refusal.wait > _LONGEST_WAIT
                if gives_up or not refusal.may_retry:
                    raise VoiceError([_describe_failure(text, refusal, tries + 1)]) from None
                time.sleep(max(refusal.wait, self.waits[tries]))
                tries += 1

    def _request(self, text: str, name: str) -> bytes:
        import requests
        from gtts import gTTS
        from gtts.utils import _translate_url

        speech = gTTS(text, lang=name, lang_check=False, pre_processor_funcs=[],
                     tokenizer_func=lambda part: [part])  # fmt: skip
        url = self.url or _translate_url(path="_/TranslateWebserverUi/data/batchexecute")
        (body,) = speech.get_bodies()
        try:
            answer = requests.post(
                url, data=body, headers=speech.GOOGLE_TTS_HEADERS, timeout=self.timeout
            )
        except requests.exceptions.SSLError as error:
            raise _Refusal(f"its certificate is not trusted ({error})", may_retry=False) from None
        except requests.exceptions.RequestException as error:
            reason = f"it cannot be reached ({type(error).__name__})"
            raise _Refusal(reason, may_retry=True) from None
        status, wait = answer.status_code, answer.headers.get("Retry-After", "")
        if status != requests.codes.ok:
            may_retry = status == requests.codes.too_many_requests or status >= 500
            seconds = float(wait) if wait.isdigit() else 0
            raise _Refusal(f"it answers {status}", may_retry, seconds)
        encoded = _SOUND.search(answer.content)
        sound = trim(decode_mp3(base64.b64decode(encoded[1]))) if encoded else b""
        if not sound:
            raise _Refusal("it answers without sound", may_retry=True)
        return sound


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


def _describe_failure(text: str, refusal: _Refusal, tries: int) -> Finding:
    times = "once" if tries == 1 else f"{tries} times"
    wait = f"; it asks to wait {refusal.wait:g} s" if refusal.wait else ""
    message = f"gTTS did not speak “{text}”, asked {times}: {refusal.reason}{wait}"
    return Finding("", 0, message, _HINT)


def _get_name(language: Language) -> str:
    return str(language.voice("gtts")["voice"])
