"""`plainspoken speak --say`: one text, in words or as sound."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from plainspoken.cli import main

Out = pytest.CaptureFixture[str]


def say(text: str, *more: str) -> int:
    return main(["speak", "--say", text, *more])


def test_the_words_of_a_text_are_shown(capsys: Out) -> None:
    assert say("Take 1/2 tablet.", "--language", "en", "--words") == 0
    assert capsys.readouterr().out == "Take one half tablet.\n"


@pytest.mark.parametrize(
    ("tag", "point"), [("es-MX", "punto"), ("es_419", "punto"), ("es-ES", "coma")]
)
def test_the_region_of_the_tag_tells_how_numbers_are_said(
    tag: str, point: str, capsys: Out
) -> None:
    number = "2.5" if point == "punto" else "2,5"
    assert say(f"{number} mg", "--language", tag, "--words") == 0
    assert capsys.readouterr().out == f"dos {point} cinco miligramos\n"


def test_the_lexicon_of_a_guide_serves(small_guide: Path, capsys: Out) -> None:
    assert say("TEA", "-C", str(small_guide), "--words") == 0
    assert capsys.readouterr().out == "T E A\n"


def test_the_sound_of_a_text_is_written_as_a_wav_file(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "text.wav"
    assert say("Take 1/2 tablet.", "--language", "en", "-o", str(path)) == 0
    assert "Wrote" in capsys.readouterr().err
    with wave.open(str(path)) as sound:
        assert 0.5 < sound.getnframes() / sound.getframerate() < 5


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["—", "--language", "en", "-o", "a.wav"], "there is nothing to say"),
        (["So", "--language", "qq", "--words"], "not a language tag"),
        (["word " * 1001, "--language", "en", "-o", "a.wav"], "more than 1,000 words"),
        (["Tsaa", "--language", "tl", "-o", "a.wav"], "no voice speaks tl"),
    ],
)
def test_what_cannot_be_said_is_told(
    arguments: list[str], told: str, capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert say(*arguments) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "a.wav").exists()


def test_a_sign_that_no_voice_can_say_is_told_beside_the_words(capsys: Out) -> None:
    assert say("Tea ⌘ 5 mg", "--language", "en", "--words") == 0
    told = capsys.readouterr()
    assert told.err == "warning: no voice can say “⌘”\n"
    assert told.out.startswith("Tea")
    assert told.out.endswith("five milligrams\n")


def test_marks_of_direction_are_not_said(capsys: Out) -> None:
    assert say("Take \u202e10 mg\u202c now", "--language", "en", "--words") == 0
    assert capsys.readouterr().out == "Take ten milligrams now\n"
