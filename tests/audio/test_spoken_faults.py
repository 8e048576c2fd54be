"""What nobody can say, and what would be heard as something else, is told with its line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.audio.spoken_faults import find_faults
from plainspoken.cli import main
from plainspoken.guide import Place
from plainspoken.languages import load
from plainspoken.spoken.text import say_text


def add_text(guide: Path, text: str) -> None:
    (guide / "source" / "07-more.md").write_text(f"# More\n\nFirst.\n\n{text}\n", "utf-8")


@pytest.mark.parametrize("sign", ["⌘", "◊", "🕐"])
def test_a_sign_that_nobody_can_say_is_a_warning_with_its_line(
    small_guide: Path, sign: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add_text(small_guide, f"Tea {sign} is good.")
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 0
    told = capsys.readouterr().out
    assert f"  warning: source/07-more.md:5: no voice can say “{sign}”" in told
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 0
    assert f"no voice can say “{sign}”" in capsys.readouterr().out


def test_a_sign_that_nobody_can_say_is_an_error_in_a_critical_block(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_text(small_guide, "Take 10 mg ⌘ a day.\n\n> [!WARNING]\n> Never drink it hot ◊.")
    assert main(["build", "--locale", "en", "-C", str(small_guide)]) == 2
    told = capsys.readouterr().err
    assert re.findall(r"source/07-more.md:(\d+): no voice can say “(.)”", told) == [
        ("5", "⌘"), ("7", "◊"),
    ]  # fmt: skip
    assert not (small_guide / "dist").exists()


def test_what_would_be_heard_as_other_numbers_is_an_error_at_its_line() -> None:
    spoken = say_text("Take 1/2 tablet.", load("en"))
    place = Place("source/a.md", 9)
    (fault,) = find_faults(replace(spoken, misread=((5, 8),)), place, is_critical=False)
    assert (fault.location, fault.level) == ("source/a.md:9", "error")
    assert fault.message == "a voice would say “1/2” as other numbers than it has"
    assert not list(find_faults(spoken, place, is_critical=True))
