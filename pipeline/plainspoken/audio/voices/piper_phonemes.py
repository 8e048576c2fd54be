"""Write text in the phonemes that a voice of Piper reads: espeak-ng's IPA, sign by sign."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from .espeak_clauses import STOPS, hear_clauses, keep_known
from .piper_config import BEGIN, END, PAD, PiperConfig

LONGEST = 400
"""Phonemes at a time: more than a long sentence that a voice has learnt from."""
_IPA = 0x02
"""Of `espeak_TextToPhonemes`."""
_FEW_STOPS = str.maketrans({"…": ".", "—": ",", "(": "", ")": "", '"': "", "“": "", "”": ""})
"""Voices have learnt from the stops that espeak-ng tells apart; the others are none to them."""


def write_phonemes(text: str, config: PiperConfig) -> str:
    """The phonemes for a text with phonemes of espeak-ng in `[[…]]`; none where there is nothing to
    say. Raises UnknownSoundError: the voice has no number for a sign.
    """
    heard = hear_clauses(text, config.espeak_voice, _IPA).translate(_FEW_STOPS)
    signs = unicodedata.normalize("NFD", " ".join(heard.split()))
    signs = "".join("".join(config.replacements.get(sign, sign)) for sign in signs)
    known = keep_known(signs, config.numbers)
    if not any(map(str.isalpha, known)):
        return ""
    return known if known[-1] in STOPS else f"{known}."


def number_phonemes(phonemes: str, config: PiperConfig) -> Sequence[int]:
    """The numbers of phonemes as the voice has learnt to read them, each with padding after it."""
    numbers = [*config.numbers[BEGIN], *config.numbers[PAD]]
    for sign in phonemes:
        numbers += [*config.numbers.get(sign, ()), *config.numbers[PAD]]
    return [*numbers, *config.numbers[END]]
