"""Rules on characters: none hides (UAX #9 §2), none is of another script, no blanks at the ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from ...languages.scripts import LATIN, find_script
from ...quantities.normalize import WORD
from .context import Pair

_IN_NUMBER = re.compile("(?<=\\d)[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+(?=[.,٫]?\\d)")
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_HIDDEN = "\u202a\u202b\u202c\u202d\u202e\N{REPLACEMENT CHARACTER}"
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_LETTERS = re.compile(rf"{WORD}+")
_CODECS = {"Hans": ("gb2312", "big5"), "Hant": ("big5", "gb2312")}
"""By script (ISO 15924): where its characters are, and those of the other way to write them."""


@define_rule(
    "hidden-characters",
    "error",
    source="Take 2.5 mg.",
    wrong="Tome 2\N{ZERO WIDTH SPACE},5 mg.",
    right="Tome 2,5 mg.",
)
def check_hidden(pair: Pair) -> Iterator[Draft]:
    """A character hides, or turns the direction of the text.

    Control characters, characters that no font has, the sign that stands for a lost character,
    overrides of the direction of writing, isolates of direction that are not closed, and
    characters without width within a number.
    """
    text = pair.entry.msgstr
    for character in sorted(set(text)):
        if _is_hidden(character) and character not in pair.entry.msgid:
            name = unicodedata.name(character, "control character").lower()
            at = text.index(character)
            message = f"there is a {name}, U+{ord(character):04X}"
            yield Draft(message, "Remove it.", places=((at, at + 1),), raw=True)
    if found := _IN_NUMBER.search(text):
        message = f"a number is split by a character that is not seen, U+{ord(found[0][0]):04X}"
        hint = "Remove it, and see that the number is right."
        yield Draft(message, hint, places=(found.span(),), raw=True)
    if not _has_closed_isolates(text) and _has_closed_isolates(pair.entry.msgid):
        hint = "Close every isolate (U+2066 to U+2068) with U+2069, or remove both."
        yield Draft("an isolate of direction is not closed", hint, raw=True)


def _is_hidden(character: str) -> bool:
    is_control = unicodedata.category(character) in ("Cc", "Co", "Cs", "Cn")
    return character in _HIDDEN or (is_control and character not in "\n\t")


def _has_closed_isolates(text: str) -> bool:
    steps = ((character in _ISOLATES) - (character == _POP_ISOLATE) for character in text)
    depths = [0, *accumulate(steps)]
    return min(depths) == depths[-1] == 0


@define_rule(
    "script",
    "warning",
    source="Your nurse.",
    wrong="Su enferm\N{CYRILLIC SMALL LETTER IE}ra.",
    right="Su enfermera.",
)
def check_script(pair: Pair) -> Iterator[Draft]:
    """A letter is of another script or language.

    Words with letters of two scripts that look alike, letters of a script that neither language
    has, letters and digits that only another language writes with the same script, and
    translations in Latin letters into languages with another script.
    """
    found = [*_find_mixed(pair)]
    yield from found or [*_find_strange(pair)] or [*_find_latin_text(pair)]
    yield from _find_foreign(pair)


def _find_mixed(pair: Pair) -> Iterator[Draft]:
    known = {found[0] for found in _LETTERS.finditer(pair.source.origin)}
    for found in _LETTERS.finditer(pair.target.origin):
        scripts = {find_script(character) for character in found[0]} & _ALIKE
        if len(scripts) > 1 and found[0] not in known:
            own = pair.language.scripts & scripts or {LATIN}
            letter = next(letter for letter in found[0] if find_script(letter) in scripts - own)
            script = find_script(letter).capitalize()
            message = f"the word “{found[0]}” has a {script} letter, {letter}"
            hint = f"Write it with {'/'.join(sorted(own)).capitalize()} letters alone."
            yield Draft(message, hint, places=(pair.target.find(*found.span()),))


def _find_strange(pair: Pair) -> Iterator[Draft]:
    usual = pair.language.scripts | {LATIN, ""} | set(map(find_script, pair.source.origin))
    for at, letter in enumerate(pair.target.origin):
        if find_script(letter) not in usual:
            message = f"{letter} is a letter of another script: {find_script(letter).capitalize()}"
            hint = "Write it in the script of the language."
            yield Draft(message, hint, places=(pair.target.find(at, at + 1),))
            return


def _find_latin_text(pair: Pair) -> Iterator[Draft]:
    own = pair.language.scripts
    if LATIN in own or pair.entry.msgid == pair.entry.msgstr:
        return
    prose = re.findall(r"\b[a-z]{3,}\b", pair.target.origin)
    if len(prose) >= 2 and not any(find_script(letter) in own for letter in pair.target.origin):
        message = "the translation is written in Latin letters"
        yield Draft(message, "Write it in the script of the language.")


def _find_foreign(pair: Pair) -> Iterator[Draft]:
    known = set(pair.source.origin)
    for at, character in enumerate(pair.target.origin):
        if character not in known and _is_foreign(character, pair.language):
            message = f"{character} (U+{ord(character):04X}) is not written in this language"
            hint = "Write the character that the language has in its place."
            yield Draft(message, hint, places=(pair.target.find(at, at + 1),))
            return


@cache
def _is_foreign(character: str, language: Language) -> bool:
    if character in language.table("checks", "script").get("foreign", ""):
        return True
    codecs = _CODECS.get(language.script)
    if codecs is None or find_script(character) != "CJK":
        return False
    own, other = (character.encode(codec, "ignore") for codec in codecs)
    return bool(other) and not own


@define_rule(
    "white-space", "warning", source="Rest today.", wrong="Descanse hoy. ", right="Descanse hoy."
)
def check_white_space(pair: Pair) -> Iterator[Draft]:
    """A translation begins or ends with a blank.

    A blank or a line end at the beginning or the end of a translation, where the text has none.
    Often it shows that words were lost there.
    """
    source, target = pair.entry.msgid, pair.entry.msgstr
    for end, strip in (("begins", str.lstrip), ("ends", str.rstrip)):
        if strip(target) != target and strip(source) == source:
            hint = "Remove the blank; see that no words are lost there."
            yield Draft(f"the translation {end} with a blank", hint, raw=True)
