"""Doses, warnings and contacts are critical; nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.catalogs.critical import explain_critical, select_critical
from plainspoken.catalogs.extract import extract_messages
from plainspoken.config.project import load_project
from plainspoken.parsing import parse


def critical(root: Path) -> set[str]:
    guide = parse(load_project(root))
    return {message.text for message in select_critical(guide, extract_messages(guide))}


def write(root: Path, text: str) -> None:
    (root / "source/02-brew.md").write_text(f"# Brew\n\n## Steep\n\n{text}\n", "utf-8")


def test_warnings_contacts_and_temperatures_of_a_guide_are_critical(small_guide: Path) -> None:
    assert critical(small_guide) == {
        "your helper's number",
        "Fill the [kettle][term:kettle]. Heat it to {hot}, or *almost* **boiling**. Wait. "
        "Is it [ready][link-1]?",
        "Steam burns. Call {help-phone} if you get hurt.",
        "Wait for 3 minutes. Do not stir.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Take 5 mg.",
        "Take 0.5mg.",
        "Take 1,000 µg at night.",
        "Take ½ tablet.",
        "Take 2 tablets.",
        "Drink 2 L of water.",
        "A fever of 38 °C is high.",
        "A fever of 100.4° is high.",
        "Inject 10 units.",
        "A 250-mg pill.",
        "**Take 5 mg** now.",
        "Your dose is 5 mg/kg.",
        "Tome 5 ml.",
    ],
)
def test_a_number_with_a_unit_is_critical(small_guide: Path, text: str) -> None:
    write(small_guide, text)
    assert text in critical(small_guide)


@pytest.mark.parametrize(
    "text",
    [
        "It takes 3 to 4 weeks.",
        "More than 95% of children do.",
        "Read section 2 Links.",
        "In 2026, it changed.",
        "Version 1.5 gives more.",
        "Two cups.",
        "A room for 4 guests.",
        "Only 5 Mg.",
    ],
)
def test_other_numbers_are_not(small_guide: Path, text: str) -> None:
    write(small_guide, text)
    assert text not in critical(small_guide)


@pytest.mark.parametrize(
    ("lang", "dose", "other"),
    [
        ("fr", "Prenez 2 comprimés.", "Attendez 2 semaines."),
        ("fr", "Dès 38,5 degrés, appelez.", "En 2026, voyez la page 12."),
        ("de", "Nehmen Sie 2 Tabletten.", "Warten Sie 2 Wochen."),
        ("de", "Ab 38,5 Grad rufen Sie an.", "Im Jahr 2026, Seite 12."),
        ("ar", "تناول ٢ أقراص.", "انتظر ٢ أسابيع."),
        ("ar", "تناول ٥ مل.", "عام ٢٠٢٦، صفحة ١٢."),
        ("hi", "२ गोलियाँ लें।", "२ सप्ताह रुकें।"),
        ("hi", "५ मिलीलीटर लें।", "२०२६ में, पृष्ठ १२।"),
        ("zh-Hans", "每次服用2片。", "等2个星期。"),
        ("zh-Hans", "体温38.5度以上请就医。", "2026年，第12页。"),
        ("ru", "Примите 5 г.", "Это было в 2026 г."),
    ],
)
def test_doses_are_critical_in_every_language(
    small_guide: Path, lang: str, dose: str, other: str
) -> None:
    file = small_guide / "source/guide.toml"
    settings = file.read_text("utf-8").replace('"en"', f'"{lang}"')
    file.write_text(settings.replace("[locales.en]", f"[locales.{lang}]"), "utf-8")
    write(small_guide, f"{dose}\n\n{other}")
    found = critical(small_guide)
    assert dose in found
    assert other not in found


@pytest.mark.parametrize("kind", ["IMPORTANT", "WARNING", "CAUTION"])
def test_all_of_a_warning_is_critical(small_guide: Path, kind: str) -> None:
    write(small_guide, f"> [!{kind}]\n> Stop if:\n>\n> - It hurts.\n>\n> | A | B |\n> |---|---|\n"
          "> | Pain | Stop now |")  # fmt: skip
    assert {"Stop if:", "It hurts.", "A", "B", "Pain", "Stop now"} <= critical(small_guide)


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "QUESTION"])
def test_other_alerts_are_not(small_guide: Path, kind: str) -> None:
    write(small_guide, f"> [!{kind}]\n> Look here.")
    assert "Look here." not in critical(small_guide)


def test_a_list_that_a_critical_line_leads_in_to_is_critical(small_guide: Path) -> None:
    write(
        small_guide, "Call {help-phone} for:\n\n- A burn.\n  - A blister.\n\nThen rest:\n\n- Sit."
    )
    found = critical(small_guide)
    assert {"A burn.", "A blister."} <= found
    assert "Sit." not in found


@pytest.mark.parametrize(
    "text",
    [
        "Never stop your tablets on your own.",
        "Keep the syrup in the refrigerator.",
        "Half a tablet at bedtime.",
        "The dressing is changed every two days.",
        "The night line is (555) 010 0142.",
        "If you are allergic to penicillin, tell the nurse.",
    ],
)
def test_an_instruction_about_a_treatment_is_critical(small_guide: Path, text: str) -> None:
    write(small_guide, text)
    assert text in critical(small_guide)


def test_each_critical_message_says_why(small_guide: Path) -> None:
    write(small_guide, "Take 5 mg twice a day.")
    guide = parse(load_project(small_guide))
    explained = explain_critical(guide, extract_messages(guide))
    reasons = [reason.describe() for reason in explained[None, "Take 5 mg twice a day."]]
    assert reasons == ["a dose: 5 mg", "how often: twice a day", "an instruction: Take"]


def test_what_leads_in_to_a_critical_list_is_critical(small_guide: Path) -> None:
    write(small_guide, "Then:\n\n- Sit.\n- Take 5 mg.\n\nAlso:\n\n- Stand.")
    found = critical(small_guide)
    assert {"Steep", "Then:"} <= found
    assert not {"Also:", "Sit.", "Stand."} & found
