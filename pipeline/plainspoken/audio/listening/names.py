"""Names of medicines and terms of the glossary, which recognisers often spell wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...catalogs.checks.names import is_drug
from ...guide import Guide
from ...languages import Language
from ...quantities.normalize import find_plain_words, fold_text

_ROWS = range(1, 6)
"""Of how many words a name may be heard as."""
_ALIKE = 70
"""Of 100, how alike a name and what is heard for it are at least."""
_SHORTEST = 6
"""Letters of a name that can be told from other words by them."""


def list_names(guide: Guide) -> frozenset[str]:
    """The names that a guide explains or says how to pronounce, folded."""
    terms = (
        block.text
        for section in guide.sections
        for block in section.leaves()
        if block.kind == "term"
    )
    return frozenset(map(fold_text, (*terms, *(entry.word for entry in guide.lexicon))))


def find_unheard_names(
    written: str, heard: str, names: Iterable[str], language: Language
) -> Iterator[str]:
    """The names in a text that are not spelled so in what was heard, folded."""
    text, other = fold_text(written), fold_text(heard)
    drugs = {word[0] for word in find_plain_words(text) if is_drug(word[0], language)}
    for name in sorted({*names, *drugs}):
        if _has_word(text, name) and not _has_word(other, name):
            yield name


def restore_names(written: str, heard: str, names: Iterable[str], language: Language) -> str:
    """What was heard, with the names of a text for words that sound like them in one: y no tu sumab
    for Inotuzumab says no no.
    """
    for name in find_unheard_names(written, heard, names, language):
        words = [match.span() for match in find_plain_words(heard)]
        rows = [words[at : at + count] for count in _ROWS for at in range(len(words) - count + 1)]
        found = max(rows, key=lambda row: _measure_likeness(name, heard, row), default=None)
        if found and _measure_likeness(name, heard, found) >= _ALIKE:
            heard = f"{heard[: found[0][0]]}{name}{heard[found[-1][1] :]}"
    return heard


def _measure_likeness(name: str, heard: str, words: Sequence[tuple[int, int]]) -> float:
    from rapidfuzz import fuzz

    letters = fold_text("".join(heard[slice(*word)] for word in words))
    return fuzz.ratio(name.replace(" ", ""), letters) if len(name) >= _SHORTEST else 0.0


def _has_word(text: str, word: str) -> bool:
    return bool(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))
