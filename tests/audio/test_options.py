"""Options of voices: they change the sound, and what is wrong is an error at its line."""

from __future__ import annotations

import math
import subprocess
import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest
from tests.plugins import install_voices
from tests.publishing.conftest import environment

from plainspoken.audio.casting import Reading
from plainspoken.audio.narrate import narrate
from plainspoken.audio.voices import Option, Voice, find_locale_voices, find_voice
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import PlainspokenError, ProjectError, VoiceError
from plainspoken.guide import Guide
from plainspoken.languages import Language, load
from plainspoken.narration import RATE, Narration, Reader


@dataclass(frozen=True, slots=True)
class ToneVoice:
    """A voice for tests: a tone for each sentence, as long as its text."""

    hertz: int = 440
    options: ClassVar[Mapping[str, Option]] = {"hertz": Option(int, least=100, most=2000)}
    engine: ClassVar[str] = "tones"
    credit: ClassVar[str] = "Tones"

    def speaks(self, language: Language) -> bool:
        return language.base == "en"

    def cache_key(self, language: Language) -> str:
        return f"tones {language.tag} {self.hertz}"

    def prepare(self) -> None:
        """Nothing to load."""

    def speak(self, text: str, language: Language) -> bytes:
        del language
        step = 2 * math.pi * self.hertz / RATE
        return array("h", (int(9000 * math.sin(step * n)) for n in range(80 * len(text)))).tobytes()


def read_aloud(guide: Guide, cache: Path, voice: Voice) -> Narration:
    return narrate([Reading(guide, (voice,))], cache, 2, lambda *_: None)[0]


