"""A number after a month is its day only where it measures and counts nothing."""

from __future__ import annotations

import pytest

from plainspoken.languages import load
from plainspoken.spoken.text import say_text


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("en", "Take it on May 3 and 5 mg on May 4.",
         "Take it on May third and five milligrams on May fourth."),
        ("en", "On May 3 and 5 come at noon.", "On May third and fifth come at noon."),
        ("en", "In May 5 mg were given.", "In May five milligrams were given."),
        ("en", "Since May 2 tablets a day.", "Since May two tablets a day."),
        ("en", "From June 3 or 5 drops.", "From June third or five drops."),
        ("en", "In June 3-5 mL is enough.", "In June three to five milliliters is enough."),
        ("en", "June 3-5 is free.", "June third to fifth is free."),
        ("zh-Hans", "5月3日和5日复诊。", "五月三日和五日复诊。"),
        ("zh-Hans", "5月3日、5日和8日", "五月三日、五日和八日"),
        ("zh-Hans", "5月3日-5日复诊。", "五月三日到五日复诊。"),
        ("tl", "Mayo 3 at 5 mg sa Mayo 4.", "Mayo tres at limang miligramo sa Mayo kuwatro."),
    ],
)  # fmt: skip
def test_a_dose_after_a_date_is_no_day(lang: str, written: str, said: str) -> None:
    text = say_text(written, load(lang))
    assert (text.words, text.misread) == (said, ())
