"""`plainspoken listen`. With Whisper: `make test-listen`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plainspoken.audio.listening.whisper import WhisperRecogniser
from plainspoken.cli import main

LACK = WhisperRecogniser().find_lack()
needs_whisper = pytest.mark.skipif(bool(LACK), reason=f"Whisper is {LACK}: make test-listen")


@pytest.mark.skipif(not LACK, reason="Whisper is installed")
def test_without_its_extra_the_command_says_what_to_install(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["listen", "en", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert "Whisper, which hears the sound back, is not installed: " in told
    assert "make listen" in told
    assert not (small_guide / ".cache").exists()


@needs_whisper
def test_a_guide_is_heard_back_and_doubts_are_listed(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["listen", "en", "--json", "-C", str(small_guide)])
    first = capsys.readouterr().out
    table = json.loads(first)
    assert code == bool(table["doubtful"])
    assert table["sentences"] > 20
    assert table["word_errors"] < table["words"] / 3
    assert main(["listen", "en", "--json", "-C", str(small_guide)]) == code
    assert capsys.readouterr().out == first
    assert main(["listen", "en", "-C", str(small_guide)]) == code
    assert f"doubtful: {len(table['doubtful'])}" in capsys.readouterr().out


@needs_whisper
def test_a_language_that_the_guide_has_not_is_an_error(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["listen", "fr", "-C", str(small_guide)]) == 2
    assert "Use one of: en, es." in capsys.readouterr().err
