"""Choose the font for each letter: Noto Sans for its script, from the wheels that carry them.

The files are named after scripts (`NotoSansDevanagari[wght].ttf`), so that there is no list of
scripts here. All are under the SIL Open Font License 1.1 and have an axis of weight.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ...languages.scripts import find_script, list_scripts, script_code

UNITS = 1000
"""Outlines and widths are in this many parts of the font's size."""
_PACKAGE, _CJK_PACKAGE = "manimgx_fonts", "manimgx_fonts_cjk"
_CJK_FILE = "NotoSansCJK-VF.otf.ttc"
_CJK_SCRIPTS = {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO"}
_CJK_FACES = {"Jpan": 0, "Kore": 1, "Hans": 2, "Hant": 3}
"""Where the face of each script stands in the collection: the same letter differs between them."""
_EMOJI = "NotoEmoji[wght].ttf"


@dataclass(frozen=True, slots=True)
class Typeface:
    """One face of a font file."""

    package: str
    file: str
    index: int = 0


_LATIN = Typeface(_PACKAGE, "NotoSans[wght].ttf")


@cache
def open_font(face: Typeface, weight: int) -> Any:
    """A font of HarfBuzz, scaled to `UNITS`."""
    import uharfbuzz

    path = _locate(face)
    assert path is not None
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), face.index))
    font.scale = (UNITS, UNITS)
    font.set_variations({"wght": weight})
    return font


def choose_face(character: str, current: Typeface | None, lang: str) -> Typeface | None:
    """The face for a character: white space, signs and marks stay in the current one where it has
    them. Returns None where no font has the character.
    """
    script = find_script(character)
    faces = [current] if current and not script else []
    faces += [
        face for each in (script, *_list_language_scripts(lang)) if (face := _find(each, lang))
    ]
    others = (face for face in _list_others(lang) if face not in faces)
    return next((face for face in (*faces, *others) if has_glyph(face, character)), None)


def is_unseen(character: str) -> bool:
    """Whether a character needs no glyph: white space, or a sign that only directs others."""
    return character.isspace() or unicodedata.category(character) in ("Cf", "Cc")


def has_glyph(face: Typeface, character: str) -> bool:
    """Whether a face draws a character."""
    return bool(open_font(face, 400).get_nominal_glyph(ord(character)))


def _find(script: str, lang: str) -> Typeface | None:
    """The face for a script, named as `find_script` names it."""
    if script in _CJK_SCRIPTS:
        return _find_cjk(lang)
    face = Typeface(_PACKAGE, f"NotoSans{script.title()}[wght].ttf")
    return face if script and _locate(face) else None


def _find_cjk(lang: str) -> Typeface:
    index = _CJK_FACES.get(script_code(lang), _CJK_FACES["Hans"])
    return Typeface(_CJK_PACKAGE, _CJK_FILE, index)


@cache
def _list_language_scripts(lang: str) -> tuple[str, ...]:
    return tuple(sorted(list_scripts(script_code(lang))))


@cache
def _list_others(lang: str) -> tuple[Typeface, ...]:
    """What to try last: Latin first, then signs of East Asia, then all there are."""
    names = sorted(path.name for path in Path(str(files(_PACKAGE))).glob("NotoSans*[[]wght].ttf"))
    fonts = (Typeface(_PACKAGE, name) for name in [*names, _EMOJI] if "Italic" not in name)
    return (_LATIN, _find_cjk(lang), *fonts)


@cache
def _locate(face: Typeface) -> Path | None:
    path = Path(str(files(face.package))) / face.file
    return path if path.is_file() else None
