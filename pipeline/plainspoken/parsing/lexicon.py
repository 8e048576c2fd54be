"""Read how words are spoken and counted: `source/lexicon.toml`."""

from __future__ import annotations

from typing import Any

from ..config.language_keys import ANY, canonicalize_keys
from ..config.project import Project
from ..config.toml_schema import Key, read_toml
from ..diagnostics.finding import Finding
from ..guide import Pronunciation

_WORD = Key(dict, shape={"syllables": Key(str)}, each=Key(dict, each=Key(str)))
_RESPELLING = "say"


def read_lexicon(project: Project) -> tuple[tuple[Pronunciation, ...], list[Finding]]:
    """The pronunciations of a guide; none where there is no file."""
    path = project.source / "lexicon.toml"
    if not path.exists():
        return (), []
    file, errors = read_toml(path, project.format_path(path), Key(dict, each=_WORD))
    if errors:
        return (), errors
    file, errors = canonicalize_keys(file, ANY, ANY)
    return tuple(_make_pronunciation(word, table) for word, table in file.table.items()), errors


def _make_pronunciation(word: str, table: dict[str, Any]) -> Pronunciation:
    other_keys = ("syllables", _RESPELLING)
    engines = {name: by_lang for name, by_lang in table.items() if name not in other_keys}
    return Pronunciation(
        word=word,
        syllables=len(table["syllables"].split("-")) if "syllables" in table else 0,
        phonemes=tuple(
            (engine, lang, phonemes)
            for engine, by_lang in engines.items()
            for lang, phonemes in by_lang.items()
        ),
        respelling=tuple(table.get(_RESPELLING, {}).items()),
    )
