"""What is said and what a recogniser wrote down: alike, or doubtful."""

from __future__ import annotations

import pytest

from plainspoken.audio.listening.comparison import SaidText, find_doubts
from plainspoken.audio.spoken_text import say_sentence
from plainspoken.guide import Sentence, Span
from plainspoken.languages import load

ALIKE = (
    ("en", "The pharmacy opens at 8:30 a.m.", "The pharmacy opened at 8.30am."),
    ("en", "The pharmacy opens at 8:30 a.m.", "The pharmacy opens at 830 a.m."),
    ("en", "Take the last pill at 10 p.m.", "Take the last pill at 10pm."),
    ("en", "Your child gets 2.5 mL of the syrup.", "Your child gets 2.5ml of syrup."),
    ("en", "Take 1/2 tablet.", "Take one half tablet."),
    ("en", "Take 1/2 tablet.", "Take half a tablet."),
    ("en", "Call 911 if you cannot breathe.", "Call 911 if you can't breathe."),
    ("en", "Call 911 if you cannot breathe.", "Call 9-1-1 if you can not breathe."),
    ("en", "Call 1-800-555-0142.", "Call 1 800 555 0142"),
    ("en", "A fever is 100.4 °F or more.", "A fever is 100.4 degrees Fahrenheit or more."),
    ("en", "Wait 20 minutes.", "Wait twenty minutes."),
    ("en", "Take ibuprofen.", "Take I be profane."),
    ("en", "One of them is red.", "1 of them is red."),
    ("en", "It is in room 911.", "It is in room 9 1 1."),
    ("en", "Type 9 1 1 5.", "Type 9115."),
    ("es", "Beba 8 vasos.", "Beba ocho vasos."),
    ("es", "Llame al 911.", "Llame al 9-1-1."),
    ("es", "Abre a las 8:30 de la mañana.", "Abre a las 8.30 de la mañana."),
    ("es", "Abre a las 8:30 de la mañana.", "Abre a las 8 y 30 de la mañana."),
    ("es", "Vuelva a las 2:15 p. m.", "Vuelva a las dos y 15 p.m."),
    ("es", "Descanse 45 minutos.", "Descanse 40 y 5 minutos."),
    ("es", "Son más de 95 de cada 100.", "son más de 90 y 5 de cada 100"),
    ("es", "Marca 100.4 grados.", "Marca 100 puntos. 4 grados."),
    ("es", "Marca 38 °C.", "Marca 38 grados."),
    ("es", "Sin signo ni síntoma.", "Sin signoni síntoma."),
    ("es", "Tiene 38.5 °C.", "Tiene 30 y 8.5 grados Celsius."),
    ("de", "Nehmen Sie 2,5 mg.", "Nehmen Sie 2,5 Milligramm."),
    ("fr", "Ne prenez pas plus de 3 comprimés.", "Ne prenez pas plus de trois comprimés."),
    ("zh-Hans", "不要吃3片。", "不要吃三片。"),
)  # fmt: skip
DOUBTFUL = (
    ("en", "The dose is 15 mg.", "The dose is 50 milligrams.", "“15 mg” is not heard"),
    ("en", "Take 15 mg.", "Take 50 milligrams.", "“50 milligrams” is heard and not said"),
    ("en", "Take 15 mg.", "Take 15 milliliters.", "“15 mg” is heard as “15 milliliters”"),
    ("en", "The dose is 15 mg.", "The dose is 15.", "“15 mg” is heard as “15”"),
    ("en", "Take it at 10 p.m.", "Take it at 10am.", "“10 p.m.” is not heard"),
    ("en", "Take it at 10 p.m.", "Take it at 10.", "“10 p.m.” is not heard"),
    ("en", "It opens at 8:30 a.m.", "It opens at 9.30am.", "“8:30 a.m.” is not heard"),
    ("en", "It opens at 8:30 a.m.", "It opens at 8.30pm.", "“8:30 a.m.” is not heard"),
    ("en", "Call 911.", "Call 912.", "the telephone number “911” is not heard"),
    ("en", "Take 2.5 mg.", "Take 25 mg.", "“2.5 mg” is not heard"),
    ("en", "Take 25 mg.", "Take 2.5 mg.", "“25 mg” is not heard"),
    ("en", "Take 25 mg.", "Take 2 5 mg.", "“25 mg” is not heard"),
    ("en", "Take 45 mg.", "Take 40 or 5 mg.", "“45 mg” is not heard"),
    ("en", "Take 45 mg.", "Take 40-5 mg.", "“45 mg” is not heard"),
    ("es", "Tome 45 mg.", "Tome 40 o 5 mg.", "“45 mg” is not heard"),
    ("es", "Son 95 de cada 100.", "son 90 o 5 de cada 100", "“95 de cada 100” is not heard"),
    ("es", "Marca 100.4 grados.", "Marca 100 puntos. 5 grados.", "“100.4 grados” is not heard"),
    ("es", "A 38 °C.", "A 38 grados Fahrenheit.", "“38 °C” is heard as “38 grados Fahrenheit”"),
    ("en", "Take 0.5 mg.", "Take 05 mg.", "“0.5 mg” is not heard"),
    ("en", "Take 1.5 tablets.", "Take 15 tablets.", "“1.5” is not heard"),
    ("en", "Take 1 or 2 tablets.", "Take 12 tablets.", "“12” is heard and not said"),
    ("en", "Take 1-2 tablets.", "Take 12 tablets.", "“12” is heard and not said"),
    ("en", "Take 1/2 tablet.", "Take 12 tablets.", "“1/2” is not heard"),
    ("en", "Take 1 two times a day.", "Take 12 times a day.", "“12 times” is heard and not said"),
    ("en", "Wait 10 minutes, then 5 minutes.", "Wait 105 minutes.", "“10 minutes” is not heard"),
    ("en", "Type 9 1 1 mg.", "Type 911 mg.", "“911 mg” is heard and not said"),
    ("en", "Take 2 pills every 6 hours.", "Take 6 pills every 2 hours.", "in another order"),
    ("en", "Take it once a day.", "Take it once a week.", "“day” is heard as “week”"),
    ("en", "Take it once a day.", "Take it twice a day.", "“twice” is heard and not said"),
    ("en", "Do not eat.", "Do eat.", "a negation is not heard: said “not”, heard none"),
    ("en", "You can drive.", "You can't drive.", "a negation is heard that is not said"),
    ("en", "Wash your hands with soap.", "", "nothing that is said is heard"),
    ("es", "Vuelva a las 2:15 p. m.", "Vuelva a las dos y 50 p.m.", "“2:15 p. m.” is not heard"),
    ("es", "Descanse 45 minutos.", "Descanse 40 y 6 minutos.", "“45 minutos” is not heard"),
    ("es", "No tome más de 4 gramos.", "Tome más de 4 gramos.", "a negation is not heard"),
    ("es", "Tome 0.5 mg.", "Tome 05 mg.", "“0.5 mg” is not heard"),
    ("es", "Tome 2 tabletas.", "Tome 12 tabletas.", "“12” is heard and not said"),
    ("zh-Hans", "不要吃3片。", "要吃三片。", "a negation is not heard"),
)  # fmt: skip


def compare(lang: str, written: str, heard: str) -> tuple[str, ...]:
    spoken = say_sentence(Sentence("s", lang, (Span(written),)), (), "espeak", "")
    return find_doubts(SaidText(written, spoken.words, load(lang)), heard)


@pytest.mark.parametrize(("lang", "written", "heard"), ALIKE)
def test_what_is_only_written_otherwise_is_no_doubt(lang: str, written: str, heard: str) -> None:
    assert compare(lang, written, heard) == ()


@pytest.mark.parametrize(("lang", "written", "heard", "doubt"), DOUBTFUL)
def test_another_number_unit_time_or_negation_is_doubtful(
    lang: str, written: str, heard: str, doubt: str
) -> None:
    assert any(doubt in found for found in compare(lang, written, heard))


@pytest.mark.parametrize(("lang", "written"), sorted({case[:2] for case in DOUBTFUL}))
def test_what_is_heard_as_it_is_said_is_no_doubt(lang: str, written: str) -> None:
    assert compare(lang, written, written) == ()
    spoken = say_sentence(Sentence("s", lang, (Span(written),)), (), "espeak", "")
    assert compare(lang, written, spoken.words) == ()
