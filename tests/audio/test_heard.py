"""What is heard in finished tracks is what is written: the engine's phonemes of each text are those
of its words, and the track holds the sound of these words.
"""

from __future__ import annotations

import ctypes
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import imageio_ffmpeg
import numpy as np
import pytest

from plainspoken.audio.casting import Reading
from plainspoken.audio.narrate import narrate
from plainspoken.audio.pauses import PAUSES
from plainspoken.audio.speech import Utterance
from plainspoken.audio.spoken_text import say_sentence
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.espeak_library import load_library
from plainspoken.guide import Guide, Sentence, Span
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.workers import run_in_child

T = TypeVar("T")
HEARD = (
    ("en", "", "Take 1/2 tablet.", "Take one half tablet."),
    ("en", "", "Call if it is < 70 mg/dL.",
     "Call if it is less than seventy milligrams per deciliter."),
    ("en", "", "Take 1–2 tablets.", "Take one to two tablets."),
    ("es", "419", "Son 4,000 unidades.", "Son cuatro mil unidades."),
    ("en", "", "Give 2.5 mg/kg.", "Give two point five milligrams per kilogram."),
    ("en", "", "Call 911.", "Call nine one one."),
    ("ar", "", "درجة الحرارة ٣٨٫٥.", "درجة الحرارة ثمانية وثلاثون فاصلة خمسة."),
    ("fa", "", "دمای ۳۸٫۵ درجه.", "دمای سی و هشت ممیز پنج درجه."),
    ("fr", "", "Venez à 8h30.", "Venez à huit heures trente."),
    ("zh-Hans", "", "每日3次。", "每日三次。"),
    ("ru", "", "Примите 2,5 мг.", "Примите две целых пять десятых миллиграмма."),
    ("de", "", "Nehmen Sie 1/2 Tablette.", "Nehmen Sie eine halbe Tablette."),
)  # fmt: skip


def list_phonemes(text: str, lang: str) -> str:
    """espeak-ng's own notation of all that it would say."""
    voice = EspeakVoice()
    voice.prepare()
    library = load_library()
    assert not voice._set_up(library, load(lang))
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    content = ctypes.c_char_p(text.encode())
    pointer, found = ctypes.pointer(content), []
    while content.value:
        found.append(library.espeak_TextToPhonemes(pointer, 1, 0).decode())
    return " ".join(found)


def in_child(do: Callable[[], T]) -> T:
    with run_in_child(do) as child:
        return child.get()


@pytest.mark.parametrize(("lang", "region", "text", "words"), HEARD)
def test_the_phonemes_are_those_of_the_words(lang: str, region: str, text: str, words: str) -> None:
    spoken = say_sentence(Sentence("s", lang, (Span(text),)), (), "espeak", region)
    assert not any(character.isdigit() for character in spoken.sound)
    heard = in_child(partial(list_phonemes, spoken.sound, lang))
    assert heard == in_child(partial(list_phonemes, words, lang))
    assert len(heard) > len(words) // 3


def test_without_words_the_engine_says_something_else() -> None:
    written, words = (
        in_child(partial(list_phonemes, text, "en"))
        for text in ("Take 1/2 tablet.", "Take one half tablet.")
    )
    assert written != words


@pytest.mark.parametrize("lang", sorted({lang for lang, *_ in HEARD}))
def test_the_finished_track_holds_the_sound_of_the_words(
    lang: str, guide: Guide, tmp_path: Path
) -> None:
    cases = [case for case in HEARD if case[0] == lang]
    block = guide.sections[1].blocks[1]
    sentences = tuple(
        Sentence(f"case-{number}", lang, (Span(text),))
        for number, (*_, text, _) in enumerate(cases)
    )
    section = replace(
        guide.sections[1], blocks=(replace(block, lang=lang, sentences=sentences, children=()),)
    )
    small = replace(guide, lang=lang, source_lang=lang, sections=(section,), lexicon=())
    reading = Reading(small, (EspeakVoice(),), {lang: cases[0][1]})
    (track,) = narrate([reading], tmp_path, 1, lambda *_: None)[0].tracks
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(track.path)]
    command += ["-f", "s16le", "-"]
    raw = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    heard = np.frombuffer(raw, "<i2").astype(float)
    for clip, (*_, words) in zip(track.clips, cases, strict=True):
        sound = in_child(partial(Utterance(EspeakVoice(), words, load(lang)).speak))
        wanted = np.frombuffer(sound, "<i2").astype(float)
        begin = clip.begin + (PAUSES.guard if clip.begin else PAUSES.head)
        piece = heard[begin : begin + len(wanted)]
        likeness = float(piece @ wanted / np.linalg.norm(piece) / np.linalg.norm(wanted))
        assert likeness > 0.95, words
        assert (
            not np.abs(heard[begin + len(wanted) + RATE // 50 : clip.end - RATE // 50]).max() > 99
        )
