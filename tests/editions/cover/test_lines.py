"""How a text is broken into lines."""

from __future__ import annotations

import pytest

from plainspoken.editions.cover.lines import SetText, Style, set_text


def fit(text: str, lang: str = "en", width: float = 1320, height: float = 1000) -> SetText:
    found = set_text(text, Style(lang, 700, lang in ("ar", "fa", "he")), width, height, 200, 90)
    assert found is not None
    return found


def test_lines_are_of_nearly_one_length() -> None:
    found = fit("What you can expect when you or your child begins treatment", height=700)
    widths = [line.width for line in found.lines]
    assert min(widths) > 0.6 * max(widths)


def test_no_more_lines_are_taken_than_are_needed() -> None:
    assert fit("Good tea").texts == ("Good tea",)
    assert fit("Treatment for leukemia").texts == ("Treatment", "for leukemia")


def test_words_of_chinese_are_not_broken_within() -> None:
    assert fit("急性淋巴细胞白血病的治疗", "zh-Hans").texts == ("急性淋巴细胞", "白血病的治疗")


def test_thai_that_has_no_spaces_breaks_between_words() -> None:
    found = fit("การรักษาโรคมะเร็งเม็ดเลือดขาวเฉียบพลัน", "th", height=2000)
    assert len(found.lines) > 1
    assert "".join(found.texts) == "การรักษาโรคมะเร็งเม็ดเลือดขาวเฉียบพลัน"


def test_a_long_word_is_set_smaller_before_it_is_broken() -> None:
    found = fit("Elektroenzephalographisch", "de")
    assert found.texts == ("Elektroenzephalographisch",)
    assert 90 < found.size < 200


def test_a_word_longer_than_any_line_is_broken_at_a_syllable_with_a_hyphen() -> None:
    found = fit("Knochenmarktransplantationsempfängerin", "de")
    assert all(text.endswith("-") for text in found.texts[:-1])
    assert "".join(text.rstrip("-") for text in found.texts) == (
        "Knochenmarktransplantationsempfängerin"
    )
    assert len(found.texts) > 1


def test_what_has_no_syllables_is_broken_between_letters_and_none_is_lost() -> None:
    found = fit("字1" * 60 + "é" * 90)
    assert "".join(found.texts) == "字1" * 60 + "é" * 90


def test_a_number_on_the_next_line_keeps_the_direction_of_the_words_before_it() -> None:
    """In Latin words within Arabic, a number belongs to them, though a line ends between."""
    alone = fit("12.5 mg/kg", "ar", width=4000)
    found = fit("Leukemia 12.5 mg/kg", "ar", width=1250)
    assert found.texts == ("Leukemia", "12.5 mg/kg")
    after = found.lines[1]
    whole = fit("12.5 mg/kg", "en", width=4000)
    assert after.path[:60] == whole.lines[0].path[:60]
    assert after.path[:60] != alone.lines[0].path[:60]


@pytest.mark.parametrize("lang", ["hi", "th", "km", "my", "vi"])
def test_tall_scripts_do_not_touch(lang: str) -> None:
    text = {"hi": "र्‍कीं ट्टू " * 9, "th": "ปู่ ญี่ ฎู่ " * 9, "km": "ក្រ្ដៅ ស្ត្រី " * 9,
            "my": "ကြွေး မြှု " * 9, "vi": "Ễ ự Ậ ỷ " * 9}[lang]  # fmt: skip
    found = fit(text, lang, height=700)
    assert len(found.lines) > 1
    for line, after in zip(found.lines, found.lines[1:], strict=False):
        room = found.leading + (line.bottom - after.top) * found.size / 1000
        assert room > 0.05 * found.size
