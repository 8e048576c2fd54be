"""Ten sentences that a stand-in has recorded: the natural voice through a noisy channel. Where the
voice is not installed, these are left out: `make test-natural`.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from plainspoken.audio.voices import find_lack
from plainspoken.audio.voices.kokoro import KokoroVoice
from plainspoken.cli import main
from plainspoken.languages import load
from plainspoken.narration import RATE
from plainspoken.workers import run_in_child

from .conftest import Out, build, encode, find_source, in_room, list_states, read_status

LACK = find_lack(KokoroVoice(), load("en"))
pytestmark = pytest.mark.skipif(bool(LACK), reason=f"the natural voice is {LACK}")

TEXTS = (
    "Warm the pot before you begin.",
    "Pour slowly and let it stand.",
    "Keep small cups at hand.",
    "Do not fill a cup to the brim.",
    "Take 2 spoons of leaves for 4 cups.",
    "Never leave the stove alone.",
    "Wait until the leaves have sunk.",
    "Call somebody at once if you get burnt.",
    "Add sugar if you like it sweet.",
    "Drink it while it is warm.",
)


@cache
def read_aloud(text: str) -> NDArray[Any]:
    """A text as it comes out of a telephone in a room with some noise."""
    speaker = KokoroVoice("am_adam")
    with run_in_child(partial(speaker.speak, text, load("en"))) as child:
        samples = np.frombuffer(child.receive(), "<i2").astype("float32") / 32_768
    return in_room(pass_through_telephone(samples), noise=0.002)


def pass_through_telephone(samples: NDArray[Any]) -> NDArray[Any]:
    """What is left of a sound between 300 and 3,400 Hz."""
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    spectrum[(hertz < 300) | (hertz > 3_400)] = 0
    return np.fft.irfft(spectrum, len(samples)).astype("float32")


@pytest.fixture
def ten(guide: Path) -> Path:
    """A guide with the ten sentences, and the script of what to read."""
    path = next((guide / "source").glob("*boil*.md"))
    path.write_text(f"{path.read_text('utf-8')}\n{' '.join(TEXTS)}\n", "utf-8")
    assert main(["recordings", "script", "en", "-C", str(guide)]) == 0
    return guide


def find_numbers(guide: Path, capsys: Out) -> dict[str, tuple[int, str]]:
    """The number and the id of each of the ten sentences."""
    lines = read_status(guide, capsys)["sentences"]
    found = {line["text"]: (number, line["id"]) for number, line in enumerate(lines, 1)}
    page = (guide / "recordings/en/script.html").read_text("utf-8")
    for text in TEXTS:
        assert f"<b>{found[text][0]}</b>{text}" in page
    return {text: found[text] for text in TEXTS}


def check_edit_makes_one_stale(guide: Path, capsys: Out, found: dict[str, tuple[int, str]]) -> None:
    """All ten are read by the person; once a sentence changes, the other nine still are."""
    names = {text: name for text, (_, name) in found.items()}
    assert list_states(guide, capsys) == dict.fromkeys(names.values(), "recorded")
    assert build(guide) == 0
    assert "read by espeak-ng " in (said := capsys.readouterr().out)
    assert "Ana Ruiz " in said
    source = find_source(guide, TEXTS[4])
    assert source
    source.write_text(source.read_text("utf-8").replace("Take 2 spoons", "Take 3 spoons"), "utf-8")
    assert [*read_status(guide, capsys)["stale"]] == [names.pop(TEXTS[4])]
    assert list_states(guide, capsys) == dict.fromkeys(names.values(), "recorded")
    assert build(guide) == 0


def test_ten_files_are_taken_by_their_numbers(ten: Path, capsys: Out, tmp_path: Path) -> None:
    found = find_numbers(ten, capsys)
    takes = tmp_path / "takes"
    takes.mkdir()
    suffixes = ("wav", "flac", "mp3", "m4a", "opus") * 2
    for (text, (number, _)), suffix in zip(found.items(), suffixes, strict=True):
        (takes / f"{number}.{suffix}").write_bytes(encode(read_aloud(text), suffix))
    assert main(["recordings", "import", "en", str(takes), "-C", str(ten)]) == 0
    check_edit_makes_one_stale(ten, capsys, found)


def test_one_long_take_is_cut_into_ten(ten: Path, capsys: Out, tmp_path: Path) -> None:
    found = find_numbers(ten, capsys)
    sounds = [read_aloud(text) for text in found]
    ends = np.cumsum([len(sound) for sound in sounds]) / RATE
    labels = [
        f"{begin:.6f}\t{end:.6f}\t{number}"
        for begin, end, (number, _) in zip([0, *ends], ends, found.values(), strict=False)
    ]
    take, track = tmp_path / "take.mp3", tmp_path / "labels.txt"
    take.write_bytes(encode(np.concatenate(sounds), "mp3"))
    track.write_text("\n".join(labels), "utf-8")
    command = ["recordings", "import", "en", str(take), "--labels", str(track), "-C", str(ten)]
    assert main(command) == 0
    check_edit_makes_one_stale(ten, capsys, found)
