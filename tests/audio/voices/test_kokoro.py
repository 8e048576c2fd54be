"""The natural voice itself. Where it is not installed, these are left out: `make test-natural`."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from plainspoken.audio.pcm import is_silent
from plainspoken.audio.voices import find_lack, kokoro_model
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.cli import main
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.workers import run_in_child

LACK = find_lack(KokoroVoice(), load("en"))
pytestmark = pytest.mark.skipif(bool(LACK), reason=f"the natural voice is {LACK}")

SENTENCES = {
    "en": "Take half a tablet with water, and call the clinic if you feel sick.",
    "es": "Tome media tableta con agua, y llame a la clínica si se siente mal.",
    "fr": "Prenez un demi-comprimé avec de l’eau, et appelez la clinique si vous avez mal.",
    "it": "Prenda mezza compressa con acqua, e chiami la clinica se si sente male.",
    "pt": "Tome meio comprimido com água, e ligue para a clínica se passar mal.",
    "zh-Hans": "请用温水吃半片药，如果您觉得不舒服，请给医院打电话。",
    "hi": "आधी गोली पानी के साथ लें, और तबीयत खराब हो तो अस्पताल को फ़ोन करें।",
}


def in_child(do: Callable[[], bytes]) -> bytes:
    with run_in_child(do) as child:
        return child.receive()


def speak(text: str, lang: str = "en", **options: float | str) -> bytes:
    return KokoroVoice(**options).speak(text, load(lang))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", SENTENCES)
def test_each_language_has_speech_of_a_calm_pace(lang: str) -> None:
    sound = in_child(partial(speak, SENTENCES[lang], lang))
    seconds = len(sound) / 2 / RATE
    text = SENTENCES[lang]
    # What is written together has a letter and a half to a word.
    words = sum(map(str.isalpha, text)) / 1.5 if load(lang).written_together else len(text.split())
    assert not is_silent(sound)
    # Sentences of a guide are shorter, so that rests bring it to 110 to 130 words a minute.
    assert 105 < words / (seconds + 0.75) * 60 < 160


def test_the_same_bytes_come_whatever_was_spoken_before() -> None:
    texts = ["Call us.", "Wash your hands.", "Do not wait."]

    def speak_all(order: list[int]) -> bytes:
        sounds = {place: speak(texts[place]) for place in order}
        return b"".join(hashlib.sha256(sounds[place]).digest() for place in range(len(texts)))

    assert in_child(partial(speak_all, [0, 1, 2])) == in_child(partial(speak_all, [2, 0, 1, 2]))


def test_phonemes_of_the_lexicon_change_the_sound() -> None:
    assert in_child(partial(speak, "Ask for tea.")) != in_child(
        partial(speak, "Ask for [[k'0fi]].")
    )


def test_speed_and_speaker_change_the_sound() -> None:
    usual = in_child(partial(speak, "Call the clinic."))
    fast = in_child(partial(speak, "Call the clinic.", speed=1.2))
    other = in_child(partial(speak, "Call the clinic.", speaker="am_adam"))
    assert len(fast) < len(usual) * 0.75
    assert other not in (usual, fast)
    voices = (KokoroVoice(), KokoroVoice(speed=1.2), KokoroVoice("am_adam"))
    assert len({voice.cache_key(load("en")) for voice in voices}) == 3


def test_a_short_text_is_said_in_the_style_of_a_longer_one_where_that_is_asked_for() -> None:
    def speak_both() -> bytes:
        model, speaker = kokoro_model.KokoroModel(), kokoro_model.read_speaker("ef_dora")
        same = speaker.copy()
        same[:9] = speaker[9]
        sounds = [model.speak("fjˈebɾe", *rest) for rest in ((speaker, 1, 10), (same, 1))]
        return b"".join(hashlib.sha256(sound.tobytes()).digest() for sound in sounds)

    digests = in_child(speak_both)
    assert digests[:32] == digests[32:]
    assert "style-90" in KokoroVoice().cache_key(load("es"))


def test_a_long_sentence_is_spoken_whole() -> None:
    once = len(in_child(partial(speak, "Wash your hands, ")))
    many = len(in_child(partial(speak, "Wash your hands, " * 40)))
    assert many > 30 * once


def test_a_long_sentence_takes_no_more_memory_than_is_said(tmp_path: Path) -> None:
    text = f"{'Wash your hands with soap, ' * 12}and dry them well."
    command = ["speak", "--say", text, "--voice", "kokoro", "--language", "en"]
    program = [sys.executable, "-m", "plainspoken", *command, "-o", str(tmp_path / "long.wav")]
    with subprocess.Popen(program) as process:
        _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    assert usage.ru_maxrss * 1024 < 600e6


def test_the_edges_of_a_sound_are_no_clicks() -> None:
    samples = np.frombuffer(in_child(partial(speak, "Call the clinic.")), "<i2").astype(int)
    assert abs(samples[:20]).max() < 3000
    assert abs(samples[-20:]).max() < 3000


def test_a_changed_speaker_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = kokoro_model.find_speaker_folder()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    copied = kokoro_model.find_speaker_folder()
    copied.mkdir(parents=True)
    with pytest.raises(VoiceError, match=r"speaker 'af_heart' .* is not installed"):
        kokoro_model.read_speaker("af_heart")
    shutil.copy(folder / "af_heart.bin", copied)
    assert kokoro_model.read_speaker("af_heart").shape == (510, 1, 256)
    raw = (copied / "af_heart.bin").read_bytes()
    (copied / "af_heart.bin").write_bytes(raw[:-1] + b"?")
    with pytest.raises(VoiceError, match="is not the speaker 'af_heart' that it should be"):
        kokoro_model.read_speaker("af_heart")


def test_a_guide_is_read_by_it_and_its_editions_name_it(small_guide: Path) -> None:
    settings = small_guide / "source" / "guide.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('voices = ["espeak"]', 'voices = ["kokoro"]'), "utf-8")
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 0
    epub = next((small_guide / "dist/en").glob("*.epub"))
    with zipfile.ZipFile(epub) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".opf"))
        assert "Kokoro, synthetic voice" in archive.read(name).decode()
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 0
