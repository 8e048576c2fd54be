"""Times of the day have their minutes, from midnight on, however a language says them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.languages import find_language
from plainspoken.quantities.extract import extract

NOON, MIDNIGHT = {
    "ar": "تناوله ظهرا.", "de": "Kommen Sie mittags.", "en": "Come at noon.",
    "es": "Venga al mediodía.", "fa": "ظهر بیایید.", "fr": "Venez à midi.", "hi": "दोपहर में आएँ।",
    "ht": "Vini a midi.", "it": "Venga a mezzogiorno.", "ko": "정오에 오세요.",
    "pl": "Proszę przyjść w południe.", "pt": "Venha ao meio-dia.", "ru": "Приходите в полдень.",
    "tl": "Pumunta sa tanghali.", "tr": "Öğleyin gelin.", "vi": "Đến vào buổi trưa.",
    "zh-Hans": "请中午来。",
}, {
    "ar": "تناوله عند منتصف الليل.", "de": "Kommen Sie um Mitternacht.", "en": "Come at midnight.",
    "es": "Venga a medianoche.", "fa": "نیمه‌شب بیایید.", "fr": "Venez à minuit.",
    "hi": "आधी रात को आएँ।", "ht": "Vini a minwi.", "it": "Venga a mezzanotte.",
    "ko": "자정에 오세요.", "pl": "Proszę przyjść o północy.", "pt": "Venha à meia-noite.",
    "ru": "Приходите в полночь.", "tl": "Pumunta sa hatinggabi.", "tr": "Gece yarısı gelin.",
    "vi": "Đến vào nửa đêm.", "zh-Hans": "请午夜来。",
}  # fmt: skip


def read_times(text: str, tag: str) -> list[set[int]]:
    """The minutes of each time, all that it may be."""
    found = extract(text, find_language(tag))
    return [set(quantity.minutes_of_day) for quantity in found if quantity.minutes_of_day]


@pytest.mark.parametrize("tag", NOON)
def test_noon_and_midnight_are_twelve_hours_apart(tag: str) -> None:
    for texts, minute in ((NOON, 720), (MIDNIGHT, 0)):
        (time,) = extract(texts[tag], find_language(tag))
        assert time.value == 12
        assert set(time.minutes_of_day) == {minute}


@pytest.mark.parametrize(
    ("text", "tag", "minutes"),
    [
        ("Come at 12 p.m.", "en", 720),
        ("Come at 12 a.m.", "en", 0),
        ("Come at 12:30 a.m.", "en", 30),
        ("Come at 12:30 p.m.", "en", 750),
        ("Come at 1 a.m.", "en", 60),
        ("Come at 11:59 p.m.", "en", 1439),
        ("Come at half past twelve p.m.", "en", 750),
        ("Come at a quarter to one in the afternoon.", "en", 765),
        ("Come at 12 o'clock at night.", "en", 0),
        ("Venga a las 12 p. m.", "es", 720),
        ("Venga a las 12 de la noche.", "es", 0),
        ("Venga a las doce y cuarto de la tarde.", "es", 735),
        ("Kommen Sie um 24 Uhr.", "de", 0),
        ("Приходите в 12 часов дня.", "ru", 720),
        ("Приходите в 12 часов ночи.", "ru", 0),
        ("Proszę przyjść o 12 w południe.", "pl", 720),
        ("낮 12시에 오세요.", "ko", 720),
        ("밤 12시에 오세요.", "ko", 0),
        ("오전 12시에 오세요.", "ko", 0),
        ("请中午12点来。", "zh-Hans", 720),
        ("请凌晨12点来。", "zh-Hans", 0),
        ("الساعة 12 ظهرا", "ar", 720),
        ("الساعة 12 صباحا", "ar", 0),
        ("ساعت ۱۲ ظهر", "fa", 720),
        ("ساعت ۱۲ شب", "fa", 0),
        ("12 giờ trưa", "vi", 720),
        ("12 giờ đêm", "vi", 0),
        ("öğlen 12'de", "tr", 720),
        ("gece 12'de", "tr", 0),
        ("दोपहर 12 बजे", "hi", 720),
        ("रात 12 बजे", "hi", 0),
    ],
)
def test_twelve_is_noon_or_midnight_by_its_part_of_the_day(
    text: str, tag: str, minutes: int
) -> None:
    assert {minutes} in read_times(text, tag)
    assert all(time == {minutes} for time in read_times(text, tag))


def test_noon_beside_its_hour_is_no_second_time() -> None:
    assert len(extract("Proszę przyjść o 12 w południe.", find_language("pl"))) == 1


@given(st.integers(0, 23), st.integers(0, 59))
def test_any_time_of_both_halves_of_the_day_has_its_minutes(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    text = f"Come at {hour % 12 or 12}:{minute:02} {half}"
    assert read_times(text, "en") == [{60 * hour + minute}]
    if hour:
        (time,) = read_times(f"Come at {hour}:{minute:02}.", "en")
        assert 60 * hour + minute in time


def test_tagalog_ng_is_no_nanogram() -> None:
    day, month = extract("Bumalik sa ika-5 ng Mayo.", find_language("tl"))
    assert (day.unit, day.dose, month.kind) == ("", False, "month")
    (dose,) = extract("Ang dami ay 10 ng/mL.", find_language("tl"))[:1]
    assert (dose.unit, dose.dose) == ("mass-nanogram", True)


@pytest.mark.parametrize(
    ("text", "tag", "minutes"),
    [
        ("Прийдіть о 8 ранку.", "uk", 480),
        ("Прийдіть о 8 вечора.", "uk", 1200),
        ("Прийдіть об 11 ночі.", "uk", 1380),
        ("Прийдіть о 2 ночі.", "uk", 120),
        ("Έλα στις 8 το απόγευμα.", "el", 1200),
        ("Έλα στις 11 το βράδυ.", "el", 1380),
        ("午後2時", "ja", 840),
        ("夜中2時", "ja", 120),
    ],
)
def test_a_language_without_words_of_its_own_for_times_has_those_of_cldr(
    text: str, tag: str, minutes: int
) -> None:
    assert read_times(text, tag) == [{minutes}]
