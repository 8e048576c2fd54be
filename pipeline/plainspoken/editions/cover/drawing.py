"""Draw the cover of a guide as SVG, from its title, language, publisher, status and parts.

All words are outlines, so that it looks the same everywhere; they stand as text in `desc`.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from ...guide import Guide
from ...languages import Language, load
from ..xml_elements import add_element, create_root
from .fonts import UNITS
from .lines import Style, set_text
from .motif import draw_motif
from .palette import DRAFT, DRAFT_INK, choose_palette
from .plain_text import add_plain_text

WIDTH, HEIGHT = 1600, 2560
_MARGIN = 140
_ROOM = WIDTH - 2 * _MARGIN
_BOLD, _PLAIN = 700, 500
_HEAD = 150
"""The middle of the head: the publisher, and the mark of an edition that is read aloud."""
_MARK = 60
"""The radius of the mark."""
_BARS = ((-28, 18), (-14, 40), (0, 60), (14, 40), (28, 18))
"""Of the mark, a wave of sound: the place of each bar, and its height."""
_HEAD_SIZES = (60, 30)
_TITLE_TOP, _TITLE_ROOM, _TITLE_SIZES = 400, 1010, (236, 96)
_LANGUAGE_TOP, _LANGUAGE_ROOM, _LANGUAGE_SIZES = 1480, 130, (88, 40)
_BAND_TOP, BAND_HEIGHT, _BAND_SIZES = 1670, 170, (92, 50)
_NO_BAND = 150
"""How much more room the title of a guide has that is no draft."""


@dataclass(frozen=True, slots=True)
class CoverWords:
    """What a cover says."""

    guide: Guide
    family: str
    """What the editions of a guide have in common, which gives them their colours."""
    publisher: str
    is_draft: bool
    is_read_aloud: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG image."""

    content: bytes
    has_outlines: bool
    """Whether all its words are outlines; else some have no font here and are text elements."""


def draw_cover(words: CoverWords) -> Drawing:
    """Draw a cover of 1600 by 2560 pixels."""
    guide, language = words.guide, load(words.guide.lang)
    palette = choose_palette(words.family)
    canvas = _Canvas(language)
    _describe(canvas.root, words, language)
    canvas.add_rect(0, HEIGHT, palette.ground)
    draw_motif(canvas.root, guide, palette, (WIDTH / 2, HEIGHT), _ROOM / 2)
    _draw_head(canvas, words, palette.quiet, palette.ground)
    extra = 0 if words.is_draft else _NO_BAND
    title = Style(guide.title.lang, _BOLD, load(guide.title.lang).direction == "rtl")
    box = (_MARGIN, _TITLE_TOP, _ROOM, _TITLE_ROOM + extra)
    canvas.add_text(guide.title.text, box, _TITLE_SIZES, palette.ink, title)
    box = (_MARGIN, _LANGUAGE_TOP + extra, _ROOM, _LANGUAGE_ROOM)
    name = language.own_name.capitalize()
    canvas.add_text(name, box, _LANGUAGE_SIZES, palette.quiet, canvas.style(_BOLD), middle=True)
    if words.is_draft:
        _draw_band(canvas, _BAND_TOP)
    return canvas.finish()


def draw_band(lang: str) -> Drawing:
    """The band of a draft alone, 1600 by 170 pixels, to lay over a picture."""
    canvas = _Canvas(load(lang), BAND_HEIGHT)
    _draw_band(canvas, 0)
    return canvas.finish()


def _draw_band(canvas: _Canvas, top: int) -> None:
    canvas.add_rect(top, BAND_HEIGHT, DRAFT)
    box = (_MARGIN, top + 20, _ROOM, BAND_HEIGHT - 40)
    mark = canvas.language.words["draft-mark"]
    canvas.add_text(mark, box, _BAND_SIZES, DRAFT_INK, canvas.style(_BOLD), middle=True)


