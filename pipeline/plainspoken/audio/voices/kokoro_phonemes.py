"""Write text in the letters that Kokoro reads: espeak-ng's IPA, with signs of its own for some
pairs of sounds. Punctuation stays, as it makes the melody.

The letters and their numbers are those of the model's configuration (Kokoro-82M).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from .espeak_clauses import hear_clauses, keep_known

LONGEST = 510
"""Letters that the model reads at a time."""
_IPA_WITH_TIES = 0x02 | 0x80 | ord("^") << 8
"""Of `espeak_TextToPhonemes`: IPA, and `^` within sounds that are written in two letters."""
_NUMBERS = {
    " ": 16, "!": 5, '"': 11, "(": 12, ")": 13, ",": 3, ".": 4, ":": 2, ";": 1, "?": 6, "—": 9,
    "“": 14, "”": 15, "…": 10, "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "T": 36, "W": 39,
    "Y": 41, "a": 43, "b": 44, "c": 45, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52,
    "k": 53, "l": 54, "m": 55, "n": 56, "o": 57, "p": 58, "q": 59, "r": 60, "s": 61, "t": 62,
    "u": 63, "v": 64, "w": 65, "x": 66, "y": 67, "z": 68, "æ": 72, "ç": 78, "ð": 81, "ø": 116,
    "ŋ": 112, "œ": 120, "ɐ": 70, "ɑ": 69, "ɒ": 71, "ɔ": 76, "ɕ": 77, "ɖ": 80, "ə": 83, "ɚ": 85,
    "ɛ": 86, "ɜ": 87, "ɟ": 90, "ɡ": 92, "ɣ": 139, "ɤ": 140, "ɥ": 99, "ɨ": 101, "ɪ": 102, "ɯ": 110,
    "ɰ": 111, "ɲ": 114, "ɳ": 113, "ɴ": 115, "ɸ": 118, "ɹ": 123, "ɻ": 126, "ɽ": 129, "ɾ": 125,
    "ʁ": 128, "ʂ": 130, "ʃ": 131, "ʈ": 132, "ʊ": 135, "ʋ": 136, "ʌ": 138, "ʎ": 143, "ʒ": 147,
    "ʔ": 148, "ʝ": 103, "ʣ": 18, "ʤ": 82, "ʥ": 19, "ʦ": 20, "ʧ": 133, "ʨ": 21, "ʰ": 162, "ʲ": 164,
    "ˈ": 156, "ˌ": 157, "ː": 158, "\u0303": 17, "β": 75, "θ": 119, "χ": 142, "ᵊ": 42, "ᵝ": 22,
    "ᵻ": 177, "↓": 169, "→": 171, "↗": 172, "↘": 173, "ꭧ": 23,
}  # fmt: skip
_PAIRS = {
    "a^ɪ": "I", "a^ʊ": "W", "d^ʒ": "ʤ", "e^ɪ": "A", "t^ʃ": "ʧ", "ɔ^ɪ": "Y", "o^ʊ": "O", "ə^ʊ": "Q",
    "t^s": "ʦ", "d^z": "ʣ", "ə^l": "ᵊl", "^": "", "g": "ɡ",
}  # fmt: skip
"""Two letters of IPA with a tie, in one; other ties are left out."""
_ENGLISH = {
    "ɚ": "əɹ", "ɜː": "ɜɹ", "r": "ɹ", "x": "k", "ɐ": "ə", "ɾ": "T", "ʔ": "t", "ː": "",
}  # fmt: skip
"""What the model's English has for signs of espeak-ng."""
_SYLLABIC = re.compile("(.)\u0329")


def write_letters(text: str, voice: str) -> str:
    """The letters for a text with phonemes of espeak-ng in `[[…]]`, by a voice of espeak-ng. Raises
    UnknownSoundError: the model has no letter for a sign.
    """
    ipa = hear_clauses(text, voice, _IPA_WITH_TIES)
    for pair, letter in (_PAIRS | _ENGLISH if voice.startswith("en") else _PAIRS).items():
        ipa = ipa.replace(pair, letter)
    letters = _SYLLABIC.sub(r"ᵊ\1", unicodedata.normalize("NFD", ipa))
    return " ".join(keep_known(letters, _NUMBERS).split())


def number_letters(letters: str) -> Sequence[int]:
    """The numbers of letters, between those of the ends."""
    return [0, *(_NUMBERS[letter] for letter in letters), 0]