def speak(voice: EspeakVoice, text: str = "Boil the water, then wait.") -> bytes:
    """The sound, made in a process of its own: the next one must not depend on it."""
    code = (
        "import sys; from plainspoken.audio.voices.espeak import EspeakVoice;"
        "from plainspoken.languages import load;"
        f"sys.stdout.buffer.write({voice!r}.speak({text!r}, load('en')))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, env=environment(), timeout=300)
    return done.stdout


def set_voices(folder: Path, voices: str, locale: str = "en") -> int:
    """Give a locale of guide.toml these voices; give the line."""
    path = folder / "source" / "guide.toml"
    lines = path.read_text("utf-8").split("\n")
    place = lines.index(f"[locales.{locale}]") + 1
    lines[place] = f"voices = {voices}"
    path.write_text("\n".join(lines), "utf-8")
    return place + 1


@pytest.mark.parametrize(
    "voice",
    [EspeakVoice(rate=90), EspeakVoice(voice="en-gb"), EspeakVoice(speaker="f2"),
     EspeakVoice(pitch=90)],
)  # fmt: skip
def test_each_option_changes_the_sound_and_its_key(voice: EspeakVoice) -> None:
    usual = EspeakVoice()
    assert voice.cache_key(load("en")) != usual.cache_key(load("en"))
    assert speak(voice) != speak(usual)


def test_a_slower_rate_takes_longer() -> None:
    assert len(speak(EspeakVoice(rate=90))) > 1.2 * len(speak(EspeakVoice()))


def test_a_higher_pitch_sounds_higher() -> None:
    assert find_pitch(speak(EspeakVoice(pitch=99), "Moo.")) > 2 * find_pitch(
        speak(EspeakVoice(pitch=0), "Moo.")
    )


def find_pitch(sound: bytes) -> float:
    """The pitch in the middle of a sound, in Hz: of 50 to 500 what repeats it best."""
    samples = array("h", sound)
    start, longest = len(samples) // 3, RATE // 50
    part, later = samples[start : start + 2000], samples[start : start + 2000 + longest]
    return RATE / max(
        range(RATE // 500, longest),
        key=lambda lag: sum(x * later[place + lag] for place, x in enumerate(part)),
    )


def test_an_accent_serves_only_its_own_language() -> None:
    british = EspeakVoice(voice="en-gb")
    assert british.cache_key(load("es")) == EspeakVoice().cache_key(load("es"))


def test_names_and_tables_may_stand_side_by_side(small_guide: Path) -> None:
    set_voices(small_guide, '["gtts", {engine = "espeak", rate = 120, voice = "en-gb"}, "espeak"]')
    project = load_project(small_guide)
    _, first, second = find_locale_voices(project, project.find_locale("en"))
    assert first == EspeakVoice(rate=120, voice="en-gb")
    assert second == find_voice("espeak")


@pytest.mark.parametrize(
    ("voices", "message", "hint"),
    [
        ('[{engine = "espeak", rte = 120}]', "`rte` is not an option of espeak", "`rate`"),
        ('[{engine = "espeak", colour = "red"}]', "`colour` is not an option of espeak",
         "Use one of: rate, voice, speaker, pitch."),
        ('[{engine = "gtts", rate = 1}]', "`rate` is not an option of gtts", "timeout"),
        ('[{engine = "gtts", timeout = 0}]', "`timeout` is 0", "from 0.1 to 3600"),
        ('[{engine = "espeak", rate = "fast"}]', "`rate` is 'fast', not a whole number", "Give"),
        ('[{engine = "espeak", rate = 1.5}]', "`rate` is 1.5, not a whole number", "Give"),
        ('[{engine = "espeak", rate = ["9"]}]', "`rate` is ['9'], not a whole number", "Give"),
        ('[{engine = "espeak", rate = true}]', "`rate` is True, not a whole number", "Give"),
        ('[{engine = "espeak", rate = 9}]', "`rate` is 9", "a number from 80 to 450"),
        ('[{engine = "espeak", voice = "en-bg"}]', "`voice` is 'en-bg', which is none for en",
         "Did you mean `en-gb`?"),
        ('[{engine = "espeak", voice = "ru"}]', "`voice` is 'ru', which is none for en", "en-us"),
        ('[{engine = "espeak", speaker = "f22"}]', "`speaker` is 'f22'", "Did you mean `f2`?"),
        ('[{engine = "espeek"}]', "there is no voice 'espeek'", "Did you mean `espeak`?"),
        ('["espeek"]', "there is no voice 'espeek'", "Did you mean `espeak`?"),
    ],
)  # fmt: skip
def test_a_wrong_option_is_an_error_with_file_and_line(
    small_guide: Path, voices: str, message: str, hint: str
) -> None:
    line = set_voices(small_guide, voices)
    project = load_project(small_guide)
    with pytest.raises(VoiceError) as raised:
        find_locale_voices(project, project.find_locale("en"))
    (finding,) = raised.value.findings
    assert finding.location == f"source/guide.toml:{line}"
    assert message in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("voices", "message"),
    [
        ("[1]", "`locales.en.voices` is a whole number, not text in quotes or a table"),
        ("[{rate = 120}]", "`locales.en.voices.engine` is missing"),
        ('[{engine = "espeak", rate = [1]}]',
         "`locales.en.voices.rate` is a whole number, not text in quotes"),
        ('[{engine = "espeak", rate = 2026-01-31}]',
         "`locales.en.voices.rate` is a date such as 2026-01-31, not text in quotes or a number"
         " or true or false or a list"),
        ('[""]', "`locales.en.voices` is empty"),
    ],
)  # fmt: skip
def test_what_is_no_voice_is_an_error_with_file_and_line(
    small_guide: Path, voices: str, message: str
) -> None:
    line = set_voices(small_guide, voices)
    with pytest.raises(ProjectError) as raised:
        load_project(small_guide)
    (finding,) = raised.value.findings
    assert (finding.location, finding.message) == (f"source/guide.toml:{line}", message)


def test_a_third_party_engine_reads_a_guide(guide: Guide, tmp_path: Path) -> None:
    low, high = (read_aloud(guide, tmp_path, ToneVoice(hertz)) for hertz in (200, 800))
    assert low.readers == (Reader("Tones", "natural"),)
    assert [track.samples for track in low.tracks] == [track.samples for track in high.tracks]
    for one, other in zip(low.tracks, high.tracks, strict=True):
        assert one.path.read_bytes() != other.path.read_bytes()
    assert read_aloud(replace(guide, lang="es"), tmp_path, ToneVoice()).unspoken == ("es",)


def test_an_option_that_changes_has_its_edition_made_again(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["build", "--locale", "en", "-C", str(small_guide)]
    told = []
    for voices in ('["espeak"]', '["espeak"]', '[{engine = "espeak", rate = 150}]'):
        set_voices(small_guide, voices)
        assert main(command) == 0
        told.append(capsys.readouterr().out.split(",")[0].split("\n")[0])
    assert told == ["en: made", "en: unchanged", "en: made"]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tone voice, as a wheel of somebody else's would bring it."""
    install_voices(tmp_path / "site", monkeypatch, ToneVoice)


@pytest.mark.usefixtures("installed")
def test_an_installed_engine_is_named_in_the_guide_with_its_options(small_guide: Path) -> None:
    set_voices(small_guide, '[{engine = "tones", hertz = 300}]')
    project = load_project(small_guide)
    (voice,) = find_locale_voices(project, project.find_locale("en"))
    assert voice.cache_key(load("en")) == "tones en 300"
    set_voices(small_guide, '[{engine = "tones", hertz = 30}]')
    project = load_project(small_guide)
    with pytest.raises(PlainspokenError, match="`hertz` is 30"):
        find_locale_voices(project, project.find_locale("en"))
