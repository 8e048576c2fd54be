"""Read the guide's own plainer words: `source/plain-words.toml`.

One table a language: `"utilize" = "use"` below `[en]`.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..config.language_keys import canonicalize_keys
from ..config.project import Project
from ..config.toml_schema import Key, TomlFile, read_toml
from ..diagnostics.finding import Finding
from ..languages import check_tag

PlainWords = tuple[tuple[str, str, str], ...]
"""Language, hard word or phrase in small letters, what to write instead."""
_SHAPE = Key(dict, each=Key(dict, each=Key(str)))


def read_plain_words(project: Project) -> tuple[PlainWords, list[Finding]]:
    """The plainer words of a guide; none where there is no file."""
    path = project.source / "plain-words.toml"
    if not path.exists():
        return (), []
    file, errors = read_toml(path, project.format_path(path), _SHAPE)
    if errors:
        return (), errors
    file, errors = canonicalize_keys(file)
    for lang, table in file.table.items():
        if error := check_tag(lang):
            errors.append(file.error([lang], *error))
        errors += _check_table(file, lang, table)
    return tuple(
        (lang, hard.lower(), easy)
        for lang, table in file.table.items()
        for hard, easy in table.items()
    ), errors


def _check_table(file: TomlFile, lang: str, table: Mapping[str, str]) -> list[Finding]:
    errors: list[Finding] = []
    seen: set[str] = set()
    for hard, easy in table.items():
        if not any(map(str.isalpha, hard)) or " ".join(hard.split()) != hard:
            hint = "Write a word, or words with one space between."
            errors.append(file.error([lang, hard], f"`{hard}` is no word or phrase", hint))
        if hard.lower() == easy.lower():
            message = f"`{hard}` stands in its own place"
            errors.append(file.error([lang, hard], message, "Give an easier word, or remove it."))
        if hard.lower() in seen:
            message = f"`{hard}` is there already, in other letters"
            errors.append(file.error([lang, hard], message, "Keep one of the two."))
        seen.add(hard.lower())
    return errors
