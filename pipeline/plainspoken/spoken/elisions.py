"""Join a word that loses its last vowel to a number: French de 1 h, d'une heure."""

from __future__ import annotations

from collections.abc import Sequence

from .word_pattern import SIGN, compile_words
from .written import Saying, WrittenText


def elide(written: WrittenText, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, with the words before them that [elisions] shortens: `before`, a pattern whose
    group stays, and `words`, a pattern of what is said with the text after it.
    """
    data = written.data("elisions")
    if not data:
        return [*sayings]
    before = compile_words(rf"(?<!{SIGN})(?:{data['before']})[ \u00a0]$")
    words = compile_words(str(data["words"]))
    joined: list[Saying] = []
    for saying in sayings:
        found = before.search(written.text, joined[-1].end if joined else 0, saying.start)
        after = written.text[saying.end :]
        if found and not saying.sound and words.match(saying.words + after):
            shortened = next(group for group in found.groups() if group)
            joined.append(Saying(found.start(), saying.start, f"{shortened}'"))
        joined.append(saying)
    return joined
