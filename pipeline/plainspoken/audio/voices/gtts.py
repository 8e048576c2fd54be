"""Google Translate's voice, through gTTS: natural, many languages, and only with a network.

The endpoint is undocumented and may go at any time, so nothing depends on it. gTTS writes the
requests; they are sent from here, because gTTS itself does not check certificates and takes
an answer without sound for success.
"""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...languages import Language
from ..pcm import decode_mp3, trim

_LONGEST = 100
"""Characters that the service takes at a time."""
_LONGEST_WAIT = 60.0
_SOUND = re.compile(rb'jQ1olc","\[\\"([A-Za-z0-9+/=]+)\\"\]')
_HINT = "Try again later, or speak with --voice espeak, which needs no network."


@dataclass(frozen=True, slots=True)
class _Refusal(Exception):
    """Why the service gave no sound."""

    reason: str
    again: bool
    """Another try may help."""
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
    engine: str = "gtts"
    credit: str = "gTTS"

    def speaks(self, language: Language) -> bool:
        """Whether the language's voice.toml has the service's name for it."""
        return bool(language.voice("gtts"))

    def cache_key(self, language: Language) -> str:
        """The version, and the service's name of the language."""
        return f"gtts {version('gtts')} {_name(language)}"

    def prepare(self) -> None:
        """Import once what each process needs."""
        import av  # noqa: F401
        import gtts  # noqa: F401
        import requests  # noqa: F401

    def speak(self, text: str, language: Language) -> bytes:
        """The sound of `text`: all of its parts, or none."""
        return b"".join(self._part(part, _name(language)) for part in parts(text))

    def _part(self, text: str, name: str) -> bytes:
        tries = 0
        while True:
            try:
                return self._ask(text, name)
            except _Refusal as refusal:
                if not refusal.again or tries >= len(self.waits):
                    raise VoiceError([_failure(text, refusal, tries + 1)]) from None
                if refusal.wait > _LONGEST_WAIT:
                    raise VoiceError([_failure(text, refusal, tries + 1)]) from None
                time.sleep(max(refusal.wait, self.waits[tries]))
                tries += 1

    def _ask(self, text: str, name: str) -> bytes:
        import requests
        from gtts import gTTS
        from gtts.utils import _translate_url

        whole = gTTS(text, lang=name, lang_check=False, pre_processor_funcs=[],
                     tokenizer_func=lambda part: [part])  # fmt: skip
        url = self.url or _translate_url(path="_/TranslateWebserverUi/data/batchexecute")
        (body,) = whole.get_bodies()
        try:
            answer = requests.post(
                url, data=body, headers=whole.GOOGLE_TTS_HEADERS, timeout=self.timeout
            )
        except requests.exceptions.SSLError as error:
            raise _Refusal(f"its certificate is not trusted ({error})", again=False) from None
        except requests.exceptions.RequestException as error:
            raise _Refusal(f"it cannot be reached ({type(error).__name__})", again=True) from None
        if answer.status_code != requests.codes.ok:
            busy = answer.status_code == requests.codes.too_many_requests
            wait = answer.headers.get("Retry-After", "")
            raise _Refusal(
                f"it answers {answer.status_code}",
                again=busy or answer.status_code >= 500,
                wait=float(wait) if wait.isdigit() else 0,
            )
        found = _SOUND.search(answer.content)
        sound = trim(decode_mp3(base64.b64decode(found[1]))) if found else b""
        if not sound:
            raise _Refusal("it answers without sound", again=True)
        return sound


def parts(text: str, longest: int = _LONGEST) -> list[str]:
    """Cut a text into parts of at most `longest` characters: after a stop, else at a space."""
    made = []
    rest = text.strip()
    while len(rest) > longest:
        head = rest[: longest + 1]
        stops = [found.end() for found in re.finditer(r"[.,;:!?…。、，；：！？؟،।]\s", head)]
        spaces = [found.start() for found in re.finditer(r"\s", head)]
        cut = max(stops, default=0) or max(spaces, default=0) or longest
        made.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [*made, rest] if rest else made


def _failure(text: str, refusal: _Refusal, tries: int) -> Finding:
    times = "once" if tries == 1 else f"{tries} times"
    wait = f"; it asks to wait {refusal.wait:g} s" if refusal.wait else ""
    message = f"gTTS did not speak “{text}”, asked {times}: {refusal.reason}{wait}"
    return Finding("", 0, message, _HINT)


def _name(language: Language) -> str:
    return str(language.voice("gtts")["voice"])
