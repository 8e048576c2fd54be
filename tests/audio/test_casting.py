"""Several voices for one locale: who says what, and how an edition names them."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest
from tests.plugins import install_voices

from plainspoken.audio.casting import Reading
from plainspoken.audio.credits import count_readers
from plainspoken.audio.narrate import narrate
from plainspoken.audio.script import write_scripts
from plainspoken.audio.voices import Voice, VoiceFacts
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.cli import main
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.front_matter import name_narrator
from plainspoken.guide import Guide
from plainspoken.languages import Language, load
from plainspoken.narration import Narration, Reader, ScriptEntry, SpokenSentence, VoiceLine

from .test_options import ToneVoice, set_voices

Out = pytest.CaptureFixture[str]


@dataclass(frozen=True, slots=True)
class PickyVoice(ToneVoice):
    """Cannot say any text with one of its words."""

    hertz: int = 300
    refused: tuple[str, ...] = ("water",)
    engine: ClassVar[str] = "picky"
    credit: ClassVar[str] = "Picky"

    def find_obstacle(self, text: str, language: Language) -> str:
        del language
        found = [word for word in self.refused if word in text]
        return f"has no sound for “{found[0]}”" if found else ""


@dataclass(frozen=True, slots=True)
class TapeVoice(ToneVoice):
    """A person who has read some sentences, each at a pitch of its own."""

    hertz: int = 600
    starts: str = "Do not"
    engine: ClassVar[str] = "tape"
    credit: ClassVar[str] = "Ana Ruiz"
    facts: ClassVar[VoiceFacts] = VoiceFacts("person", "CC BY 4.0", 0)

    def find_recording(self, name: str, text: str, lang: str) -> str | None:
        return f"{lang}/{name}" if text.startswith(self.starts) else None

    def find_obstacle(self, text: str, language: Language) -> str:
        del text, language
        return "has not read it"


def read_aloud(guide: Guide, cache: Path, *voices: Voice) -> Narration:
    return narrate([Reading(guide, voices)], cache, 2, lambda *_: None)[0]


def find_speakers(guide: Guide, cache: Path, *voices: Voice) -> dict[str, list[str]]:
    """The names of those who say something of each sentence, by its text."""
    (script,) = write_scripts([Reading(guide, voices)], 1, cache)
    texts = {sentence.id: sentence.text for sentence in guide.sentences()}
    return {
        texts[name]: [voices[line.voice].credit for line in entry.lines]
        for name, entry in script.items()
    }


def test_what_a_voice_cannot_say_the_next_one_says(guide: Guide, tmp_path: Path) -> None:
    speakers = find_speakers(guide, tmp_path, PickyVoice(), ToneVoice())
    assert {("water" in text, names[-1]) for text, names in speakers.items() if names} == {
        (True, "Tones"),
        (False, "Picky"),
    }


def test_a_recording_goes_before_the_voices_behind_it_alone(guide: Guide, tmp_path: Path) -> None:
    after = find_speakers(guide, tmp_path, ToneVoice(), TapeVoice())
    assert {name for names in after.values() for name in names} == {"Tones"}
    before = find_speakers(guide, tmp_path, TapeVoice(), ToneVoice())
    recorded = {text for text, names in before.items() if names == ["Ana Ruiz"]}
    assert recorded
    assert recorded == {text for text in before if text.startswith("Do not")}


def test_what_no_voice_of_the_chain_can_say_is_an_error_at_its_line(
    guide: Guide, tmp_path: Path
) -> None:
    voices = (TapeVoice(), PickyVoice())
    with pytest.raises(VoiceError) as raised:
        read_aloud(guide, tmp_path, *voices)
    count = sum("water" in sentence.text for sentence in guide.sentences())
    assert len({finding.detail for finding in raised.value.findings}) == count
    for finding in raised.value.findings:
        assert finding.location.startswith("source/")
        why = "Ana Ruiz has not read it; Picky has no sound for “water”"
        assert finding.message.endswith(f": {why}")
    assert not list(tmp_path.rglob("*.pcm"))


def test_who_reads_is_named_with_the_share_most_first(guide: Guide, tmp_path: Path) -> None:
    narration = read_aloud(guide, tmp_path, TapeVoice(), PickyVoice(), EspeakVoice())
    assert [reader.kind for reader in narration.readers] == ["natural", "draft", "person"]
    assert sum(reader.percent for reader in narration.readers) == 100
    shares = [reader.percent for reader in narration.readers]
    assert shares == sorted(shares, reverse=True)
    assert min(shares) >= 1


def test_a_sentence_counts_once_for_who_says_most_of_it() -> None:
    def make_entry(*sounds: tuple[int, str]) -> ScriptEntry:
        lines = tuple(VoiceLine(voice, "en", sound) for voice, sound in sounds)
        return ScriptEntry(lines, SpokenSentence((), ()), ())

    script = {
        "a": make_entry((0, "Take it with a glass of water"), (1, "agua"), (1, "tibia")),
        "b": make_entry((1, "Agua.")),
        "c": make_entry(),
    }
    readers = count_readers(script, (PickyVoice(), TapeVoice()))
    assert {reader.name: reader.percent for reader in readers} == {"Picky": 50, "Ana Ruiz": 50}


@pytest.mark.parametrize(
    ("lang", "named"),
    [
        (
            "en",
            "Read by Ana Ruiz (60%). Read by Kokoro (39%), a synthetic voice. "
            "Read by espeak-ng (1%), a synthetic draft voice. Some words are hard to follow.",
        ),
        (
            "de",
            "Gelesen von Ana Ruiz (60\xa0%). Gelesen von Kokoro (39\xa0%), einer künstlichen "
            "Stimme. Gelesen von espeak-ng (1\xa0%), einer künstlichen Stimme als Entwurf. "
            "Manche Wörter sind schwer zu verstehen.",
        ),
    ],
)
def test_a_person_is_not_called_synthetic(lang: str, named: str) -> None:
    readers = [
        Reader("espeak-ng", "draft", 1),
        Reader("Ana Ruiz", "person", 60),
        Reader("Kokoro", "natural", 39),
    ]
    assert name_narrator(load(lang), readers) == named
    assert name_narrator(load("en"), readers[1:2]) == "Read by Ana Ruiz."
    assert name_narrator(load("en"), readers[1:], short=True) == (
        "Ana Ruiz (60%); Kokoro (39%), synthetic voice"
    )


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_guide: Path) -> Path:
    """A guide whose English three voices may read, two of which a wheel of its own brings."""
    install_voices(tmp_path / "site", monkeypatch, TapeVoice, PickyVoice)
    set_voices(small_guide, '["tape", "picky", "espeak"]')
    return small_guide


def read_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_edition_names_all_who_read_it_with_their_shares(house: Path, capsys: Out) -> None:
    assert main(["build", "--locale", "en", "-C", str(house), "--json"]) == 0
    (edition,) = json.loads(capsys.readouterr().out)["editions"]
    shares = {reader["name"]: reader["percent"] for reader in edition["readers"]}
    assert shares.keys() == {"Picky", "espeak-ng", "Ana Ruiz"}
    (path,) = (house / "dist/en").glob("*.epub")
    with zipfile.ZipFile(path) as book:
        package = book.read("EPUB/content.opf").decode()
        colophon = book.read("EPUB/colophon.xhtml").decode()
    for name, percent in shares.items():
        assert f"{name} ({percent}%)" in package
        assert f"{name} ({percent}%)" in colophon
    assert "Read by Ana Ruiz" in colophon
    first = read_files(house / "dist")
    shutil.rmtree(house / "dist")
    shutil.rmtree(house / ".cache")
    assert main(["build", "--locale", "en", "-C", str(house), "--jobs", "1"]) == 0
    assert f"read by Picky {shares['Picky']}%, " in capsys.readouterr().out
    assert read_files(house / "dist") == first


def test_a_chain_without_the_last_voice_builds_nothing(house: Path, capsys: Out) -> None:
    set_voices(house, '["tape", "picky"]')
    assert main(["build", "--locale", "en", "-C", str(house)]) == 2
    assert "no voice of the locale can say" in capsys.readouterr().err
    assert not (house / "dist").exists()


def test_a_sentence_that_changes_goes_on_to_the_next_voice(guide: Guide, tmp_path: Path) -> None:
    whole = TapeVoice(starts="")
    kept = find_speakers(guide, tmp_path, whole, ToneVoice())
    assert {name for names in kept.values() for name in names} == {"Ana Ruiz"}
    part = find_speakers(guide, tmp_path, replace(whole, starts="Do not"), ToneVoice())
    assert any(names == ["Tones"] for names in part.values())
