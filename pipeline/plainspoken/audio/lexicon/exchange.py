"""What of a lexicon is exported, and what of a file is imported into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from ...diagnostics.errors import CatalogError
from ...diagnostics.finding import Finding
from ...guide import Pronunciation
from ...input_files import TEXT
from ...languages import Language, load
from ..pronunciations import find_ipa, find_phonemes, find_respelling, serves
from ..voices import find_notation, find_phonemes_engine, find_reader, list_engines
from .lexicon_toml import Addition, add_sayings
from .pls import PlsFile, SpokenWord


@dataclass(frozen=True, slots=True)
class LexiconImport:
    """The result of an import."""

    text: str
    added: tuple[Addition, ...]
    skipped: tuple[Finding, ...]


def list_words(lexicon: Sequence[Pronunciation], language: Language) -> tuple[SpokenWord, ...]:
    """How words are said in a language: in the IPA that stands there, else in that of an engine for
    its own phonemes; and in letters.
    """
    read = {
        entry.word: known[0]
        for entry in lexicon
        if (known := find_ipa(entry, language)) is not None
    }
    for engine in list_engines():
        reader = find_reader(engine, language)
        own = {
            entry.word: phonemes
            for entry in lexicon
            if entry.word not in read and (phonemes := find_phonemes(entry, engine, language))
        }
        if reader and own:
            read |= dict(zip(own, reader(tuple(own.values()), language), strict=True))
    texts = (
        (entry.word, read.get(entry.word, ""), find_respelling(entry, language))
        for entry in lexicon
    )
    found = (SpokenWord(_trim(word), _trim(ipa), _trim(say)) for word, ipa, say in texts)
    return tuple(word for word in found if word.word and (word.ipa or word.say))


def _trim(text: str) -> str:
    return " ".join(text.split())


def import_pls(
    text: str, lexicon: Sequence[Pronunciation], pls: PlsFile, langs: Sequence[str], file: str
) -> LexiconImport:
    """Add the words of a PLS file to the text of lexicon.toml; `langs` are those of the guide. What
    stands there stays. Raises CatalogError: with all that is wrong in the file.
    """
    if not any(serves(pls.lang, load(lang)) for lang in langs):
        message = f"is for {pls.lang!r}, which no edition of this guide takes"
        hint = f"Set xml:lang to one of: {', '.join(langs)}."
        raise CatalogError([Finding(file, pls.lang_line, message, hint)])
    language = load(pls.lang)
    CatalogError.raise_if(_check_sounds(pls, language, file))
    ours = {word.word: word for word in list_words(lexicon, language)}
    added: list[Addition] = []
    skipped = list(pls.remarks)
    for word in pls.words:
        own = ours.get(word.word, SpokenWord(word.word))
        for table, theirs, mine in (("ipa", word.ipa, own.ipa), ("say", word.say, own.say)):
            if theirs and not mine:
                added.append(Addition(word.word, table, pls.lang, theirs))
            elif theirs and normalize("NFC", theirs) != normalize("NFC", mine):
                message = (
                    f"`{word.word}` is {theirs!r} here and {mine!r} in the lexicon, which stays"
                )
                hint = "Change it in source/lexicon.toml, if that is meant."
                skipped.append(Finding(file, word.line, message, hint, "warning"))
    after = add_sayings(text, added, "source/lexicon.toml") if added else text
    if len(after.encode()) > TEXT.most_bytes:
        message = f"would make the lexicon larger than {TEXT.most_bytes // 1_000_000} MB"
        raise CatalogError([Finding(file, 0, message, "Take out what the guide does not use.")])
    return LexiconImport(after, tuple(added), tuple(sorted(set(skipped))))


def _check_sounds(pls: PlsFile, language: Language, file: str) -> Iterator[Finding]:
    for engine in dict.fromkeys(map(find_phonemes_engine, list_engines())):
        write = find_notation(engine, language)
        for word in pls.words if write else ():
            try:
                assert write is not None
                write(word.ipa, language)
            except ValueError as sign:
                message = f"{engine} has no sound for {str(sign)!r} in /{word.ipa}/"
                hint = "Write it with sounds of the language, or as an <alias>."
                yield Finding(file, word.line, f"`{word.word}`: {message}", hint)
