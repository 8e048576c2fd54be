"""How letters become outlines."""

from __future__ import annotations

import pytest

from plainspoken.editions.cover.shaping import measure, outline


def width(text: str, lang: str, level: int = 0) -> int:
    found = measure(text, [level] * len(text), lang, 700)
    assert found is not None
    return found


def test_arabic_letters_are_joined() -> None:
    # At the end of a word the letter is wide, elsewhere a short tooth.
    assert width("ببب", "ar", 1) < 2 * width("ب", "ar", 1)


def test_signs_of_hindi_form_syllables() -> None:
    assert width("क्ष", "hi") < width("क", "hi") + width("ष", "hi")


def test_one_letter_looks_as_its_language_writes_it() -> None:
    drawn = [outline("直", [0], lang, 700) for lang in ("zh-Hans", "ja", "zh-Hant")]
    assert None not in drawn
    assert len({one.path for one in drawn if one}) > 1


def test_bold_is_wider_than_plain() -> None:
    plain, bold = (measure("Tea", [0] * 3, "en", weight) for weight in (400, 700))
    assert plain and bold and plain < bold


@pytest.mark.parametrize("text", ["ALL", "2 & 3", "“a”—b…", "“é”", "25 °C", "½ µg ≤ 3 → ×"])
def test_usual_signs_have_outlines_in_every_script(text: str) -> None:
    for lang in ("en", "ar", "hi", "zh-Hans", "ko", "ru", "bn", "am", "km"):
        assert outline(text, [0] * len(text), lang, 500), lang


def test_a_letter_that_no_font_has_gives_no_outline() -> None:
    assert outline("a\U00012000", [0, 0], "en", 500) is None
    assert measure("བ", [0], "en", 500) is None


def test_a_joiner_and_white_space_draw_nothing() -> None:
    found = outline("\u200d \u00ad", [0, 0, 0], "en", 500)
    assert found is None or found.path == ""
