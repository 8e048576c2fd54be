"""Voices are found by name, asked what they can do, and told apart from those that cannot say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from tests.audio.test_options import ToneVoice, set_voices
from tests.plugins import install_voices

from plainspoken.audio.voices import (
    Option,
    VoiceFacts,
    find_choices,
    find_facts,
    find_kind,
    find_lack,
    find_locale_voices,
    find_notation,
    find_phonemes_engine,
    find_reader,
    find_recording,
    find_speaker,
    find_voice,
    is_stateless,
    list_engines,
    list_speakers,
)
from plainspoken.audio.voices.cache_keys import find_cache_key, list_cache_keys
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.diagnostics.finding import Finding
from plainspoken.languages import Language, load

FAULT = "This is a fault of the voice: use another one, and report it to those who make it."


@dataclass(frozen=True, slots=True)
class BellVoice(ToneVoice):
    """Says all that a voice may say of itself."""

    size: float = 1
    metal: str = "tin"
    clapper: str = ""
    loud: bool = False
    options: ClassVar[Mapping[str, Option]] = {
        "size": Option(float, least=0.5, most=2),
        "metal": Option(str, choices=lambda language: ("tin", f"gold-{language.tag}")),
        "clapper": Option(str, choices=lambda _: ()),
        "loud": Option(bool),
    }
    engine: ClassVar[str] = "bells"
    credit: ClassVar[str] = "Bells"
    facts: ClassVar[VoiceFacts] = VoiceFacts("person", "CC0", 3)
    stateless: ClassVar[bool] = True

    def find_lack(self, language: Language) -> str:
        return f"no bell for {language.tag}"

    def find_recording(self, name: str, text: str, lang: str) -> str | None:
        return f"{name}|{text}|{lang}"


@dataclass(frozen=True, slots=True)
class BrokenVoice(ToneVoice):
    """Does nothing right."""

    engine: ClassVar[str] = "broken"
    credit: ClassVar[str] = "Broken"

    def speaks(self, language: Language) -> bool:
        raise KeyError(language.tag)

    def find_lack(self, language: Language) -> str:
        raise SystemExit(language.tag)

    def find_recording(self, name: str, text: str, lang: str) -> str | None:
        raise OSError(name + text + lang)

    def cache_key(self, language: Language) -> str:
        raise ValueError("x" * 500 + language.tag)

    @property
    def stateless(self) -> bool:
        raise TypeError("\x1b")


@dataclass(frozen=True, slots=True)
class NamelessVoice(ToneVoice):
    """Has no name for editions."""

    engine: ClassVar[str] = "nameless"
    credit: ClassVar[str] = None  # type: ignore[assignment]


TONES, BELLS, BROKEN = ToneVoice(), BellVoice(), BrokenVoice()
ENGLISH = load("en")


def find_finding(error: VoiceError) -> Finding:
    (finding,) = error.findings
    assert (finding.file, finding.line) == ("", 0)
    return finding


def test_engines_are_found_by_their_names() -> None:
    names = {"command", "espeak", "gtts", "kokoro", "piper", "recorded"}
    assert names <= set(list_engines())
    with pytest.raises(VoiceError) as raised:
        find_voice("qqqqq")
    finding = find_finding(raised.value)
    assert finding.message == "there is no voice 'qqqqq'"
    assert finding.hint.startswith("Use one of: command, espeak, gtts, kokoro, piper, recorded")
    with pytest.raises(VoiceError) as raised:
        find_voice("command")
    finding = find_finding(raised.value)
    assert finding.message == "command needs `run`, `languages`, `name`"
    assert finding.hint == (
        'Set them in source/guide.toml: voices = [{engine = "command", run = …}].'
    )


def test_what_a_voice_does_not_say_has_its_usual_answer() -> None:
    assert find_facts(TONES) is None
    assert find_kind(TONES) == "natural"
    assert find_lack(TONES, ENGLISH) == ""
    assert find_recording(TONES, "s", "Go.", "en") is None
    assert not is_stateless(TONES)


def test_what_a_voice_says_is_taken() -> None:
    assert find_facts(BELLS) == VoiceFacts("person", "CC0", 3)
    assert find_kind(BELLS) == "person"
    assert find_lack(BELLS, ENGLISH) == "no bell for en"
    assert find_recording(BELLS, "s", "Go.", "en") == "s|Go.|en"
    assert is_stateless(BELLS)


def test_only_true_is_true() -> None:
    @dataclass(frozen=True, slots=True)
    class Doubtful(ToneVoice):
        stateless: ClassVar[int] = 1

    assert not is_stateless(Doubtful())


def test_a_fault_of_a_voice_is_told_as_one() -> None:
    for ask, message in (
        (lambda: list(list_speakers([BROKEN], ENGLISH)),
         "Broken cannot say whether it speaks en: KeyError: 'en' ("),
        (lambda: find_lack(BROKEN, ENGLISH),
         "Broken cannot say whether it is ready for en: SystemExit: en ("),
        (lambda: find_recording(BROKEN, "a", "b", "c"),
         "Broken cannot look for its sound of a: OSError: abc ("),
        (lambda: is_stateless(BROKEN),
         "Broken cannot say whether its sound depends on what it spoke before: TypeError: <U+0"),
        (lambda: find_cache_key(BROKEN, ENGLISH),
         f"Broken cannot name what its sound depends on in en: ValueError: {'x' * 188} ("),
    ):  # fmt: skip
        with pytest.raises(VoiceError) as raised:
            ask()
        finding = find_finding(raised.value)
        assert finding.message.startswith(message)
        assert "(test_finding_voices.py, line " in finding.message
        assert finding.hint == FAULT


def test_those_who_speak_a_language_are_in_their_order() -> None:
    other = ToneVoice(200)
    assert list(list_speakers([other, BELLS, TONES], ENGLISH)) == [other, BELLS, TONES]
    assert find_speaker([TONES, other], ENGLISH) is TONES
    assert find_speaker([TONES], load("es")) is None
    assert find_speaker([], ENGLISH) is None


def test_keys_are_those_of_all_who_speak_each_language_once() -> None:
    assert list(list_cache_keys([TONES, ToneVoice(200)], ["en", "es", "en"])) == [
        "tones en 440", "tones en 200",
    ]  # fmt: skip

    @dataclass(frozen=True, slots=True)
    class Keyless(ToneVoice):
        def cache_key(self, language: Language) -> str:
            return len(language.tag)  # type: ignore[return-value]

    with pytest.raises(VoiceError) as raised:
        find_cache_key(Keyless(), ENGLISH)
    assert find_finding(raised.value).message == (
        "Tones names what its sound depends on by int, not text"
    )


def test_an_engine_may_take_the_phonemes_of_another() -> None:
    assert [find_phonemes_engine(name) for name in ("kokoro", "piper", "espeak", "gtts", "qq")] == [
        "espeak", "espeak", "espeak", "gtts", "qq",
    ]  # fmt: skip
    for name in ("espeak", "kokoro"):
        write, read = find_notation(name, ENGLISH), find_reader(name, ENGLISH)
        assert write
        assert read
        assert write("kˈæt", ENGLISH) == "k'at"
        assert list(read(["k'at"], ENGLISH)) == ["kˈæt"]
    assert find_notation("gtts", ENGLISH) is find_reader("gtts", ENGLISH) is None
    assert find_notation("qq", ENGLISH) is None


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_guide: Path) -> Path:
    install_voices(tmp_path / "site", monkeypatch, BellVoice)
    return small_guide


def find_faults(guide: Path, voices: str) -> Sequence[tuple[str, str]]:
    set_voices(guide, voices)
    project = load_project(guide)
    with pytest.raises(VoiceError) as raised:
        find_locale_voices(project, project.find_locale("en"))
    return [(finding.message, finding.hint) for finding in raised.value.findings]


@pytest.mark.parametrize(
    ("option", "message", "hint"),
    [
        ("size = 0.4", "`size` is 0.4", "Give `size` a number from 0.5 to 2."),
        ("size = 2.1", "`size` is 2.1", "Give `size` a number from 0.5 to 2."),
        ("size = 3", "`size` is 3", "Give `size` a number from 0.5 to 2."),
        ('metal = "x"', "`metal` is 'x', which is none for en", "Use one of: tin, gold-en."),
        ('metal = "tinn"', "`metal` is 'tinn', which is none for en", "Did you mean `tin`?"),
        ('clapper = "x"', "`clapper` is 'x', which is none for en", "Remove it."),
        ("loud = 1", "`loud` is 1, not true or false", "Give `loud` true or false."),
        ("xx = 1", "`xx` is not an option of bells", "Use one of: size, metal, clapper, loud."),
    ],
)
def test_an_option_is_bounded(house: Path, option: str, message: str, hint: str) -> None:
    assert find_faults(house, f'[{{engine = "bells", {option}}}]') == [(message, hint)]


def test_all_wrong_options_are_told_and_right_ones_taken(house: Path) -> None:
    wrong = '{engine = "bells", size = 9, loud = 1}'
    assert len(find_faults(house, f'[{wrong}, {{engine = "qq"}}]')) == 3
    for size in (0.5, 2):
        right = f'{{engine = "bells", size = {size}, metal = "gold-en", loud = true}}'
        set_voices(house, f'[{right}, "espeak"]')
        project = load_project(house)
        locale = project.find_locale("en")
        bells, _ = find_locale_voices(project, locale)
        assert bells == BellVoice(size=size, metal="gold-en", loud=True)
        assert find_locale_voices(project, locale, "bells") == (bells,)
        assert find_locale_voices(project, locale, "gtts") == (find_voice("gtts"),)
        choices = find_choices(project, locale)
        assert bells in choices
        names = [voice.engine for voice in choices]
        assert names == sorted(names)
        assert {"bells", "espeak", "gtts", "kokoro"} <= set(names)
        assert not {"command", "piper", "recorded"} & set(names)


def test_a_voice_without_names_is_at_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_guide: Path
) -> None:
    install_voices(tmp_path / "site", monkeypatch, NamelessVoice)
    assert find_faults(small_guide, '["nameless"]') == [
        ("nameless has no text for `engine` and `credit`", FAULT)
    ]
