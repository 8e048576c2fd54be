"""What the tests of spoken text share: tables of texts with their words, and the look at one."""

from __future__ import annotations

from collections.abc import Mapping

from plainspoken.languages import load
from plainspoken.spoken.read_back import find_misreadings
from plainspoken.spoken.text import say_text


def check_said_and_heard(text: str, lang: str, words: str) -> None:
    """The words of a text are these, and are heard as the numbers that are written."""
    spoken = say_text(text, load(lang))
    assert spoken.words == words
    assert not list(find_misreadings(spoken))


def list_cases(*tables: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str, str]]:
    """Language, text and words of each case of some tables, which have them by language."""
    return [
        (lang, text, words)
        for table in tables
        for lang, cases in table.items()
        for text, words in cases.items()
    ]
