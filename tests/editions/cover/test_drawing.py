"""The cover: its lines fit, stand at the start of the line, and say what the guide is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from plainspoken.editions.cover.palette import DRAFT
from plainspoken.languages import available, load

if TYPE_CHECKING:
    from .conftest import Draw, Drawn

MARGIN = 139
WRITTEN = [lang for lang in available() if load(lang).words]
"""The languages that editions can be made in."""
TITLES = {
    "en": ("Good tea", "Treatment for acute lymphoblastic leukemia (ALL)", "How to make tea " * 10),
    "es": ("Té bueno", "Tratamiento de la leucemia linfoblástica aguda", "Cómo hacer té " * 10),
    "de": ("Guter Tee", "Behandlung der akuten lymphoblastischen Leukämie", "Wie man Tee " * 10),
    "ar": ("شاي جيد", "علاج ابيضاض الدم الليمفاوي الحاد (ALL) للبالغين", "كيف تعد الشاي " * 10),
    "zh-Hans": ("好茶", "急性淋巴细胞白血病的治疗", "如何泡一杯好茶，" * 9),
    "hi": ("अच्छी चाय", "तीव्र लिम्फोब्लास्टिक ल्यूकेमिया (ALL) का उपचार", "चाय कैसे बनाएं " * 10),
}  # fmt: skip


def check_layout(cover: Drawn) -> None:
    """All words within the margins, and none over another."""
    assert cover.has_outlines
    for line in cover.lines:
        assert line.left >= MARGIN - 0.03 * line.size, line
        assert line.right <= 1600 - MARGIN + 0.03 * line.size, line
    head = [line for line in cover.lines if line.bottom < 260]
    below = [line for line in cover.lines if line not in head]
    assert all(line.top >= 80 and line.bottom <= 220 for line in head)
    for line, after in pairwise(below):
        assert line.bottom < after.top
    assert below[-1].bottom < 2560 - 660


def test_a_cover_says_its_title_language_and_publisher_as_text_too(draw: Draw) -> None:
    assert draw().said == ["How to make tea", "English", "The Tea House"]
    said = draw(lang="es", draft=True, aloud=True).said
    assert said[1:3] == ["Español", "Leída en voz alta"]
    assert said[3:] == ["Borrador, sin revisión médica", "The Tea House"]


@pytest.mark.parametrize("lang", TITLES)
def test_titles_of_every_length_fit_and_no_line_touches_another(draw: Draw, lang: str) -> None:
    sizes = []
    for title in TITLES[lang]:
        cover = draw(title, lang, draft=True, aloud=True)
        check_layout(cover)
        sizes.append(cover.title[0].size)
    assert sizes == sorted(sizes, reverse=True)
    # A tenth as wide, as shelves show it, the smallest is still read.
    assert sizes[-1] >= 80


@pytest.mark.parametrize("lang", WRITTEN)
def test_every_language_with_editions_has_fonts_for_what_its_covers_say(
    draw: Draw, lang: str
) -> None:
    check_layout(draw(load(lang).words["draft"], lang, draft=True, aloud=True))


def test_words_begin_at_the_left_and_those_of_arabic_at_the_right(draw: Draw) -> None:
    for line in draw("A guide to the making of tea").title:
        assert line.left == pytest.approx(140, abs=0.1 * line.size)
    for line in draw("كيف تُحضّر الشاي في المنزل للجميع", "ar").title:
        assert line.right == pytest.approx(1460, abs=0.1 * line.size)


def test_a_title_keeps_the_direction_of_its_own_language(draw: Draw) -> None:
    (shown,) = draw("茶", "zh-Hans").title
    assert shown.left < 300


@pytest.mark.parametrize(
    "title",
    [
        "lorem ipsum dolor sit amet " * 18,
        "x" * 500,
        "字" * 500,
        "كلمة " * 100,
        "Tea \u200fnow\u200e end \u2066now\u2069",
        "W",
        "]]> & <b> \"'",
        "-",
        "\u202e(",
    ],
)
def test_titles_that_no_author_should_write_stay_within_the_page(draw: Draw, title: str) -> None:
    check_layout(draw(title, draft=True, aloud=True))


def test_a_title_of_three_scripts_has_all_its_letters(draw: Draw) -> None:
    check_layout(draw("Tea 茶 شاي चाय чай τσάι 차"))


@pytest.mark.parametrize("lang", WRITTEN)
def test_a_draft_has_a_band_that_says_so_in_its_language(draw: Draw, lang: str) -> None:
    cover = draw(lang=lang, draft=True)
    ((top, bottom),) = cover.bands
    mark = cover.lines[-1]
    assert top < mark.top < mark.bottom < bottom
    assert load(lang).words["draft-mark"] in cover.said
    assert DRAFT in cover.content.decode()
    # On a shelf that shows it 160 pixels wide, it has six or more pixels.
    assert mark.size >= 60
    plain = draw(lang=lang)
    assert not plain.bands
    assert DRAFT not in plain.content.decode()
    assert load(lang).words["draft-mark"] not in plain.said


def test_the_mark_of_an_edition_that_is_read_aloud_stands_at_the_end_of_the_head(
    draw: Draw,
) -> None:
    assert "Read aloud" not in draw().said
    for lang, place in (("en", "1400"), ("ar", "200")):
        circles = draw(lang=lang, aloud=True).root.iter("{*}circle")
        assert [one.get("cx") for one in circles if one.get("cy") == "150"] == [place]


def test_the_editions_of_a_guide_share_colours_and_motif_and_guides_differ(draw: Draw) -> None:
    cover = draw()
    assert cover.motif == draw("شاي", "ar", draft=True, aloud=True).motif
    assert len(cover.motif) == 7  # three sections, each with a gap, and the middle
    families = {draw(family=f"guide {number}").motif[0][1] for number in range(30)}
    assert len(families) == 6


def test_a_cover_in_letters_that_no_font_has_is_drawn_with_text_elements(draw: Draw) -> None:
    cover = draw("བོད་ཡིག", draft=True)
    assert not cover.has_outlines
    (title,) = cover.root.iter("{*}text")
    assert title.text == "བོད་ཡིག"
    assert len(cover.lines) == 3  # publisher, language and draft mark are outlines
    rtl = draw("བོད་ཡིག", "ar").root.find("{*}text")
    assert rtl is not None
    assert (rtl.get("x"), rtl.get("direction")) == ("1460", "rtl")


def test_the_same_words_give_the_same_bytes_of_utf_8(draw: Draw) -> None:
    first, second = (draw("Té, 茶", draft=True).content for _ in range(2))
    assert first == second
    assert first.startswith(b"<?xml ")
    assert b"utf-8" in first.split(b"\n")[0].lower()
