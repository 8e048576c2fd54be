"""many-ideas: more than one idea in a sentence."""

from __future__ import annotations

import pytest

from .conftest import Flagged, Told

MANY = {
    "en": [
        "If you have a fever, call your team because it can be an infection of the blood.",
        "When you feel sick, you can take the pill although you have not had a meal yet.",
        "You can go home, but you must rest, and you should call us, and we will help.",
        "Your doctor, who knows you well, will call you when the results of it are here.",
        "Before you eat, wash your hands, so that no germs get into your mouth or the food.",
        "The drug, which is new, can help if the other drugs have not worked for you.",
        "After you go home, you can eat a bit, unless you feel sick in the stomach.",
        "It can hurt while the needle is in, but you can ask for help if you like.",
    ],
    "es": [
        "Si tiene fiebre, llame a su equipo porque puede ser una infección de la sangre.",
        "Cuando se sienta mal, puede tomar la pastilla aunque no haya comido todavía nada.",
        "Puede ir a su casa, pero debe descansar, y puede llamar, y el equipo le va a ayudar.",
        "Su médico, que lo conoce bien, le va a llamar cuando los resultados estén en la mesa.",
        "Antes de que coma, lave bien sus manos, para que los gérmenes no entren en la boca.",
        "El medicamento, que es nuevo, puede ayudar si los otros medicamentos no le han servido.",
        "Puede comer en la casa un poco, a menos que se sienta mal cuando huela la comida.",
        "Duele un poco si la aguja está dentro, aunque usted puede pedir ayuda a su equipo.",
    ],
}
ONE = {
    "en": [
        "If you have a fever, call.",
        "If you rest when it hurts, it helps.",
        "If you bleed, or if you fall and hurt your head, call your team right away.",
        "If your team gave you other rules for when to call, then follow those rules.",
        "You may have pain, fever, chills, sores in the mouth, nausea, and a very dry skin.",
        "The cells and the blood and the skin and the hair of the patient may change.",
        "Ask your doctor before the test about pain, and after the test about rest at home.",
        "If needed, the nurse can give you a bit of the drug when it hurts too much.",
        "Remission is when the tests find no cells of it in the blood or in the marrow.",
    ],
    "es": [
        "Si tiene fiebre, llame.",
        "Si descansa cuando duele, ayuda.",
        "Si sangra, o si se cae y se golpea la cabeza, llame enseguida a su equipo.",
        "Puede tener dolor, fiebre, escalofríos, llagas en la boca, náuseas y la piel muy seca.",
        "Las células y la sangre y la piel y el pelo de la persona pueden cambiar.",
        "Pregunte a su médico antes de la prueba por el dolor y después por el descanso.",
        "La remisión es cuando las pruebas no encuentran células en la sangre ni en la médula.",
        "El agua y la sal y el pan de la casa son buenos para la boca.",
    ],
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_sentence_of_many_ideas_is_told(flagged: Flagged, lang: str) -> None:
    assert flagged("many-ideas", [*MANY[lang], *ONE[lang]], lang) == MANY[lang]


def test_it_is_for_information_and_names_the_words_that_join(told: Told) -> None:
    (remark,) = told(MANY["en"][0], kind="many-ideas")
    assert remark.finding.level == "info"
    assert "“if”" in remark.finding.message
    assert "“because”" in remark.finding.message
