"""Words of the lexicon in IPA, for engines that have a notation of their own."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from plainspoken.audio.spoken_text import say_sentence
from plainspoken.audio.voices.espeak import EspeakVoice
from plainspoken.audio.voices.espeak_library import list_voices
from plainspoken.audio.voices.espeak_trace import VOWEL, hear, list_phonemes
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import SourceError
from plainspoken.guide import Place, Pronunciation, Sentence, Span
from plainspoken.languages import load
from plainspoken.parsing import parse
from plainspoken.workers import run_in_child

PLACE = Place("source/lexicon.toml", 7)
WORDS = {
    "en": "doxorubicin temperature catheter nausea marrow tablet thirty vision judge chew young",
    "es": "médico corazón quimioterapia jeringa llamar año hierro guitarra pingüino fiebre",
    "fr": "médecin sang cœur fièvre enfant lune rue brun oignon huile juge chaise",
    "de": "Blut Ärztin Fieber Knochenmark Übelkeit schön nicht Woche ziehen Zunge",
    "it": "medico sangue febbre bottiglia gnocchi pizza giorno cuore sci cellula",
    "pt": "médico sangue coração febre filho amanhã hoje chuva quimioterapia",
    "ru": "врач кровь сердце температура лечение щека жить",
    "pl": "lekarz krew serce gorączka leczenie żyć dziecko",
    "ar": "طَبِيب دَم قَلْب حُمَّى",
    "hi": "खून दिल बुखार दवा डॉक्टर",
    "tr": "doktor kan yürek ateş ilaç çocuk",
}


def said(lexicon: tuple[Pronunciation, ...], engine: str = "espeak") -> str:
    return say_sentence(Sentence("s", "en", (Span("Take Xyz."),)), lexicon, engine).sound


def spoken(words: list[str], lang: str) -> list[str]:
    """The IPA that espeak-ng itself gives words."""
    voice = str(load(lang).voice("espeak")["voice"])
    with run_in_child(lambda: hear(words, voice)) as child:
        return child.receive()


def bare(ipa: str) -> str:
    return unicodedata.normalize("NFD", ipa).replace(".", "")


@pytest.mark.parametrize(
    ("ipa", "phonemes"),
    [
        ("dˈɒksəˈruːbɪsɪn", "d'0ks@'ru:bIsIn"),
        ("ˈdɒk.səˈɹuː.bɪ.sɪn", "'d0ks@'ru:bIsIn"),
        ("d͡ʒʌʤ", "dZVdZ"),
        ("ˌgəʊ θɪŋ", ",goU TIN"),
        ("tʃ", "tS"),
        ("ɑ̃", "A~"),
        ("kæt", "kat"),
        ("ˈhɑːrd fɜːrst ɹʌn", "'hA@d f3:r-st rVn"),
        ("ˈhɛpərɪn ˈtɛɹi", "'hEp@2rIn 'te@i"),
    ],
)
def test_ipa_is_written_in_the_notation_of_the_engine(ipa: str, phonemes: str) -> None:
    assert EspeakVoice.write_ipa(ipa, load("en")) == phonemes


@pytest.mark.parametrize("lang", WORDS)
def test_what_the_engine_calls_a_word_is_said_as_that_word(lang: str) -> None:
    ipa = spoken(WORDS[lang].split(), lang)
    phonemes = [EspeakVoice.write_ipa(each, load(lang)) for each in ipa]
    again = EspeakVoice.read_ipa(phonemes, load(lang))
    assert list(map(bare, again)) == list(map(bare, ipa))


def test_every_voice_of_the_engine_has_vowels_and_its_own_are_with_those_it_adds_to() -> None:
    kinds = {voice: dict(list_phonemes(voice)) for voice in list_voices()}
    assert [voice for voice, each in kinds.items() if VOWEL not in each.values()] == []
    assert kinds["es-419"].keys() >= kinds["es"].keys()
    assert kinds["nb"].keys() != kinds["sv"].keys()


@pytest.mark.parametrize("sign", ["ʘ", "ǂ", "ɨ̃", "7", "]", "[", "|", "_", "\U0001f600", "\0"])
def test_a_sign_without_a_sound_is_told_with_its_line(sign: str) -> None:
    lexicon = (Pronunciation("Xyz", ipa=(("en", f"ka{sign}t", PLACE),)),)
    with pytest.raises(SourceError) as failed:
        said(lexicon)
    (finding,) = failed.value.findings
    assert finding.location == "source/lexicon.toml:7"
    assert repr(sign)[1:-1] in finding.message or sign[0] in finding.message
    assert "Xyz" in finding.message


def test_every_sign_without_a_sound_is_told_at_once() -> None:
    lexicon = tuple(Pronunciation(word, ipa=(("en", "kʘt", PLACE),)) for word in ("Xyz", "Abc"))
    with pytest.raises(SourceError) as failed:
        said(lexicon)
    assert len(failed.value.findings) == 2


def test_phonemes_of_the_engine_win_over_ipa_and_ipa_over_letters() -> None:
    ipa, say = (("en", "kæt", PLACE),), (("en", "dog"),)
    own = (("espeak", "en", "b'3:d"),)
    assert said((Pronunciation("Xyz", phonemes=own, ipa=ipa, respelling=say),)) == "Take [[b'3:d]]."
    assert said((Pronunciation("Xyz", ipa=ipa, respelling=say),)) == "Take [[kat]]."
    assert said((Pronunciation("Xyz", ipa=ipa, respelling=say),), "gtts") == "Take dog."


def test_ipa_stands_in_the_lexicon_by_language(small_guide: Path) -> None:
    path = small_guide / "source" / "lexicon.toml"
    path.write_text('[Xyz]\n[Xyz.ipa]\nen = "kæt"\nes = "gato"\n', "utf-8")
    (entry,) = parse(load_project(small_guide)).lexicon
    assert entry.ipa == (
        ("en", "kæt", Place("source/lexicon.toml", 3)),
        ("es", "gato", Place("source/lexicon.toml", 4)),
    )
    assert entry.phonemes == ()
    assert said((entry,)) == "Take [[kat]]."


def test_the_sound_of_a_sentence_is_that_of_its_phonemes() -> None:
    """What is asked of the engine meanwhile changes no sound: it is asked in a child."""
    voice = EspeakVoice()
    language = load("en")

    def speak(text: str) -> bytes:
        with run_in_child(lambda: voice.speak(text, language)) as child:
            return child.receive()

    before = speak("[[k'at]]")
    assert EspeakVoice.write_ipa("kˈæt", language) == "k'at"
    assert speak("[[k'at]]") == before


@pytest.mark.parametrize("ipa", ["hˈɛpəɹɪn", "tˈɛɹi", "hˈɑːɹd", "tˈɑːɹi", "fˈɜːɹst", "pˈɛnjʊɹi"])
def test_an_r_after_a_vowel_is_said_once(ipa: str) -> None:
    phonemes = EspeakVoice.write_ipa(ipa.replace("ɹ", "r"), load("en"))
    assert EspeakVoice.read_ipa([phonemes], load("en")) == [ipa]
