"""Name those who read an edition aloud."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages import Language
from ..narration import Reader

_NARRATORS = ("person", "natural", "draft")
"""The kinds of readers, in the order in which editions name them."""


def name_narrator(language: Language, readers: Sequence[Reader], short: bool = False) -> str:
    """Who reads an edition aloud, as it says so: in sentences, or in short for metadata. Of several
    each is named with the share. Empty: nobody reads it.
    """
    names: dict[str, list[str]] = {}
    for reader in sorted(readers, key=lambda reader: _NARRATORS.index(reader.kind)):
        share = f" ({_format_percent(reader.percent, language)})" if len(readers) > 1 else ""
        names.setdefault(reader.kind, []).append(reader.name + share)
    texts = [
        language.words[_name_narrator_words(kind, short)].format(voice=language.join_names(voices))
        for kind, voices in names.items()
    ]
    return ("; " if short else " ").join(texts)


def _name_narrator_words(kind: str, short: bool) -> str:
    return "narrator" + ("" if kind == "natural" else f"-{kind}") + "-short" * short


def _format_percent(percent: int, language: Language) -> str:
    from babel.numbers import format_percent

    return format_percent(percent / 100, locale=language.cldr_locale())
