"""Centuries, kings, decades and years are said and heard."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

CENTURIES = {
    "en": {
        "the XIX century, the XVIIIth century": "the nineteenth century, the eighteenth century",
        "King Charles III": "King Charles the third",
    },
    "es": {
        "los siglos XVIII y XIX": "los siglos dieciocho y diecinueve",
        "Juan Carlos I, Alfonso XIII": "Juan Carlos primero, Alfonso trece",
    },
    "fr": {
        "aux XVIIIe et XIXe siècles": "aux dix-huitième et dix-neuvième siècles",
        "la IVe édition, la Ire partie": "la quatrième édition, la première partie",
        "Louis XIV, François Ier": "Louis quatorze, François premier",
    },
    "de": {
        "im XXI. Jahrhundert, das XX. Jahrhundert": (
            "im einundzwanzigsten Jahrhundert, das zwanzigste Jahrhundert"
        ),
        "im XVIII. Jh.": "im achtzehnten Jahrhundert",
        "Karl V": "Karl der fünfte",
    },
    "it": {"Papa Giovanni XXIII": "Papa Giovanni ventitreesimo"},
    "pt": {"nos séculos XVIII e XIX": "nos séculos dezoito e dezenove"},
    "pl": {
        "w XVIII w., z XIX w.": "w osiemnastym wieku, z dziewiętnastego wieku",
        "w XX wieku, od XX wieku": "w dwudziestym wieku, od dwudziestego wieku",
        "rozdział IV, Jana Pawła II": "rozdział czwarty, Jana Pawła drugiego",
    },
    "ru": {
        "в XVIII в., в конце XIX в.": "в восемнадцатом веке, в конце девятнадцатого века",
        "в XIX–XX вв.": "в девятнадцатом – двадцатом веках",
        "глава IV, Пётр I": "глава четвёртая, Пётр первый",
    },
    "tr": {"XX. yüzyılda, XXI. yy.": "yirminci yüzyılda, yirmi birinci yüzyıl"},
    "fa": {"قرن XX، فصل IV": "قرن بیستم، فصل چهار"},
    "hi": {"XX सदी": "बीसवीं सदी"},
    "zh-Hans": {"XX世纪": "二十世纪"},
    "ko": {"XX세기": "이십세기"},
    "vi": {"thế kỷ thứ XIX": "thế kỷ thứ mười chín"},
    "tl": {"ika-XX siglo": "ikadalawampu siglo"},
    "ht": {"XXyèm syèk": "ventyèm syèk"},
}


@pytest.mark.parametrize(
    ("tag", "text", "said"),
    [
        (tag, text, said)
        for table in (CENTURIES,)
        for tag, cases in table.items()
        for text, said in cases.items()
    ],
)
def test_it_is_said_and_heard(tag: str, text: str, said: str) -> None:
    spoken = say_text(text, load(tag))

    assert spoken.words == said
    assert not list(find_misreadings(spoken))
