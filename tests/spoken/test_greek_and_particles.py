"""Greek letters, section signs and particles are said, and heard."""

from __future__ import annotations

import pytest

from .conftest import check_said_and_heard, list_cases

GREEK = {
    "en": {
        "ω-3, α-blockers, βhCG, IFN-α2b": "omega three, alpha-blockers, beta hCG, IFN alpha two b",
        "a λόγος, 5 µg": "a λόγος, five micrograms",
    },
    "de": {"γ-GT": "Gamma-GT"},
    "ru": {"ω-3, β-каротин": "омега три, бета-каротин"},
    "zh-Hans": {"富含ω-3，β受体": "富含欧米伽三，贝塔受体"},
    "ko": {"β 차단제, TNF-α": "베타 차단제, TNF-알파"},
    "ar": {"أحماض ω-3": "أحماض أوميغا ثلاثة"},
}
SIGNS = {
    "en": {"§§ 4–6, § 31a": "sections four to six, section thirty-one a"},
    "fr": {"§ 4, nº 7": "paragraphe quatre, numéro sept"},
    "pl": {"w § 5": "w paragrafie pięć"},
    "ru": {"в § 4, § 5, №6": "в параграфе четыре, параграф пять, номер шесть"},
    "zh-Hans": {"见§4，№5": "见第四节，五号"},
    "ko": {"§4, No. 5": "제 사 절, 오 번"},
    "tr": {"§ 4, No: 6": "paragraf dört, numara altı"},
    "ar": {"§ 4": "الفقرة أربعة"},
}
PARTICLES = {
    "ko": {
        "소금 5 g = 나트륨 2 g": "소금 오 그램은 나트륨 이 그램",
        "물 1 L = 1 kg, BMI = 25": "물 일 리터는 일 킬로그램, BMI는 이십오",
        "500mg를, 38℃은, 5 mL을": "오백 밀리그램을, 섭씨 삼십팔 도는, 오 밀리리터를",
        "2 L으로, 5 mg으로": "이 리터로, 오 밀리그램으로",
        "종로3가, 2과": "종로삼가, 이과",
    }
}


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    list_cases(GREEK, SIGNS, PARTICLES),
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    check_said_and_heard(text, tag, said)
