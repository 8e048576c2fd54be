"""Telephone numbers are told from other numbers, and read digit by digit."""

from __future__ import annotations

import pytest

from plainspoken.languages import find_language
from plainspoken.quantities.extract import extract
from plainspoken.quantities.phone_format import is_phone_number, make_tel_uri, split_groups
from plainspoken.quantities.phone_numbers import (
    extract_digits,
    find_phone_numbers,
    match_phone_numbers,
)


def find_phones(text: str, tag: str) -> list[str]:
    found = extract(text, find_language(tag))
    return [text[phone.start : phone.end] for phone in found if phone.kind == "phone"]


@pytest.mark.parametrize(
    ("text", "tag", "phones"),
    [
        ("Call 555-0142 at any hour.", "en", ["555-0142"]),
        ("Call (555) 555-0135 or 911.", "en", ["(555) 555-0135", "911"]),
        ("Dial +1 800-222-1222.", "en", ["+1 800-222-1222"]),
        ("Llame al 911.", "es", ["911"]),
        ("Appelez le 112.", "fr", ["112"]),
        ("Rufen Sie 112 an.", "de", ["112"]),
        ("اتصل بالرقم 112.", "ar", ["112"]),
        ("112 पर कॉल करें।", "hi", ["112"]),
        ("请拨打112。", "zh-Hans", ["112"]),
        ("911에 전화하세요.", "ko", ["911"]),
    ],
)
def test_a_number_that_is_called_is_a_telephone_number(
    text: str, tag: str, phones: list[str]
) -> None:
    assert find_phones(text, tag) == phones


@pytest.mark.parametrize(
    "text",
    [
        "It holds 112 pages.",
        "Take 1000-2000 mg a day.",
        "From 2019-2023 it rose.",
        "On 2026-05-06 it opens.",
        "The years 1990 and 2026.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert find_phones(text, "en") == []


def test_a_telephone_number_has_an_address_and_groups() -> None:
    assert make_tel_uri("+1 (555) 010-0199") == "tel:+15550100199"
    assert split_groups("+1 555 010-0199") == ["+1", "555", "010", "0199"]
    assert is_phone_number("+1 (555) 010-0199")
    assert not is_phone_number("555-HELP")


def describe_matches(source: str, target: str) -> list[str]:
    """Each number of an English text: where it is, with `instead` of what else."""
    found = match_phone_numbers(source, target, find_language("en"))
    return [
        f"{source[slice(*match.source)]} {match.digits}"
        + (f" = {target[slice(*match.found)]}" if match.found else "")
        + (f" instead {target[slice(*match.instead)]}" if match.instead else "")
        for match in found
    ]


@pytest.mark.parametrize(
    ("source", "target", "matches"),
    [
        ("call 555-0142", "llame al 555-0142", ["555-0142 5550142 = 555-0142"]),
        ("call 555-0142", "llame al 555 0142", ["555-0142 5550142 = 555 0142"]),
        ("call 555-0142", "llame al 555.01.42", ["555-0142 5550142 = 555.01.42"]),
        ("call 555-0142", "llame al (555) 0142", ["555-0142 5550142 = (555) 0142"]),
        ("call 555-0142", "llame al 555-0143", ["555-0142 5550142 instead 555-0143"]),
        ("call 555-0142", "llame al 555-01433", ["555-0142 5550142 instead 555-01433"]),
        ("call 555-0142", "llame al 555-014", ["555-0142 5550142 instead 555-014"]),
        ("call 555-0142", "llame al 555-014333", ["555-0142 5550142"]),
        ("call 555-0142", "llame al 555-01", ["555-0142 5550142"]),
        ("call 555-0142", "llame al 1555-0142", ["555-0142 5550142 instead 1555-0142"]),
        ("call 555-0142", "llame", ["555-0142 5550142"]),
        (
            "call 555-0142, 555-0142", "llame al 555-0142 o 555-0199",
            ["555-0142 5550142 = 555-0142", "555-0142 5550142 instead 555-0199"],
        ),
        (
            "call 555-0199, 555-0142", "llame al 555-0142",
            ["555-0199 5550199", "555-0142 5550142 = 555-0142"],
        ),
        ("call 911", "llame al 911", ["911 911 = 911"]),
        ("call 911", "llame al 112", ["911 911 instead 112"]),
        (
            "+1 (555) 010-0199", "+1 555 010 0199",
            ["+1 (555) 010-0199 15550100199 = +1 555 010 0199"],
        ),
        ("none", "ninguno", []),
    ],
)  # fmt: skip
def test_a_number_is_looked_for_in_the_translation(
    source: str, target: str, matches: list[str]
) -> None:
    assert describe_matches(source, target) == matches


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("555-014", []), ("5551-014", ["5551-014"]), ("+1 5550142", []), ("555 555 0142", []),
        ("(555) 555 0142", ["(555) 555 0142"]), ("1-800-222-1222", ["1-800-222-1222"]),
        ("+123 4567 8901 2345", ["+123 4567 8901 2345"]),
        ("+123 4567 8901 23456", []), ("0301-123456", ["0301-123456"]),
        ("1800-2199", []), ("1799-2199", ["1799-2199"]), ("1800-2200", ["1800-2200"]),
        ("1300-1499", []), ("1299-1499", ["1299-1499"]), ("1300-1500", ["1300-1500"]),
        ("2026-05-06", []), ("06-05-2026", []), ("50.000-100.000", []), ("7.30-10.00", []),
        ("120/80-140/90", []), ("120-140/80-90", []),
        ("call 911", ["911"]), ("call us at 988", ["988"]), ("call 912", []),
        ("call it once more 911", []),
        (f"call {'x' * 30} 911", ["911"]), (f"call {'x' * 36} 911", []), ("call 911x", []),
        ("call 555-0142 or 911", ["555-0142", "911"]),
    ],
)  # fmt: skip
def test_digits_are_a_telephone_number_by_their_count_and_signs(
    text: str, phones: list[str]
) -> None:
    spans = find_phone_numbers(text, find_language("en"))
    assert [text[slice(*span)] for span in spans] == phones


def test_the_digits_of_any_script_are_latin_ones() -> None:
    assert extract_digits("+٩١١ (५५) 5²") == "911555"
