"""Names of medicines and terms of the glossary, which recognisers often spell wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...catalogs.checks.names import is_drug
from ...guide import Guide
from ...languages import Language
from ...quantities.normalize import find_plain_words, fold_text


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


def _has_word(text: str, word: str) -> bool:
    return bool(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))
