"""The online voice, against a real server on this machine that speaks its protocol."""

from __future__ import annotations

import base64
import io
import json
import re
import threading
import time
import urllib.parse
import wave as wave_format
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.audio import mp3
from plainspoken.audio.casting import Reading
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices.gtts import GttsVoice, split_text
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.guide import Guide
from plainspoken.languages import find_language, load
from plainspoken.narration import RATE, Reader

Answer = tuple[int, dict[str, str], bytes]


def tone(text: str) -> bytes:
    """An MP3 whose length tells how long the text is."""
    period = b"".join(v.to_bytes(2, "little", signed=True) for v in [9000] * 25 + [-9000] * 25)
    file = io.BytesIO()
    mp3.write([mp3.encode([period * 40 * len(text)])], mp3.Tags("", "", "", "", ""), file)
    return file.getvalue()


def sound(text: str) -> Answer:
    encoded = base64.b64encode(tone(text)).decode()
    body = f')]}}\'\n\n[["wrb.fr","jQ1olc","[\\"{encoded}\\"]",null]]\n'
    return 200, {}, body.encode()


class Server:
    """What it was asked, and what it answers: one answer after another, the last for ever."""

    def __init__(self, *answers: Callable[[str], Answer]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []
        self.times: list[float] = []
        self.url = ""


@contextmanager
def serving(*answers: Callable[[str], Answer]) -> Iterator[Server]:
    server = Server(*answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            rpc = json.loads(urllib.parse.unquote(body.removeprefix("f.req=").rstrip("&")))
            text, lang, *_ = json.loads(rpc[0][0][1])
            server.asked.append((text, lang))
            server.times.append(time.monotonic())
            answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
            status, headers, content = answer(text)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{http.server_port}/"
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


def page(_: str) -> Answer:
    return 200, {"Content-Type": "text/html"}, b"<html>Sorry</html>"


def empty(_: str) -> Answer:
    return 200, {}, b""


def not_mp3(_: str) -> Answer:
    encoded = base64.b64encode(b"this is no sound at all" * 9).decode()
    return 200, {}, f'[["wrb.fr","jQ1olc","[\\"{encoded}\\"]"]]'.encode()


def status(code: int, **headers: str) -> Callable[[str], Answer]:
    return lambda _: (code, {name.replace("_", "-"): text for name, text in headers.items()}, b"")


def slow(text: str) -> Answer:
    time.sleep(1)
    return sound(text)


def late(text: str) -> Answer:
    time.sleep(0.2)
    return sound(text)


def bad_base64(_: str) -> Answer:
    return 200, {}, b'[["wrb.fr","jQ1olc","[\\"abcde\\"]"]]'


def wave(_: str) -> Answer:
    """Sound that is no MP3: readers of other formats may open files that these name."""
    file = io.BytesIO()
    with wave_format.open(file, "wb") as sound_file:
        sound_file.setparams((1, 2, RATE, 0, "NONE", ""))
        sound_file.writeframes(b"\0\x30\0\xd0" * 9000)
    encoded = base64.b64encode(file.getvalue()).decode()
    return 200, {}, f'[["wrb.fr","jQ1olc","[\\"{encoded}\\"]"]]'.encode()


def voice(server: Server) -> GttsVoice:
    return GttsVoice(server.url, first_wait=0.01)


def hasty(server: Server) -> GttsVoice:
    """A voice whose third try would come after its time."""
    return GttsVoice(server.url, timeout=2, first_wait=0.9)


def test_a_sentence_is_asked_for_in_its_language_and_comes_back_as_sound() -> None:
    with serving(sound) as server:
        heard = voice(server).speak("Hello there.", load("en"))
    assert server.asked == [("Hello there.", "en")]
    assert len(heard) / 2 / RATE == pytest.approx(12 * 2000 / RATE, rel=0.1)


def test_a_long_sentence_is_asked_for_in_parts_and_joined_whole() -> None:
    text = "Take the small cup, fill it, and drink it all, slowly, with food; " * 4
    with serving(sound) as server:
        heard = voice(server).speak(text, load("en"))
    asked = [each for each, _ in server.asked]
    assert len(asked) > 2
    assert " ".join(asked) == text.strip()
    assert len(heard) / 2 == pytest.approx(sum(map(len, asked)) * 2000, rel=0.05)


@pytest.mark.parametrize(
    ("answer", "told", "tries"),
    [
        (page, "answers without sound", 2),
        (empty, "answers without sound", 2),
        (not_mp3, "answers without sound", 2),
        (bad_base64, "answers without sound", 2),
        (wave, "answers without sound", 2),
        (status(500), "answers 500", 2),
        (status(429), "answers 429", 2),
        (status(429, Retry_After="3600"), "asks to wait 3600 s", 1),
        (status(503, Retry_After="9" * 400), "asks to wait 1000000000 s", 1),
        (status(404), "answers 404", 1),
        (status(403), "answers 403", 1),
        (status(302), "answers 302", 1),
        (status(302, Location="http://plainspoken.invalid/"), "neither https nor the same", 1),
        (slow, "gives no whole answer", 2),
    ],
)
def test_a_failure_is_told_after_the_tries_that_may_help(
    answer: Callable[[str], Answer], told: str, tries: int
) -> None:
    begun = time.monotonic()
    with serving(answer) as server, pytest.raises(VoiceError, match=told) as caught:
        hasty(server).speak("Hello.", load("en"))
    assert time.monotonic() - begun < 4
    assert len(server.asked) == tries
    (finding,) = caught.value.findings
    asked = "once" if tries == 1 else f"{tries} times"
    assert finding.message.startswith("gTTS did not speak “Hello.”")
    assert f", asked {asked}: it " in finding.message
    assert "--voice espeak" in finding.hint


def test_sound_that_is_much_too_long_for_its_words_is_none() -> None:
    answer = sound("x" * (150 * RATE // 2000))
    with serving(lambda _: answer) as server, pytest.raises(VoiceError, match="without sound"):
        GttsVoice(server.url, timeout=6, first_wait=9).speak("Hello.", load("en"))


def test_the_time_for_a_sentence_is_for_all_of_its_parts_and_is_told_with_the_sentence() -> None:
    text = "Take the cup, fill it, and drink it all, slowly, with food; " * 20
    begun = time.monotonic()
    with serving(late) as server, pytest.raises(VoiceError) as caught:
        GttsVoice(server.url, timeout=1.5).speak(text, load("en"))
    assert time.monotonic() - begun < 3
    assert 1 < len(server.asked) < 12
    (finding,) = caught.value.findings
    assert finding.message.startswith("gTTS did not speak “Take the cup, fill it,")
    assert "within 1.5 s" in finding.message
    assert 'voices = [{engine = "gtts", timeout = 120}]' in finding.hint


def test_a_failing_second_part_leaves_no_truncated_sound() -> None:
    with serving(sound, page) as server, pytest.raises(VoiceError):
        hasty(server).speak("word " * 40, load("en"))


def test_a_server_that_is_not_there_is_told() -> None:
    with serving(sound) as server:
        pass
    with pytest.raises(VoiceError, match="cannot be reached"):
        hasty(server).speak("Hello.", load("en"))


@pytest.mark.parametrize("first", [status(500), page, status(429, Retry_After="1")])
def test_what_fails_once_and_then_works_is_sound(first: Callable[[str], Answer]) -> None:
    with serving(first, sound) as server:
        assert voice(server).speak("Hello.", load("en"))
    if "Retry-After" in first("")[1]:
        assert server.times[1] - server.times[0] >= 1


@pytest.mark.parametrize(
    ("lang", "name"),
    [("es", "es"), ("fr-CA", "fr-CA"), ("pt-BR", "pt"), ("he", "iw"), ("zh-Hans", "zh-CN")],
)
def test_languages_go_by_the_names_of_the_service(lang: str, name: str) -> None:
    with serving(sound) as server:
        voice(server).speak("Hello.", find_language(lang))
    assert server.asked == [("Hello.", name)]


def test_languages_that_it_lacks_are_not_spoken() -> None:
    assert not any(GttsVoice().speaks(find_language(lang)) for lang in ("ht", "fa", "so"))


def test_a_guide_is_read_by_it_and_kept(guide: Guide, tmp_path: Path) -> None:
    with serving(sound) as server:
        first = narrate([Reading(guide, (voice(server),))], tmp_path, 2, lambda *_: None)[0]
        asked = len(server.asked)
        again = narrate([Reading(guide, (voice(server),))], tmp_path, 2, lambda *_: None)[0]
    assert asked >= len(list(guide.sentences())) - 5
    assert len(server.asked) == asked
    assert first == again
    assert first.readers == (Reader("gTTS", "natural"),)


def test_a_guide_that_it_cannot_read_is_an_error_and_keeps_what_was_read(
    guide: Guide, tmp_path: Path
) -> None:
    with serving(sound, sound, sound, status(404)) as server, pytest.raises(VoiceError) as caught:
        narrate([Reading(guide, (voice(server),))], tmp_path, 1, lambda *_: None)
    assert len(list(tmp_path.rglob("*.pcm"))) == 3
    assert not (tmp_path / "aside").exists()
    assert len(server.asked) == 3 + 5, "five in a row are enough"
    hint = caught.value.findings[-1].hint
    assert re.search(
        r"3 of \d\d missing sentences are spoken and kept; run the command again", hint
    )


@given(st.text(alphabet="ab ,.;é字。", max_size=300), st.integers(5, 100))
def test_parts_lose_no_sign_and_are_never_too_long(text: str, longest: int) -> None:
    made = split_text(text, longest)
    assert all(0 < len(part) <= longest for part in made)
    assert "".join("".join(made).split()) == "".join(text.split())
