"""What of the natural voice is not installed is told by name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from plainspoken.audio.voices import find_lack
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.audio.voices.kokoro_model import find_speaker_folder
from plainspoken.languages import load


@pytest.mark.parametrize(
    ("speaker", "lang", "name"), [("", "en", "af_heart"), ("am_adam", "en", "am_adam")]
)
def test_a_speaker_that_is_not_in_place_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speaker: str, lang: str, name: str
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    voice = KokoroVoice(speaker) if speaker else KokoroVoice()
    lack = find_lack(voice, load(lang))
    assert lack.startswith("not installed: ")
    assert lack.endswith(f"the speaker {name}")
    folder = find_speaker_folder()
    folder.mkdir(parents=True)
    (folder / "another.bin").touch()
    assert find_lack(voice, load(lang)) == lack
    (folder / f"{name}.bin").touch()
    assert "speaker" not in find_lack(voice, load(lang))
