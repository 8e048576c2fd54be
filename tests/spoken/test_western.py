"""What is said in German, French, Italian and Portuguese, and heard as it is written."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text

from .conftest import check_said_and_heard

GERMAN = {
    "nach 1 Tag, nach 1 h, 1 Tablette, mit 1 Tablette": (
        "nach einem Tag, nach einer Stunde, eine Tablette, mit einer Tablette"
    ),
    "Warten Sie 1 Monat, in 1 Glas, 1–2 Tabletten": (
        "Warten Sie einen Monat, in einem Glas, ein bis zwei Tabletten"
    ),
    "eine 1/2 Tablette, vor 1/2 Stunde, 1½ Tabletten": (
        "eine halbe Tablette, vor einer halben Stunde, eineinhalb Tabletten"
    ),
    "am 14.3.2025, bis zum 1. März, vom 3. bis 5. Mai": (
        "am vierzehnten März zweitausendfünfundzwanzig, bis zum ersten März, "
        "vom dritten bis fünften Mai"
    ),
    "im 2. Monat, die 3. Dosis, 5. Tag, der 4. Woche": (
        "im zweiten Monat, die dritte Dosis, fünfter Tag, der vierten Woche"
    ),
    "um 8.30 Uhr, 8–10 Uhr, 20 Min., vor 1 Stunde": (
        "um acht Uhr dreißig, acht bis zehn Uhr, zwanzig Minuten, vor einer Stunde"
    ),
    "3x täglich, 2-mal, 1- bis 2-mal, 2 Tabletten/Tag, 1-0-1": (
        "dreimal täglich, zweimal, ein- bis zweimal, zwei Tabletten pro Tag, eins, null, eins"
    ),
    "S. 4, z. B. Typ 1, 70±5 kg, 1.5.26": (
        "Seite vier, zum Beispiel Typ eins, siebzig plus minus fünf Kilogramm, "
        "erster Mai zweitausendsechsundzwanzig"
    ),
    "Am 24.12. ist zu, 10,00 €, 1 h 30 min": (
        "Am vierundzwanzigsten Dezember ist zu, zehn Euro, eine Stunde dreißig Minuten"
    ),
    "Tel. 030 1234567": "Telefon null drei null, eins zwei drei vier fünf sechs sieben",
}
FRENCH = {
    "1 notice, 21 notices, 1 patient, 1 an": "une notice, vingt et une notices, un patient, un an",
    "2½ comprimés, 1 1/2 gélule, 2 1/2 h, un 1/2 comprimé": (
        "deux comprimés et demi, une gélule et demie, deux heures et demie, un demi comprimé"
    ),
    "de 8 h à 10 h, 8h-10h, 1 h, 14 h 05": (
        "de huit heures à dix heures, huit heures à dix heures, une heure, quatorze heures cinq"
    ),
    "score < 4, un rapport de 1:10, 24h/24": (
        "score en dessous de quatre, un rapport de un pour dix, "
        "vingt-quatre heures sur vingt-quatre"
    ),
    "01 23 45 67 89": "zéro un, vingt-trois, quarante-cinq, soixante-sept, quatre-vingt-neuf",
    "03/2026, n° 5, 3x/jour": "mars deux mille vingt-six, numéro cinq, trois fois par jour",
}
ITALIAN = {
    "1 ora, 1 stomaco, 1 giorno, 1 scatola": "un' ora, uno stomaco, un giorno, una scatola",
    "il 3° giorno, 38°, IV stadio": "il terzo giorno, trentotto gradi, quarto stadio",
    "10–15 mg, ogni 4–6 ore": "da dieci a quindici milligrammi, ogni quattro-sei ore",
    "ore 8.30, 20:05, 5 mg/kg/die": (
        "ore otto e trenta, venti zero cinque, cinque milligrammi per chilogrammo al giorno"
    ),
}
PORTUGUESE = {
    "10-15 mg, 1–2 cápsulas": "dez a quinze miligramas, uma a duas cápsulas",
    "2 caixas, 1 mulher, 1 dia, 2 x 5": "duas caixas, uma mulher, um dia, duas vezes cinco",
    "2½ comprimidos, 1/2 hora, de 8/8h": (
        "dois comprimidos e meio, meia hora, de oito em oito horas"
    ),
    "à 1h, 4º dia, neutrófilos < 5": "à uma hora, quarto dia, neutrófilos menores que cinco",
    "às 8h30min, 1 h 30 min": "às oito e trinta minutos, uma hora trinta minutos",
}
TABLES = {"de": GERMAN, "fr": FRENCH, "it": ITALIAN, "pt": PORTUGUESE}


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [(lang, *row) for lang, table in TABLES.items() for row in table.items()],
)
def test_a_language_is_said_and_heard_as_people_say_it(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "1 c. à café", "une cuillère à café"),
        ("de", "Kinder von 6–11 J.", "Kinder von sechs bis elf Jahren"),
        ("pl", "Nie przekraczaj 4000 mg.", "Nie przekraczaj czterech tysięcy miligramów."),
    ],
)
def test_short_forms_and_verbs_tell_gender_and_case(lang: str, text: str, words: str) -> None:
    assert say_text(text, load(lang)).words == words
