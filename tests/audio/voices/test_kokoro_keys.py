"""What the sound of the natural voice depends on, and what is told where its model is not right."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.audio.voices import find_facts, kokoro_model
from plainspoken.audio.voices.kokoro import MOST_LETTERS, KokoroVoice
from plainspoken.audio.voices.kokoro_speakers import add_speakers
from plainspoken.audio.voices.onnx_session import find_versions
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.languages import load

HINT = "Run `make natural`, or see “Voices” in README.md."
DIGESTS = kokoro_model.read_digests()


def find_key(voice: KokoroVoice, lang: str) -> str:
    return voice.cache_key(load(lang))


@pytest.mark.parametrize(
    ("voice", "lang", "speaker", "speed", "phonemes", "notation"),
    [
        (KokoroVoice(), "en", "af_heart", "0.76", "en-us", "letters-3"),
        (KokoroVoice("am_adam", 1.25), "en", "am_adam", "1.25", "en-us", "letters-3"),
        (KokoroVoice("ef_dora"), "en", "af_heart", "0.76", "en-us", "letters-3"),
        (KokoroVoice(), "es", "ef_dora", None, "es-419", "letters-3 style-90"),
    ],
)
def test_model_speaker_speed_and_notation_are_in_its_key(
    voice: KokoroVoice, lang: str, speaker: str, speed: str | None, phonemes: str, notation: str
) -> None:
    files = f"{DIGESTS['model'][:16]} {DIGESTS['speakers'][speaker][:16]}"
    speed = speed or str(load(lang).voice("kokoro")["speed"])
    expected = f"kokoro {files} {speed} {phonemes} {find_versions()} {notation}"
    assert find_key(voice, lang) == expected


def test_a_language_with_tones_has_its_notation_in_the_key() -> None:
    words = find_key(KokoroVoice(), "zh-Hans").split()
    assert words[4] == "cmn"
    assert words[-4:-1] == ["letters-3", "syllables-1", "en-us"]
    assert (len(words[5]), len(words[-1])) == (16, 16)


def test_it_says_what_it_is() -> None:
    voice = KokoroVoice()
    facts = find_facts(voice)
    assert facts
    assert (facts.quality, facts.licence, facts.megabytes) == ("natural", "Apache-2.0", 180)
    assert (facts.is_online, voice.engine, voice.credit) == (False, "kokoro", "Kokoro")


def test_a_language_with_tones_is_read_by_its_notation_as_it_is_respelled() -> None:
    chinese = load("zh-Hans")
    assert KokoroVoice().find_obstacle("长期吃药，胸痛。", chinese) == ""
    assert KokoroVoice().find_obstacle("吃㗎药", chinese) == "has no sound for “㗎”"
    assert KokoroVoice.options["speed"].least == 0.5
    assert KokoroVoice.options["speed"].most == 1.5
    assert MOST_LETTERS == 110


def test_its_speakers_are_those_of_the_language() -> None:
    choices = KokoroVoice.options["speaker"].choices
    assert choices
    english = choices(load("en"))
    assert {name[0] for name in english} == {"a", "b"}
    assert {"af_heart", "am_adam", "bf_emma"} <= set(english)
    assert list(english) == sorted(english)
    assert {name[0] for name in choices(load("es"))} == {"e"}
    assert choices(load("ru")) == []


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment with packages that are named as those of the model."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    monkeypatch.setattr(kokoro_model, "_PART", f"{tmp_path.name}_{{0}}")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def write_part(site: Path, number: int, content: bytes = b"x") -> None:
    folder = site / f"{site.parent.name}_{number}"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "part.bin").write_bytes(content)


def find_finding(do: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(VoiceError) as raised:
        do()
    (finding,) = raised.value.findings
    assert finding.location == ""
    return finding.message, finding.hint


def test_each_part_that_is_missing_is_named(site: Path) -> None:
    packages = [f"{site.parent.name}_{number}" for number in (1, 2, 3, 4)]
    lack = kokoro_model.find_lack("af_heart")
    assert lack == f"not installed: {', '.join(packages)}, the speaker af_heart"
    for number in (1, 2, 3):
        told = find_finding(KokoroVoice().prepare)
        assert told == (f"part {number} of 4 of the natural voice is not installed", HINT)
        write_part(site, number)
    write_part(site, 4)
    (site / packages[3] / "part.bin").unlink()
    assert find_finding(KokoroVoice().prepare)[0].startswith("part 4 of 4")
    folder = kokoro_model.find_speaker_folder()
    assert folder == site.parent / "environment/share/plainspoken/kokoro"
    folder.mkdir(parents=True)
    (folder / "af_heart.bin").touch()
    assert kokoro_model.find_lack("af_heart") == ""


def test_another_model_is_refused(site: Path) -> None:
    for number in (1, 2, 3, 4):
        write_part(site, number)
    assert find_finding(KokoroVoice().prepare) == (
        "the model of the natural voice is not the one that it should be", HINT,
    )  # fmt: skip


@pytest.mark.usefixtures("site")
def test_another_speaker_is_refused() -> None:
    read = kokoro_model.read_speaker
    assert find_finding(lambda: read("am_adam")) == (
        "the speaker 'am_adam' of the natural voice is not installed", HINT,
    )  # fmt: skip
    folder = kokoro_model.find_speaker_folder()
    folder.mkdir(parents=True)
    (folder / "am_adam.bin").write_bytes(b"x")
    assert find_finding(lambda: read("am_adam")) == (
        f"{folder / 'am_adam.bin'} is not the speaker 'am_adam' that it should be", HINT,
    )  # fmt: skip


def test_a_folder_is_no_package_of_speakers(tmp_path: Path) -> None:
    with pytest.raises(VoiceError) as raised:
        add_speakers(tmp_path)
    (finding,) = raised.value.findings
    assert (finding.file, finding.message) == (str(tmp_path), "is no file")
    assert finding.hint == (
        "Give the package `kokoro-js` 1.2.1 of npm, or a file `NAME.bin` of its `voices` folder."
    )
