"""How an engine says the words of a lexicon: by its own phonemes, by IPA, or by other letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from ..diagnostics.errors import SourceError
from ..diagnostics.finding import Finding
from ..guide import Place, Pronunciation
from ..languages import Language, canonical
from ..languages.tags import list_lineage
from .voices import find_notation, find_phonemes_engine

T = TypeVar("T")


def read_pronunciations(
    lexicon: Sequence[Pronunciation], engine: str, language: Language
) -> Mapping[str, str]:
    """What an engine is given for words: its phonemes in `[[…]]`, or letters. Raises SourceError:
    with all IPA that the engine has no sound for.
    """
    notation = find_notation(engine, language) if any(entry.ipa for entry in lexicon) else None
    errors: list[Finding] = []
    found: dict[str, str] = {}
    own = find_phonemes_engine(engine) if any(entry.phonemes for entry in lexicon) else engine
    for entry in lexicon:
        if phonemes := find_phonemes(entry, own, language):
            found[entry.word] = f"[[{phonemes}]]"
        elif notation and (known := find_ipa(entry, language)):
            ipa, place = known
            try:
                found[entry.word] = f"[[{notation(ipa, language)}]]"
            except ValueError as sign:
                message = f"{engine} has no sound for {str(sign)!r} in /{ipa}/, for `{entry.word}`"
                hint = "Write it with sounds of the language, or give the word a `say`."
                errors.append(Finding(place.file, place.line, message, hint))
        elif letters := find_respelling(entry, language):
            found[entry.word] = letters
    SourceError.raise_if(errors)
    return found


def find_phonemes(entry: Pronunciation, engine: str, language: Language) -> str:
    """An entry's phonemes in an engine's own notation; empty: it has none."""
    by_tag = ((tag, letters) for name, tag, letters in entry.phonemes if name == engine)
    return _find_best(by_tag, language) or ""


def find_ipa(entry: Pronunciation, language: Language) -> tuple[str, Place] | None:
    """An entry's IPA, and where it stands."""
    return _find_best(((tag, (ipa, place)) for tag, ipa, place in entry.ipa), language)


def find_respelling(entry: Pronunciation, language: Language) -> str:
    """An entry's letters for any voice; empty: it has none."""
    return _find_best(entry.respelling, language) or ""


def _find_best(by_tag: Iterable[tuple[str, T]], language: Language) -> T | None:
    """What the tag nearest to a language has."""
    serving = {tag: what for tag, what in by_tag if serves(tag, language)}
    return serving[max(serving, key=len)] if serving else None


def serves(tag: str, language: Language) -> bool:
    """Whether what is said in the language of a tag is said so in another."""
    return not {tag, canonical(tag)}.isdisjoint(list_lineage(language.tag))
