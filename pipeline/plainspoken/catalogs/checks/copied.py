"""Rule copied: a translation that is its text again."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, Example, Rule
from ...languages.scripts import LATIN
from .context import Pair
from .prose_words import WORD, is_prose, list_function_words

_HINT = "Translate it; leave it so only if the words are the same in both languages."


def check(pair: Pair) -> Iterator[Draft]:
    """A translation equal to its text; names, numbers and words of both languages may well be."""
    if pair.entry.msgid.strip() != pair.entry.msgstr.strip():
        return
    prose = [word for word in WORD.findall(pair.source.origin) if is_prose(word)]
    plain = set(prose) & list_function_words(pair.facts.source_language, pair.language)
    if plain or len(prose) >= 3 or (prose and LATIN not in pair.language.scripts):
        yield Draft("the translation is a copy of the text", _HINT, raw=True)


RULE = Rule(
    id="copied",
    summary="A translation is a copy of the text.",
    level="warning",
    check=check,
    explanation=(
        "A translation that has the same letters as the text. Names, numbers and units may be "
        "the same in both languages, and are left alone."
    ),
    example=Example(source="Wash your hands.", wrong="Wash your hands.", right="Lávese las manos."),
)
