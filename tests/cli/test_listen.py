"""`plainspoken listen`. With Whisper: `make test-listen`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--sign"], "a signature needs a name"),
        (["--sign", "--as", "Ana", "--reason", "so"], "--reason is for --accept, not for --sign"),
        (["--sign", "--reason", "so"], "a signature needs a name"),
        (["--accept", "a-1", "--reason", "so"], "a signature needs a name"),
        (["--as", "Ana"], "--as and --reason are for those who sign"),
    ],
)
def test_options_that_do_not_fit_together_are_an_error(
    options: list[str], message: str, small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["listen", "en", *options, "-C", str(small_guide)]) == 2
    assert message in capsys.readouterr().err


@needs_whisper
def test_doubts_are_accepted_and_the_sound_is_signed(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def listen(*options: str) -> tuple[int, dict[str, Any]]:
        code = main(["listen", "en", "--json", *options, "-C", str(small_guide)])
        return code, json.loads(capsys.readouterr().out)

    # Robots mumble: something here is heard otherwise.
    text = "# Doses\n\n" + "\n\n".join(f"Take {n}.4 °F, {n} mg, {n}1.5 g." for n in range(3, 9))
    (small_guide / "source" / "07-doses.md").write_text(text, "utf-8")
    code, table = listen()
    assert code == 1
    ids = [doubt["sentence"] for doubt in table["doubtful"]]
    code, table = listen("--accept", *ids, "--reason", "I hear it.", "--as", "Ana Ruiz")
    assert code == 0
    assert {doubt["accepted"]["by"] for doubt in table["doubtful"]} == {"Ana Ruiz"}
    assert table["signed"] == []
    code, table = listen("--sign", "--as", "Ben Ode")
    assert (code, table["signed"]) == (0, [{"by": "Ben Ode", "valid": True}])
    assert main(["listen", "en", "-C", str(small_guide)]) == 0
    assert "signed by Ben Ode\n" in capsys.readouterr().out


@needs_whisper
def test_a_language_that_the_guide_has_not_is_an_error(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["listen", "fr", "-C", str(small_guide)]) == 2
    assert "Use one of: en, es." in capsys.readouterr().err
