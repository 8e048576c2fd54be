"""Each sound of a voice in IPA and in espeak-ng's notation: all of both tables, approved."""

from __future__ import annotations

import pytest
from tests.approval import Approve

from plainspoken.audio.voices.espeak_ipa import UnknownSoundError, read_phonemes, write_phonemes
from plainspoken.audio.voices.espeak_trace import list_phonemes

VOICES = ["en-us", "en-gb", "de", "cmn"]


def write(ipa: str, voice: str) -> str:
    try:
        return write_phonemes(ipa, voice)
    except UnknownSoundError as sign:
        return f"no {sign}"


@pytest.mark.parametrize("voice", VOICES)
def test_each_sound_is_written_as_the_voice_says_it_best(voice: str, approve: Approve) -> None:
    """By phoneme: its IPA alone, and what is written for that before a vowel, a t and the end."""
    names = [name for name, _ in list_phonemes(voice)]
    sounds = [ipa.strip("ˈˌ") for ipa in read_phonemes(names, voice)]
    lines = []
    for name, ipa in sorted(zip(names, sounds, strict=True)):
        written = [write(text, voice) for text in (f"t{ipa}a", f"a{ipa}t", f"ta{ipa}")]
        lines.append(" ".join([name, ipa or "-", *(text or "-" for text in written)]))
    approve("\n".join(lines))


@pytest.mark.parametrize(
    ("ipa", "phonemes"),
    [
        ("", ""),
        (" ", ""),
        ("ˈɑː ˌɒ.ə", "'0 ,0@"),
        ("tʃt.ʃ", "tStS"),
        ("t͡ʃ d͜ʒ ʧ ʤ ʦ ʣ g a:", "tS dZ tS dZ ts dz g A:"),
    ],
)
def test_stress_ends_of_syllables_and_ties_are_taken(ipa: str, phonemes: str) -> None:
    assert write_phonemes(ipa, "en-us") == phonemes


@pytest.mark.parametrize(
    ("ipa", "sign"), [("kʘta", "ʘ"), ("kʘ", "ʘ"), ("7a", "7"), ("kʘ\u0303ta", "ʘ\u0303")]
)
def test_a_sign_without_a_sound_is_named_with_its_marks(ipa: str, sign: str) -> None:
    with pytest.raises(UnknownSoundError) as raised:
        write_phonemes(ipa, "en-us")
    assert str(raised.value) == sign
