"""All that is read of numbers in sentences of each language."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest
from tests.approval import Approve
from tests.sentences import read_sentences

from plainspoken.languages import load
from plainspoken.quantities.extract import extract

from .descriptions import describe_quantities


def read_lists(name: str) -> dict[str, list[str]]:
    """The texts of a file beside this one, by language."""
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fa", "fr", "hi", "ht", "it", "ko", "pl", "pt", "ru", "tl", "tr", "vi",
    "zh-Hans",
])  # fmt: skip
def test_quantities(tag: str, approve: Approve) -> None:
    lines = []
    for sentence in read_sentences(tag):
        text = unicodedata.normalize("NFC", sentence)
        found = describe_quantities(extract(text, load(tag)), text)
        lines += [text, *(f"  {each}" for each in found.split(" | "))]
    approve("\n".join(lines))


NUMERALS = [
    "a_5 mg, B12 mg, x5 mg, X5 °C, _5 mg, 5_mg, №5 mg, ق5 mg, T5°",
    "(5 mg), -5 mg, 5 mg/5 ml, 5mg5, 5 mgs, 中5 mg",
    "1,2 1.2 1,23 1.23 1,234 1.234 1234,5 1.234,5 1,234.5 0,123 0.123 1234,567 12345.678",
    "1,234,567 1.234.567 1'234'567 1 234 567 1,23,456 12,34,567 123,45,678 1,2345 1,234,56 1.2.3",
    "1,234.567.8 12,345,67 1,234,5678 0,12,345 1.234.56,7 1٬234 1٫5 ١٬٢٣٤٫٥ １，２３４ १२,३४,५६७",
    "1,234'567.8 1,23,45,678 1234,567,890 0,123,456 1,234,56,789 12,34,56 1.234.567,8",
    "1/2 2/1 3/20 3/21 0/5 12/10 1/1 10/12 1/2/3 1⁄4 ½ 1½ 1 ½ 1 1/2 3-1/2 3-1/5 ⅞ 2⅞ 1.5 1/2 1,½",
    "150/000 15/000 1/000 0/000 1500/000 38/5 1/2 درجه, 38/5 درجه", ".5 ,5 a.5 1..5 5. 5,",
    "covid-19, omega-3, B12, H1N1, 3D, x2, 2x, a-1, -1, −1, ±1, #1, §1, 1., 1), (1), 1-1, 1–2, "
    "1 - 2",
    "10 000 10 00 100 000 1 000 000 1000 000 0 100 25 000,5 1 2 3 100 200 300 12 345 678 901",
    "8:30 08:30 24:00 25:00 8:60 8:5 18:05:10 8h30 8 h 30 8h 8 h 8g30 8 giờ 05 1:10 12:00 0:00 "
    "8.30 23.59",
    "1/2/2026 13/2/2026 2/13/2026 1.2.2026 13.2.26 2026-05-04 5/2026 31/12 1-2-2026 1/2/26 "
    "12/5/6 99/99/9999",
    "5 mg 5mg 5 Mg 5 MG 5 g 5 G 5 mcg 5 µg 5 μg 5 kg 5 mL 5 ml 5 l 5 L 5 dL 5 cc 5 IU 5 UI 5 "
    "mEq 5 mmol/L",
    "38 °C 38°C 38° 38 ° C 100 °F 5% 5 % % 5 5‰ 5 h 5 min 5 s 5 d 5 m 5 cm 5 mm 5 km 5 in 5 ft "
    "5 oz 5 lb",
    "2-4 mg 2 - 4 mg 2–4 mg 2 mg-4 mg 2 to 4 mg 2 a 4 mg 2 bis 4 mg 2 à 4 mg 10-20% 2..4 2/4 mg "
    "4-2 mg",
    "555-0142 (555) 555-0142 +1 555 555 0142 911 112 1-800-555-0142 0800 555 014 2019-2023 "
    "1000-2000 mg",
    "1٬23 1'23 1234'567 1\u00a023 0٬123 1٬2345 12٬34٬567 call 1299-1400, 1300-1400, 1500-1600",
    "call 1799-1900, call 1800-2199, call 2199-2200, call 1499-1500, appelez 2019-2023, 555-2023",
    "call 911, call 5, call 12345, call 1234567890123456, phone 555.0142, tel. 555 0142, fax: "
    "555-0142",
    "12345678901234567890123456789012345 1" + ",234" * 12 + " ①② Ⅳ ² 10² 10^6 1e5 ٣ ۳ ३ ၃ 三 百",
]  # fmt: skip


@pytest.mark.parametrize("tag", ["de", "en", "es", "fa", "hi", "pl", "vi", "zh-Hans"])
def test_numerals(tag: str, approve: Approve) -> None:
    lines = []
    for text in NUMERALS:
        for region in ("", "US", "MX", "CH"):
            found = describe_quantities(extract(text, load(tag), region), text)
            said = [f"  {region or 'no region'}", *(f"    {each}" for each in found.split(" | "))]
            if not region:
                usual = found
                lines += [text, *said]
            elif found != usual:
                lines += said
    approve("\n".join(lines))


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fr", "hi", "ko", "pl", "ru", "tr", "vi", "zh-Hans",
])  # fmt: skip
def test_spelled(tag: str, approve: Approve) -> None:
    lines = []
    for text in read_lists("phrases.toml")[tag]:
        found = describe_quantities(extract(text, load(tag)), unicodedata.normalize("NFC", text))
        lines.append(f"{text}: {found}")
    approve("\n".join(lines))
