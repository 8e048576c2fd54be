"""A voice that fails at one sentence: what people are told, and what is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest
from tests.plugins import install_voices

from plainspoken.audio.casting import Reading
from plainspoken.audio.credits import guess_readers
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices import Option, Voice
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.cli import main
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.diagnostics.finding import Finding
from plainspoken.guide import Guide, Sentence
from plainspoken.languages import Language

from .test_options import ToneVoice, set_voices

Out = pytest.CaptureFixture[str]
FAILING = "Do not stir."


@dataclass(frozen=True, slots=True)
class FaultyVoice(ToneVoice):
    """Hums each sentence but one."""

    fault: str = "none"
    options: ClassVar[Mapping[str, Option]] = {"fault": Option(str)}
    engine: ClassVar[str] = "faulty"

    def speak(self, text: str, language: Language) -> bytes:
        sound = ToneVoice.speak(self, text, language)
        if text != FAILING:
            return sound
        match self.fault:
            case "refused":
                raise VoiceError([Finding("", 0, "the tone is broken", "Mend the tone.")])
            case "defect":
                raise ZeroDivisionError("no tone")
        return {"none": sound, "empty": b"", "half": sound + b"\0"}[self.fault]


@pytest.fixture
def hum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_guide: Path) -> Path:
    """A guide in English that the voice reads, which a wheel of its own brings."""
    install_voices(tmp_path / "site", monkeypatch, FaultyVoice)
    return small_guide


def speak(guide: Path, fault: str) -> int:
    set_voices(guide, f'[{{engine = "faulty", fault = "{fault}"}}]')
    return main(["build", "-C", str(guide), "--locale", "en", "--jobs", "2"])


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("refused", "the tone is broken\n  Mend the tone. 47 of 48 missing sentences are spoken"),
        ("empty", f"Tones gives no sound of 16 bits for “{FAILING}”\n  Change the sentence"),
        ("half", f"Tones gives no sound of 16 bits for “{FAILING}”\n  Change the sentence"),
    ],
)
def test_a_sentence_that_a_voice_cannot_speak_stops_the_build(
    hum: Path, capsys: Out, fault: str, told: str
) -> None:
    assert speak(hum, fault) == 2
    error = capsys.readouterr().err
    assert error.startswith(told)
    assert "Traceback" not in error
    assert not files(hum / "dist")


def test_a_defect_of_a_voice_is_told_as_one_with_the_sentence(hum: Path, capsys: Out) -> None:
    assert speak(hum, "defect") == 2
    error = capsys.readouterr().err
    message = f"Tones cannot speak “{FAILING}”: ZeroDivisionError: no tone (test_faulty_voice.py, "
    assert error.startswith(message)
    assert "This is a fault of the voice" in error
    assert "Traceback" not in error
    assert not files(hum / "dist")


def test_what_was_spoken_before_a_fault_is_kept_and_the_editions_stay(
    hum: Path, capsys: Out
) -> None:
    assert speak(hum, "empty") == 2
    clips = {path: path.stat().st_mtime_ns for path in (hum / ".cache").rglob("*.pcm")}
    assert clips
    assert speak(hum, "none") == 0
    assert {path: path.stat().st_mtime_ns for path in clips} == clips
    editions = {path: path.read_bytes() for path in files(hum / "dist")}
    (hum / "source/02-brew.md").write_text(f"# Brew\n\n{FAILING} Wait.\n", "utf-8")
    for path in (hum / ".cache").rglob("*.pcm"):
        path.unlink()
    capsys.readouterr()
    assert speak(hum, "refused") == 2
    assert {path: path.read_bytes() for path in files(hum / "dist")} == editions


def in_language(guide: Guide, lang: str) -> Guide:
    """The guide with the last sentence of its glossary in another language."""
    *sections, last, closing = guide.sections
    *blocks, entry = last.blocks
    *children, definition = entry.children
    sentences: tuple[Sentence, ...] = tuple(
        replace(sentence, lang=lang) for sentence in definition.sentences
    )
    entry = replace(entry, children=(*children, replace(definition, sentences=sentences)))
    return replace(guide, sections=(*sections, replace(last, blocks=(*blocks, entry)), closing))


def names(guide: Guide, voices: tuple[Voice, ...]) -> list[str]:
    return [reader.name for reader in guess_readers(guide, voices)]


def test_all_who_read_are_credited_the_voice_of_the_guides_language_first(
    guide: Guide, tmp_path: Path
) -> None:
    voices = (EspeakVoice(), ToneVoice())
    assert names(guide, (ToneVoice(), EspeakVoice())) == ["Tones"]
    mixed = in_language(guide, "es")
    assert names(mixed, voices) == ["espeak-ng"]
    assert names(mixed, voices[::-1]) == ["Tones", "espeak-ng"]
    assert names(replace(mixed, lang="es"), voices[::-1]) == ["espeak-ng", "Tones"]
    assert names(mixed, (ToneVoice(),)) == []
    (narration,) = narrate([Reading(mixed, voices[::-1])], tmp_path, 2, lambda *_: None)
    assert [reader.name for reader in narration.readers] == ["Tones", "espeak-ng"]
