"""Short forms of letters, labels, recipes and appointment cards are said as people read them."""

import pytest

from .conftest import check_said_and_heard, list_cases

PEOPLE = {
    "en": {
        "a 54 y/o female, age 54 y/o": "a fifty-four year old female, age fifty-four years old",
        "the 8-yr-old boy": "the eight year old boy",
        "Pt has a fever": "Patient has a fever",
        "Pt c/o nausea, c/o Ann Lee": "Patient complaining of nausea, care of Ann Lee",
    },
    "de": {
        "72-jähr. Patientin, 6-jähr. Kind": "zweiundsiebzigjährige Patientin, sechsjähriges Kind",
        "Der Pat. hustet, 3 Pat.": "Der Patient hustet, drei Patienten",
        "Fr. Weber, jeden Fr. Sport": "Frau Weber, jeden Fr. Sport",
    },
    "es": {"mujer de 45 a. con fiebre": "mujer de cuarenta y cinco años con fiebre"},
    "fr": {"Pte âgée de 45 ans": "patiente âgée de quarante-cinq ans"},
    "it": {"Pz. con febbre, 45 aa.": "paziente con febbre, quarantacinque anni"},
    "pt": {"mulher de 45 a., com febre": "mulher de quarenta e cinco anos, com febre"},
}
BOOKS = {
    "en": {"pp. 3 ff., vol. IV, sec. 2": "pages three and following, volume four, section two"},
    "de": {
        "S. 8 ff., Abschn. IV, s. Abb. 2": (
            "Seite acht fortfolgende, Abschnitt vier, siehe Abbildung zwei"
        )
    },
    "es": {"pág. 8 y ss., cap. IV": "página ocho y siguientes, capítulo cuatro"},
    "fr": {"p. 8 et suiv., chap. IV": "page huit et suivantes, chapitre quatre"},
    "it": {"v. fig. 8 e segg., cap. II": "vedi figura otto e seguenti, capitolo due"},
    "pt": {"v. fig. 8 e segs., cap. II": "ver figura oito e seguintes, capítulo dois"},
}
KITCHEN = {
    "en": {
        "6 fl oz juice, 2 c. flour": "six fluid ounces juice, two cups flour",
        "1 fl. oz., 3 qt. soup": "one fluid ounce, three quarts soup",
    },
    "de": {"2 Pr. Zucker, 1 Btl. Tee, 3 Stk.": "zwei Prisen Zucker, ein Beutel Tee, drei Stück"},
    "es": {"1/2 cdta. de canela": "media cucharadita de canela"},
    "fr": {"1 sach. le soir, 2 fl. par mois": "un sachet le soir, deux flacons par mois"},
    "it": {"1 cucch.no di miele": "un cucchiaino di miele"},
    "pt": {
        "2 col. (sopa) de mel, 3 xíc. de chá": "duas colheres de sopa de mel, três xícaras de chá",
        "1/4 de col. (chá) de sal": "um quarto de colher de chá de sal",
    },
}
DOORS = {
    "en": {"ext. 2305": "extension two three zero five"},
    "de": {"App. 305, Stat. 2": "Apparat drei null fünf, Station zwei"},
    "es": {"ext. 305, de L a J": "extensión tres cero cinco, de lunes a jueves"},
    "fr": {"Hôp. Nord, poste 305": "hôpital Nord, poste trois zéro cinq"},
    "it": {"Osp. Nord, 2° p., int. 305": "ospedale Nord, secondo piano, interno tre zero cinque"},
    "pt": {"ramal 305": "ramal três zero cinco"},
}
LITTLE_WORDS = {
    "de": {
        "Obst- u. Gemüsesaft, u. U. s. u.": ("Obst- und Gemüsesaft, unter Umständen siehe unten"),
        "Hepatitis, St. II; St. Georg": "Hepatitis, Stadium zwei; Sankt Georg",
        "Babys < 4 Mon.": "Babys unter vier Monaten",
        "Paracetamol, nach der 2.": "Paracetamol, nach der zweiten",
    },
    "pt": {
        "p/ crianças c/ tosse, s/ açúcar, s/n": ("para crianças com tosse, sem açúcar, sem número"),
        "p/ex., 5 mg p/dia": "por exemplo, cinco miligramas por dia",
        "em < 6 meses": "em menos de seis meses",
    },
    "es": {
        "el 2.º trim.": "el segundo trimestre",
        "1 comp. c/noche": "un comprimido cada noche",
        "5 mg p/día p/ adultos": "cinco miligramos por día para adultos",
        "núm. ext. 12": "número exterior uno dos",
    },
}
SIGNS = {
    "en": {
        "HIV (+), flu (−), D (+) C": "HIV positive, flu negative, D ( plus) C",
        "LDL ↑, HDL ↓": "LDL increased, HDL decreased",
        "5 mg IV": "five milligrams into a vein",
    },
    "de": {"CRP ↑": "CRP erhöht"},
    "es": {"5 mg IM, VIH (-)": "cinco miligramos por vía intramuscular, VIH negativo"},
    "fr": {"TA ↓, test (+)": "TA en baisse, test positif"},
    "it": {"PA ↑": "PA in aumento"},
    "pt": {"10 gotas VO": "dez gotas por via oral"},
}


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    list_cases(PEOPLE, BOOKS, KITCHEN, DOORS, LITTLE_WORDS, SIGNS),
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
