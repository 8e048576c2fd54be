"""What is said for sentences of each language, and what would be heard as something else."""

from __future__ import annotations

import pytest
from tests.approval import Approve
from tests.sentences import read_sentences

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text

# What is written alike in many languages, and may be said in another way in each.
SIGNS = """\
0 | 1 | 2 | 3 | 5 | 11 | 12 | 15 | 21 | 40 | 71 | 80 | 99 | 100 | 101 | 110 | 200 | 1000
1001 | 1100
1,000 | 1.000 | 10 000 | 1,234.5 | 1.234,5 | 1,000,000 | 2000000 | 1e6 | 007 | 0.5 | 0,5
.5 | 1.05 | 12.345
-5 | −5 °C | +3 | ±2 | 5-10 | 5–10 mg | 3-4 | 2..3 | 1-1-1 | 10-20% | 5 ± 1 | 1/2 | 3/4
2/3 | 1½ | 1 1/2 | ⅞
1/8 | 5/7 | 12/10 | 1:10 | 50:50 | 50/50 | 24/7 | 1 in 4 | 120/80 mmHg | 120-130/80 mmHg
38.5 °C | 38,5° | 100.4 °F
14:30 | 08:05 | 0:00 | 24:00 | 8:30-17:00 | 8.30 | 8h30 | 7:00 am | 7 p.m. | 12:00
14:30:15 | 9:00, 12:15
2026-05-04 | 25.12.2026 | 25/12/2026 | 12/25/2026 | 5.12. | 1.1.2026 | 2019–2023 | 1990s
1961-1990 | 2026 | 1900 | 2000
5 mg | 1 mg | 2.5 mL | 5 µg | 5 mcg | 1 kg | 2 g | 10 IU | 5 mmol/L | 15 mg/kg | 5 mg/kg/d
10 km/h | 25 kg/m² | 5 l | 3 dL
5 cm | 2 m | 5 km | 3 in | 5 ft | 5'10" | 6 lb | 2 oz | 30 min | 2 h | 45 s | 5 m² | 3 cm³
10² | 10³ | 10^6 | 10⁹/L | x10⁹
5% | 5 % | 0.5‰ | 100% | $5 | $5.50 | 5 $ | €5 | 5,50 € | £3 | ¥100 | ₹20 | $1,250.75
3 USD | 5 EUR | 2.7m | $3 million
#3 | № 5 | § 3 | No. 4 | p. 5 | *5 | 5* | (2) | [3] | 1) | a) | ① | 1. | 2. | 3rd | 2nd
21st | 1º | 2ª | 3e | 4.
IV | XIX | VIII | XIV. | B12 | H1N1 | T4 | CD19+ | A1c | COVID-19 | omega-3 | pH 7.4 | CO₂
H₂O | α | β-2 | γ/δ | λ | Ω
≥ 5 | ≤ 3 | <5 | >10 | ~5 | ≈ 5 | = 5 | ≠ 2 | 2×3 | 2 x 3 | 3*4 | 5+5 | 10-5 | 6÷2 | √4 | ∞
↑ | ↓ | → | (+) | (-) | + | ++ | °
a/b | A/B | and/or | a & b | R&D | a@b.org | www.a.org | https://a.org/b?c=1 | 10.0.0.1
v2.3 | a_b | © | ® | ™ | • 5
555-0142 | +1 555 0142 | (555) 555-0142 | 911 | 112 | 0800 555 014 | 12345 | 123456789
1-800-555-0142 | 030/555 | +49 30 5550
🙂 | ❤️ 5 | 👍 | ☎ 112 | ✓ | ✗ | ☐ | ★ | ♀ | ♂ | 5 🙂 | 1️⃣ | 3-in-1 | 12-hour | 5-day | 2-3x
3x | x3 | 1.5x | 4G | 3D | 5'
Dr. 5 | Mr. 5 | St. 5 | etc. | e.g. | i.e. | vs. | approx. 5 | max. 5 | min. 5 | tel. 5
ca. 5 | Nr. 5 | kcal | 200 kcal | 5 kJ"""


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fa", "fr", "hi", "ht", "it", "ko", "pl", "pt", "ru", "tl", "tr", "vi",
    "zh-Hans",
])  # fmt: skip
def test_words(tag: str, approve: Approve) -> None:
    lines = []
    for sentence in read_sentences(tag):
        spoken = say_text(sentence, load(tag))
        lines += [spoken.written, f"  {spoken.words}"]
        lines += [f"  given to the voice: {spoken.sound}"] if spoken.sound != spoken.words else []
        lines += [f"  unsaid: {spoken.written[start:end]}" for start, end in spoken.unsaid]
        lines += [f"  misread: {found}" for found in find_misreadings(spoken)]
    approve("\n".join(lines))


@pytest.mark.parametrize("tag", [
    "ar", "de", "en", "es", "fa", "fr", "hi", "ht", "it", "ko", "pl", "pt", "ru", "tl", "tr", "vi",
    "zh-Hans",
])  # fmt: skip
def test_signs(tag: str, approve: Approve) -> None:
    lines = []
    for line in SIGNS.splitlines():
        said = []
        for sign in line.split(" | "):
            spoken = say_text(sign, load(tag))
            misread = "".join(f" heard as {each.heard}" for each in find_misreadings(spoken))
            unsaid = "".join(f" without {spoken.written[a:b]}" for a, b in spoken.unsaid)
            same = spoken.words == sign
            said.append(f"{sign}{'' if same else f': {spoken.words}'}{misread}{unsaid}")
        lines += [*said, ""]
    approve("\n".join(lines))
