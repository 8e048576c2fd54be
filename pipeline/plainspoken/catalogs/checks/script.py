"""Check script: letters of the language's own script, none that only look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...languages import find_language
from ...languages.scripts import LATIN, expected, of, script_code
from ...quantities.normalize import WORD
from .context import Draft, Pair

_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Scripts whose letters look alike."""
_LETTERS = re.compile(rf"{WORD}+")
_CODECS = {"Hans": ("gb2312", "big5"), "Hant": ("big5", "gb2312")}
"""Where the characters of one way to write Chinese are, and those of the other."""


def check(pair: Pair) -> Iterator[Draft]:
    """Words of two scripts, letters of another script or language, a text in Latin letters."""
    found = [*_mixed(pair)]
    yield from found or [*_strange(pair)] or [*_written_in_latin(pair)]
    yield from _foreign(pair)


def _mixed(pair: Pair) -> Iterator[Draft]:
    """Words whose letters only look as if they were of one script."""
    known = {found[0] for found in _LETTERS.finditer(pair.source.origin)}
    for found in _LETTERS.finditer(pair.target.origin):
        scripts = {of(character) for character in found[0]} & _ALIKE
        if len(scripts) > 1 and found[0] not in known:
            own = expected(pair.lang) & scripts or {LATIN}
            other = next(each for each in found[0] if of(each) in scripts - own)
            what = f"the word “{found[0]}” has a {of(other).capitalize()} letter, {other}"
            hint = f"Write it with {'/'.join(sorted(own)).capitalize()} letters alone."
            yield Draft(what, hint, "warning", target=(pair.target.find(*found.span()),))


def _strange(pair: Pair) -> Iterator[Draft]:
    may = expected(pair.lang) | {LATIN, ""} | {of(each) for each in pair.source.origin}
    for at, character in enumerate(pair.target.origin):
        if of(character) not in may:
            what = f"{character} is a letter of another script: {of(character).capitalize()}"
            place = pair.target.find(at, at + 1)
            yield Draft(what, "Write it in the script of the language.", "warning", target=(place,))
            return


def _written_in_latin(pair: Pair) -> Iterator[Draft]:
    own = expected(pair.lang)
    if LATIN in own or pair.entry.msgid == pair.entry.msgstr:
        return
    scripts = [of(character) for character in pair.target.origin]
    prose = re.findall(r"\b[a-z]{3,}\b", pair.target.origin)
    if prose and len(prose) >= 2 and not any(script in own for script in scripts):
        what = "the translation is written in Latin letters"
        yield Draft(what, "Write it in the script of the language.", "warning")


def _foreign(pair: Pair) -> Iterator[Draft]:
    """Letters and digits that another language writes with the same script."""
    known = set(pair.source.origin)
    for at, character in enumerate(pair.target.origin):
        if character not in known and _is_foreign(character, pair.lang):
            what = f"{character} (U+{ord(character):04X}) is not written in this language"
            place = pair.target.find(at, at + 1)
            hint = "Write the character that the language has in its place."
            yield Draft(what, hint, "warning", target=(place,))
            return


@cache
def _is_foreign(character: str, lang: str) -> bool:
    if character in find_language(lang).table("checks", "script").get("foreign", ""):
        return True
    codecs = _CODECS.get(script_code(lang))
    if codecs is None or of(character) != "CJK":
        return False
    return not _encodes(character, codecs[0]) and _encodes(character, codecs[1])


def _encodes(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
