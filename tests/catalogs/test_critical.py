"""Doses, warnings and contacts are critical; nothing else is."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from plainspoken.catalogs.critical import explain_critical, find_critical_parts, find_exempt
from plainspoken.catalogs.critical_text import find_reasons
from plainspoken.catalogs.extract import extract_messages
from plainspoken.cli import main
from plainspoken.config.project import load_project
from plainspoken.diagnostics.errors import SourceError
from plainspoken.languages import find_language
from plainspoken.parsing import parse

SENTENCES = tomllib.loads(Path(__file__).with_name("critical_sentences.toml").read_text("utf-8"))


def critical(root: Path) -> set[str]:
    guide = parse(load_project(root))
    parts = find_critical_parts(guide, extract_messages(guide))
    return {message.text for message in parts.messages}


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


@pytest.mark.parametrize("lang", SENTENCES)
def test_sentences_are_told_apart_in_every_language(lang: str) -> None:
    language = find_language(lang)
    missed = [text for text in SENTENCES[lang]["critical"] if not find_reasons(text, language)]
    wrong = [text for text in SENTENCES[lang]["other"] if find_reasons(text, language)]
    assert missed == []
    assert len(wrong) * 10 <= len(SENTENCES[lang]["other"]), wrong


def test_a_question_orders_nothing() -> None:
    assert not find_reasons("Do you take your tablets with food?", find_language("en"))


def test_numbers_of_a_telephone_are_found_as_people_write_them() -> None:
    english = find_language("en")
    assert find_reasons("Our line: 0161 496 0000.", english)[0].words == "0161 496 0000"
    for text in ("It opened on 01.02.2003.", "There are 300 000 people.", "Read 1990-2000."):
        assert not find_reasons(text, english), text


def test_the_source_adds_and_takes_away(small_guide: Path) -> None:
    write(
        small_guide,
        "Bring a card. <!-- critical -->\n\n"
        "Take 5 mg. <!-- not critical:\n a game -->\n\n"
        "- Sit. <!-- critical -->\n- Stand.\n\n"
        "| A | B |\n|---|---|\n| Red <!-- critical --> | Blue |\n\n### Tea <!-- critical -->",
    )
    found = critical(small_guide)
    assert {"Bring a card.", "Sit.", "Red", "Tea"} <= found
    assert not {"Take 5 mg.", "Stand.", "A", "B", "Blue"} & found


def test_what_is_marked_leads_in_or_does_not(small_guide: Path) -> None:
    write(
        small_guide,
        "Look for: <!-- critical -->\n\n- Red.\n\n"
        "Do not: <!-- not critical: they are jokes -->\n\n- Laugh.",
    )
    found = critical(small_guide)
    assert {"Look for:", "Red."} <= found
    assert not {"Do not:", "Laugh."} & found


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- not critical -->", "does not mark anything"),
        ("<!-- not critical: -->", "gives no reason"),
        ("<!-- critical: it matters -->", "does not mark anything"),
        ("<!-- Critical -->", "does not mark anything"),
        ("<!-- NOT CRITICAL: no -->", "does not mark anything"),
        ("<!-- noncritical: no -->", "does not mark anything"),
        ("<!-- non-critical: no -->", "does not mark anything"),
        ("<!-- uncritical -->", "does not mark anything"),
        ("<!-- critcal -->", "does not mark anything"),
        ("<!-- critical --> <!-- critical -->", "is a second mark"),
        ("<!-- critical --> <!-- not critical: no -->", "is a second mark"),
        ("\n\n<!-- critical -->", "belongs to no text"),
        ("\n<!-- critical -->", "belongs to no text"),
        ("\n\n<!-- Not critical -->", "does not mark anything"),
    ],
)
def test_a_mark_that_is_written_otherwise_is_an_error(
    small_guide: Path, comment: str, message: str
) -> None:
    write(small_guide, f"Sit down. {comment}")
    with pytest.raises(SourceError) as raised:
        critical(small_guide)
    (finding,) = raised.value.findings
    assert message in finding.message
    assert (finding.file, finding.line) == ("source/02-brew.md", 5 + comment.count("\n"))


def test_notes_of_an_author_are_no_marks(small_guide: Path) -> None:
    write(small_guide, "Sit down. <!-- The critical part comes below. Critical? We will see. -->")
    assert "Sit down." not in critical(small_guide)


def test_the_status_lists_what_is_critical_and_why(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(small_guide, "Take 5 mg. <!-- not critical: a game -->\n\nNever stop it.")
    assert main(["catalogs", "status", "--critical", "-C", str(small_guide)]) == 0
    told = capsys.readouterr().out
    assert "source/02-brew.md:7: Never stop it.\n    an instruction: Never stop\n" in told
    assert "source/02-brew.md:5: Take 5 mg.\n    why it is not: a game\n    a dose: 5 mg\n" in told
    assert main(["catalogs", "status", "--critical", "--json", "-C", str(small_guide)]) == 0
    table = json.loads(capsys.readouterr().out)
    (row,) = (row for row in table["critical"] if row["msgid"] == "Never stop it.")
    assert row["reasons"] == [{"kind": "instruction", "words": "Never stop"}]
    (exempt,) = table["not_critical"]
    assert exempt["why_not"] == "a game"
    guide = parse(load_project(small_guide))
    assert [reason.kind for reason in find_exempt(guide)[exempt["places"][0]["id"]]] == [
        "dose", "instruction",
    ]  # fmt: skip


def test_the_list_is_of_the_guide_not_of_a_language(
    small_guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["catalogs", "status", "es", "--critical", "-C", str(small_guide)]) == 2
    assert "the same for all languages" in capsys.readouterr().err
