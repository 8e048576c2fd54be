"""Rule copied: a translation is no copy of its text."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from ...languages.scripts import LATIN
from .context import Pair
from .left_over import WORD, is_prose, list_function_words


@define_rule(
    "copied",
    "warning",
    source="Wash your hands.",
    wrong="Wash your hands.",
    right="Lávese las manos.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A translation is a copy of the text.

    A translation that has the same letters as the text. Names, numbers and units may be the
    same in both languages, and are left alone.
    """
    if pair.entry.msgid.strip() != pair.entry.msgstr.strip():
        return
    prose = [word for word in WORD.findall(pair.source.origin) if is_prose(word)]
    plain = set(prose) & list_function_words(pair.facts.source_language, pair.language)
    if plain or len(prose) >= 3 or (prose and LATIN not in pair.language.scripts):
        hint = "Translate it; leave it so only if the words are the same in both languages."
        yield Draft("the translation is a copy of the text", hint, raw=True)
