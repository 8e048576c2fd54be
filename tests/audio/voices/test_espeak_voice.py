"""The embedded voice: its names, its options, and what its sound depends on."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest

from plainspoken.audio.voices import find_facts
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.espeak_library import (
    find_data_folder,
    is_loaded,
    list_voices,
    load_library,
)
from plainspoken.audio.voices.espeak_trace import LENGTH, TONE, VOWEL, hear, list_phonemes
from plainspoken.diagnostics.errors import VoiceError
from plainspoken.diagnostics.finding import Finding
from plainspoken.languages import load
from plainspoken.workers import run_in_child

VERSION = version("espeakng-loader")


@pytest.mark.parametrize(
    ("voice", "lang", "key"),
    [
        (EspeakVoice(), "en", "en-us 130 60 cut-2"),
        (EspeakVoice(rate=99), "en", "en-us 99 60 cut-2"),
        (EspeakVoice(voice="en-gb"), "en", "en-gb 130 60 cut-2"),
        (EspeakVoice(voice="ru"), "en", "en-us 130 60 cut-2"),
        (EspeakVoice(speaker="f2"), "en", "en-us+f2 130 60 cut-2"),
        (EspeakVoice(pitch=0), "en", "en-us 130 60 cut-2 pitch-0"),
        (EspeakVoice(voice="en-gb", speaker="m1", pitch=9, rate=80), "en",
         "en-gb+m1 80 60 cut-2 pitch-9"),
    ],
)  # fmt: skip
def test_all_that_changes_the_sound_is_in_its_key(voice: EspeakVoice, lang: str, key: str) -> None:
    assert voice.cache_key(load(lang)) == f"espeak {VERSION} {key}"


def test_respellings_of_a_language_are_in_its_key() -> None:
    key = EspeakVoice().cache_key(load("zh-Hans"))
    assert re.fullmatch(rf"espeak {re.escape(VERSION)} cmn 172 60 cut-2 [0-9a-f]{{16}}", key)


def test_it_says_what_it_is() -> None:
    voice = EspeakVoice()
    facts = find_facts(voice)
    assert facts
    assert (facts.quality, facts.licence, facts.megabytes) == ("draft", "GPL-3.0-or-later", 21)
    assert (facts.is_online, voice.engine, voice.credit) == (False, "espeak", "espeak-ng")


def test_its_accents_and_speakers_are_those_of_the_engine() -> None:
    accents, speakers = (EspeakVoice.options[name].choices for name in ("voice", "speaker"))
    assert accents
    assert speakers
    english = accents(load("en"))
    assert {"en-us", "en-gb", "en-gb-scotland"} <= set(english)
    assert all(name.partition("-")[0] == "en" for name in english)
    assert list(english) == sorted(set(english))
    assert "es-419" in accents(load("es"))
    found = speakers(load("en"))
    assert {"f2", "m1", "croak"} <= set(found)
    assert list(found) == sorted(found)


def find_finding(text: str) -> Finding:
    voice = EspeakVoice()
    voice.prepare()
    with pytest.raises(VoiceError) as raised:
        voice.speak(text, load("en"))
    (finding,) = raised.value.findings
    assert (finding.file, finding.line) == ("", 0)
    return finding


def test_a_text_of_so_many_characters_is_tried_and_a_longer_one_is_not() -> None:
    change = "Change the sentence, or its words in source/lexicon.toml."
    shown = find_finding(" " * 50_000)
    assert (shown.message.partition(" “")[0], shown.hint) == ("espeak-ng cannot speak", change)
    shown = find_finding(" " * 50_001)
    assert shown.message.startswith("espeak-ng cannot speak so long a sentence: “")
    assert shown.hint == "Divide the sentence."


def test_the_voices_of_the_engine_have_files_by_their_tags() -> None:
    voices = list_voices()
    assert voices["en-us"].endswith("en-US")
    assert voices["cmn"].endswith("cmn")
    assert len(voices) > 100
    assert (find_data_folder() / "phontab").is_file()
    assert all((find_data_folder() / "lang" / file).is_file() for file in voices.values())


def test_whether_the_engine_is_open_is_known() -> None:
    def look() -> list[bool]:
        before = [is_loaded(), EspeakVoice().stateless]
        load_library()
        return [*before, is_loaded(), EspeakVoice().stateless]

    with run_in_child(look) as child:
        assert child.receive() == [False, True, True, False]


@pytest.mark.parametrize(
    ("voice", "kind", "names"),
    [
        ("en-us", VOWEL, {"a", "i:", "@", "3:", "aI", "oU"}),
        ("es", VOWEL, {"a", "e", "i", "o", "u"}),
        ("es-419", VOWEL, {"a", "e", "i", "o", "u"}),
        ("cmn", TONE, {"55", "35", "214", "51"}),
        ("en-us", LENGTH, {":"}),
    ],
)
def test_phonemes_of_a_voice_have_their_kinds(voice: str, kind: int, names: set[str]) -> None:
    found = list(list_phonemes(voice))
    assert names <= {name for name, each in found if each == kind}
    assert len({name for name, _ in found}) == len(found)
    assert {each for _, each in found} <= set(range(TONE, LENGTH + 1))


def test_marks_are_no_phonemes() -> None:
    names = {name for name, _ in list_phonemes("en-us")}
    assert not any(set(name) & set("_|%,'= ") for name in names)
    assert {"t", "d", "N", "S", "tS", "r"} <= names
    assert [name for name, kind in list_phonemes("fr-fr") if kind == LENGTH] == [":"]
    assert all(name.isdecimal() for name, kind in list_phonemes("cmn") if kind == TONE)
    assert not {"", "1", "2"} & names


def test_a_voice_whose_file_names_another_table_has_its_phonemes() -> None:
    """The file of Scottish English says `phonemes en-sc`."""
    scottish, british = (dict(list_phonemes(name)) for name in ("en-gb-scotland", "en-gb"))
    assert scottish != british
    assert dict(list_phonemes("no-such-voice")) == dict(list_phonemes("no"))
    assert list(list_phonemes("qq-none")) == []


def test_every_clause_of_a_text_is_heard() -> None:
    with run_in_child(lambda: hear(["Go. Stop! Go", "", "[[k'at]]"], "en-us")) as child:
        assert child.receive() == ["ɡˈoʊ stˈɑːp ɡˈoʊ", "", "kˈæt"]


def speak(text: str, voice: EspeakVoice) -> bytes:
    with run_in_child(lambda: voice.speak(text, load("en"))) as child:
        return child.receive()


def test_its_sound_leaves_room_and_phonemes_are_spoken_as_such() -> None:
    usual = speak("Ask the cat.", EspeakVoice())
    loudest = max(map(abs, memoryview(usual).cast("h")))
    assert 12_000 < loudest < 30_000, "its own volume of 100 reaches full scale"
    assert speak("Ask the [[k'at]].", EspeakVoice()) == usual
    assert speak("Ask the cat.", EspeakVoice(rate=130)) == usual


def test_it_speaks_the_languages_that_have_its_name_within_bounds() -> None:
    assert EspeakVoice().speaks(load("en"))
    assert not EspeakVoice().speaks(load("tl"))
    bounds = {name: (each.least, each.most) for name, each in EspeakVoice.options.items()}
    assert (bounds["rate"], bounds["pitch"]) == ((80, 450), (0, 99))
    assert EspeakVoice.write_ipa("k\u02c8\u00e6t", load("en")) == "k'at"
    assert EspeakVoice.read_ipa(["k'at"], load("en")) == ["k\u02c8\u00e6t"]