def _describe(root: Element, words: CoverWords, language: Language) -> None:
    """The words of the drawing as text."""
    add_element(root, "title", words.guide.title.text)
    said = [language.own_name.capitalize()]
    said += [language.words["read-aloud"]] if words.is_read_aloud else []
    said += [language.words["draft-mark"]] if words.is_draft else []
    add_element(root, "desc", "\n".join([*said, words.publisher]))


def _draw_head(canvas: _Canvas, words: CoverWords, ink: str, ground: str) -> None:
    """The publisher at the start, and at the end the mark with its words."""
    style, top, height = canvas.style(_PLAIN), _HEAD - _MARK, 2 * _MARK
    share = 0.5 if words.is_read_aloud else 1
    left = _MARGIN + _ROOM * (1 - share) * canvas.is_rtl
    box = (left, top, _ROOM * share, height)
    canvas.add_text(words.publisher, box, _HEAD_SIZES, ink, style, middle=True)
    if words.is_read_aloud:
        x = _MARGIN + _MARK if canvas.is_rtl else WIDTH - _MARGIN - _MARK
        _draw_mark(canvas.root, x, ink, ground)
        room = _ROOM / 2 - 3 * _MARK
        left = x + 1.4 * _MARK if canvas.is_rtl else x - 1.4 * _MARK - room
        box = (left, top, room, height)
        said = canvas.language.words["read-aloud"]
        canvas.add_text(said, box, _HEAD_SIZES, ink, style, middle=True, at_end=True)


def _draw_mark(parent: Element, x: int, ink: str, ground: str) -> None:
    """A wave of sound in a disc."""
    add_element(parent, "circle", cx=f"{x}", cy=f"{_HEAD}", r=f"{_MARK}", fill=ink)
    bars = "".join(f"M{x + place} {_HEAD - high // 2}v{high}" for place, high in _BARS)
    line = {"stroke": ground, "stroke_width": "8", "stroke_linecap": "round"}
    add_element(parent, "path", d=bars, **line)


class _Canvas:
    """An SVG image that words are added to; those of Arabic begin at the right."""

    def __init__(self, language: Language, height: int = HEIGHT) -> None:
        self.language = language
        self.has_outlines = True
        self.is_rtl = language.direction == "rtl"
        view = f"0 0 {WIDTH} {height}"
        size = {"width": str(WIDTH), "height": str(height)}
        self.root = create_root("http://www.w3.org/2000/svg", "svg", {}, viewBox=view, **size)

    def finish(self) -> Drawing:
        """The image as a file."""
        content = etree.tostring(
            self.root, encoding="utf-8", xml_declaration=True, pretty_print=True
        )
        return Drawing(content, self.has_outlines)

    def style(self, weight: int) -> Style:
        """Of words in the language of the edition."""
        return Style(self.language.tag, weight, self.is_rtl)

    def add_rect(self, top: int, height: int, fill: str) -> None:
        """A ground as wide as the page."""
        size = {"width": str(WIDTH), "height": str(height)}
        add_element(self.root, "rect", x="0", y=str(top), **size, fill=fill)

    def add_text(
        self,
        text: str,
        box: tuple[float, float, float, float],
        sizes: tuple[float, float],
        fill: str,
        style: Style,
        *,
        middle: bool = False,
        at_end: bool = False,
    ) -> None:
        """Lines of text at the start of a box (x, y, width, height), or at its end; below its top,
        or in the middle of its height.
        """
        x, y, width, height = box
        if not text.strip():
            return
        found = set_text(text, style, width, height, *sizes)
        if found is None:
            self.has_outlines = False
            direction = "rtl" if style.is_rtl else "ltr"
            font = {"fill": fill, "font_weight": str(style.weight), "direction": direction}
            add_plain_text(self.root, text, box, sizes[0], **font)
            return
        baseline = y + found.ascent + (height - found.height) / 2 * middle
        scale = found.size / UNITS
        for number, line in enumerate(found.lines):
            place = x + (width - line.width * scale) * (style.is_rtl != at_end)
            down = baseline + number * found.leading
            transform = f"translate({place:.1f} {down:.1f}) scale({scale:.4f} {-scale:.4f})"
            add_element(self.root, "path", d=line.path, transform=transform, fill=fill)
