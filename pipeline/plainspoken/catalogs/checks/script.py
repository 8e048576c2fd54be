"""Rule script: each letter is of a script of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from ...languages.scripts import LATIN, find_script
from ...quantities.normalize import WORD
from .context import Pair

_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_LETTERS = re.compile(rf"{WORD}+")
_SIGNS = "αβγδεθλμπσφχψωΓΔΘΛΠΣΦΨΩ"
"""Greek letters that look like none of the Latin script."""
_CODECS = {"Hans": ("gb2312", "big5"), "Hant": ("big5", "gb2312")}
"""By script (ISO 15924): where its characters are, and those of the other way to write them."""


@define_rule(
    "script",
    "warning",
    source="Your nurse.",
    wrong="Su enferm\N{CYRILLIC SMALL LETTER IE}ra.",
    right="Su enfermera.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A letter is of another script or language.

    Words with letters of two scripts that look alike, letters of a script that neither language
    has, letters and digits that only another language writes with the same script, and
    translations in Latin letters into languages with another script.
    """
    found = [*_find_mixed(pair)]
    yield from found or [*_find_strange(pair)] or [*_find_latin_text(pair)]
    yield from _find_foreign(pair)


def _find_mixed(pair: Pair) -> Iterator[Draft]:
    # Of another script, such as Arabic, letters may stand before and after a word of the text.
    known = [word for word in _LETTERS.findall(pair.source.origin) if len(_list_alike(word)) > 1]
    for found in _LETTERS.finditer(pair.target.origin):
        scripts = _list_alike(found[0])
        if len(scripts) > 1 and not any(word in found[0] for word in known):
            own = pair.language.scripts & scripts or {LATIN}
            letter = next(letter for letter in found[0] if find_script(letter) in scripts - own)
            script = find_script(letter).capitalize()
            message = f"the word “{found[0]}” has a {script} letter, {letter}"
            hint = f"Write it with {'/'.join(sorted(own)).capitalize()} letters alone."
            yield Draft(message, hint, places=(pair.target.find(*found.span()),))


def _list_alike(word: str) -> set[str]:
    return {find_script(character) for character in word} & _ALIKE


def _find_strange(pair: Pair) -> Iterator[Draft]:
    usual = pair.language.scripts | {LATIN, ""} | set(map(find_script, pair.source.origin))
    for at, letter in enumerate(pair.target.origin):
        if find_script(letter) not in usual and not _is_sign(pair.target.origin, at):
            message = f"{letter} is a letter of another script: {find_script(letter).capitalize()}"
            hint = "Write it in the script of the language."
            yield Draft(message, hint, places=(pair.target.find(at, at + 1),))
            return


def _is_sign(text: str, at: int) -> bool:
    """Whether a Greek letter stands alone, as a sign that every language has: α, μ."""
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return text[at] in _SIGNS and all(find_script(letter) != "GREEK" for letter in beside)


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
