"""`plainspoken languages`, and what voices are told of languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.gtts import GttsVoice
from plainspoken.cli import main
from plainspoken.languages import available, find_language


def test_all_languages_are_listed_outside_a_guide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["languages"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert {line.split()[0] for line in lines if line.strip()} >= set(available())
    (spanish,) = (line for line in lines if line.startswith(" es "))
    assert spanish.split()[1] == "Spanish"
    assert "all" in spanish
    assert "espeak, gtts" in spanish
    assert any(line.startswith("Without words") and "he" in line for line in lines)


def test_one_language_is_told_in_full_with_what_it_lacks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["languages", "ht"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("ht: Haitian Creole")
    assert "voices: espeak (ht)\n" in told
    assert "a reading scale: it gets lengths and no grade" in told


def test_words_that_a_language_has_and_lacks_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    for tag, answer in (("ht", "yes"), ("he", "no")):
        assert main(["languages", tag]) == 0
        told = capsys.readouterr().out
        assert f"  words for editions: {answer}\n" in told
        assert f"  number words: {answer}\n" in told


def test_programs_get_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["languages", "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    by_tag = {language["tag"]: language for language in table["languages"]}
    assert table["schema"] == 1
    assert by_tag["ar"]["direction"] == "rtl"
    assert by_tag["es"]["voices"] == {"espeak": "es-419", "gtts": "es", "kokoro": "ef_dora"}
    assert by_tag["es"]["remarks"] == "all"
    assert by_tag["es"]["lacks"] == []
    assert not by_tag["he"]["words"]
    assert by_tag["tl"]["name"] == by_tag["tl"]["own_name"] == "Filipino"
    assert by_tag["zh-Hans"]["name"] == "Chinese (Simplified)"


def test_an_unknown_language_is_an_error_with_those_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["languages", "nl"]) == 2
    told = capsys.readouterr().err
    assert "nothing is known of the language 'nl'" in told
    assert "zh-Hans" in told


@pytest.mark.parametrize(
    ("tag", "espeak", "gtts"),
    [("pt", "pt-br", "pt"), ("pt-BR", "pt-br", "pt"), ("pt-PT", "pt", "pt-PT"),
     ("fr-CA", "fr", "fr-CA"), ("zh", "cmn", "zh-CN"), ("es-MX", "es-419", "es")],
)  # fmt: skip
def test_a_region_may_have_a_voice_of_its_own(tag: str, espeak: str, gtts: str) -> None:
    language = find_language(tag)
    assert EspeakVoice().cache_key(language).split()[2] == espeak
    assert GttsVoice().cache_key(language).split()[-1] == gtts


def test_it_is_told_what_checks_cannot_find_in_a_language(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lack = "words for checks: a lost “not” is not found\n"
    assert main(["languages", "he"]) == 0
    assert lack in capsys.readouterr().out
    assert main(["languages", "ht"]) == 0
    assert lack not in capsys.readouterr().out
