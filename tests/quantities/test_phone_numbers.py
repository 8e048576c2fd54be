"""Telephone numbers are told from other numbers, and read digit by digit."""

from __future__ import annotations

import pytest

from plainspoken.languages import find_language
from plainspoken.quantities.extract import extract
from plainspoken.quantities.phone_format import is_phone_number, make_tel_uri, split_groups


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
