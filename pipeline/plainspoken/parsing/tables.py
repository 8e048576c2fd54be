"""Read the tables beside the text: named links, pronunciations, and the guide's plainer words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..config.addresses import WEB, find_address_error, normalize_address
from ..config.project import Project
from ..config.toml_schema import Key, TomlFile, read_toml
from ..diagnostics.finding import Finding
from ..guide import Link, Place, Pronunciation
from ..languages import check_tag

PlainWords = tuple[tuple[str, str, str], ...]
"""Language, hard word or phrase in small letters, what to write instead."""
_RESPELLING = "say"
_IPA = "ipa"
_WORDS_BY_LANGUAGE = Key(dict, each=Key(str), by_language=True)
_LINK = {
    "title": Key(str, required=True),
    "url": Key(str, required=True),
    "locales": _WORDS_BY_LANGUAGE,
}
_WORD = Key(dict, shape={"syllables": Key(str)}, each=_WORDS_BY_LANGUAGE)
_PLAIN_WORDS = Key(dict, each=Key(dict, each=Key(str)), by_language=True)


def read_table(project: Project, name: str, shape: Key) -> tuple[TomlFile, list[Finding]]:
    """Read a file of `source/`: an empty table where there is none, or where it has errors."""
    path = project.source / name
    empty = TomlFile(project.format_path(path))
    if not project.files.exists(path):
        return empty, []
    file, errors = read_toml(path, project.files, shape)
    return (empty, errors) if errors else (file, [])


def check_names(file: TomlFile, noun: str) -> Iterator[Finding]:
    """Report the keys of a file that cannot be the names of what it holds."""
    for name in file.table:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
            message = f"`{name}` cannot name a {noun}"
            yield file.error([name], message, "Use a–z, 0–9 and hyphens.")


def read_links(project: Project) -> tuple[tuple[Link, ...], list[Finding]]:
    """Read the named links of a guide: `source/links.toml`."""
    shape = Key(dict, each=Key(dict, shape=_LINK))
    file, errors = read_table(project, "links.toml", shape)
    links = []
    for name, table in file.table.items():
        if name != name.lower() or ":" in name:
            message = f"`{name}` cannot name a link"
            errors.append(file.error([name], message, "Use small letters, no colon."))
        localized = table.get("locales", {})
        addresses: list[tuple[tuple[str, ...], str]] = [(("url",), table["url"])]
        addresses += [(("locales", lang), url) for lang, url in localized.items()]
        for path, url in addresses:
            if error := find_address_error(url, WEB):
                errors.append(file.error([name, *path], *error))
        pages = ((lang, normalize_address(url)) for lang, url in localized.items())
        url = normalize_address(table["url"])
        links.append(Link(name, table["title"], url, tuple(sorted(pages))))
    return tuple(links), errors


def read_lexicon(project: Project) -> tuple[tuple[Pronunciation, ...], list[Finding]]:
    """Read how words are spoken and counted: `source/lexicon.toml`."""
    file, errors = read_table(project, "lexicon.toml", Key(dict, each=_WORD))
    return tuple(_make_pronunciation(word, file) for word in file.table), errors


def _make_pronunciation(word: str, file: TomlFile) -> Pronunciation:
    table: dict[str, Any] = file.table[word]
    return Pronunciation(
        word=word,
        syllables=len(table["syllables"].split("-")) if "syllables" in table else 0,
        phonemes=tuple(
            (engine, lang, phonemes)
            for engine, by_lang in table.items()
            if engine not in ("syllables", _RESPELLING, _IPA)
            for lang, phonemes in by_lang.items()
        ),
        respelling=tuple(table.get(_RESPELLING, {}).items()),
        ipa=tuple(
            (lang, ipa, Place(file.display_path, file.line(word, _IPA, lang)))
            for lang, ipa in table.get(_IPA, {}).items()
        ),
        place=Place(file.display_path, _find_line(word, file)),
    )


def _find_line(word: str, file: TomlFile) -> int:
    """The first line of a word: of its table, or of a table in it."""
    lines = (file.line(word, *path) for path in ((), *((name,) for name in file.table[word])))
    return next((line for line in lines if line), 0)


def read_plain_words(project: Project) -> tuple[PlainWords, list[Finding]]:
    """Read `source/plain-words.toml`, a table a language: `"utilize" = "use"` below `[en]`."""
    file, errors = read_table(project, "plain-words.toml", _PLAIN_WORDS)
    words = []
    for lang, table in file.table.items():
        if error := check_tag(lang):
            errors.append(file.error([lang], *error))
        errors += _check_plain_words(file, lang)
        words += [(lang, hard.lower(), easy) for hard, easy in table.items()]
    return tuple(words), errors


def _check_plain_words(file: TomlFile, lang: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for hard, easy in file.table[lang].items():
        if not any(map(str.isalpha, hard)) or " ".join(hard.split()) != hard:
            hint = "Write a word, or words with one space between."
            yield file.error([lang, hard], f"`{hard}` is no word or phrase", hint)
        if hard.lower() == easy.lower():
            hint = "Give an easier word, or remove it."
            yield file.error([lang, hard], f"`{hard}` stands in its own place", hint)
        if hard.lower() in seen:
            message = f"`{hard}` is there already, in other letters"
            yield file.error([lang, hard], message, "Keep one of the two.")
        seen.add(hard.lower())
