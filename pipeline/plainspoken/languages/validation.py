"""What is wrong with a language tag, or with the files of a language's folder."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from . import cldr
from .language import File, find_language
from .tags import FOLDER, REFERENCE, available, lineage, serving

_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_REQUIRED = {
    "alpha3": 'Add `alpha3`: its three letters in ISO 639-2, such as "spa".',
    "plurals": 'Add `plurals`: gettext\'s Plural-Forms, such as "nplurals=2; plural=(n != 1);".',
}


def tag_error(tag: str) -> tuple[str, str] | None:
    """What is wrong with a language tag, and what to do; nothing where it can be used."""
    is_tag = _TAG.fullmatch(tag) is not None
    if is_tag and serving(tag, available()):
        return None
    if not is_tag or not cldr.is_known(tag):
        return f"{tag!r} is not a language tag", "Use a BCP 47 tag such as es, pt-BR or zh-Hans."
    known = ", ".join(available())
    hint = f"Use one of: {known}; or add a folder for it to plainspoken/languages."
    return f"there are no words for the language {tag!r}", hint


def region_error(tag: str, region: str) -> tuple[str, str] | None:
    """What is wrong with a region beside a language tag, and what to do; nothing where all is."""
    if not region or cldr.is_known(f"{tag}-{region}"):
        return None
    language = find_language(tag)
    if language.cldr_locale(region) != language.cldr_locale():
        return None
    hint = "Use a region of CLDR that has this language, such as 419 for es; or leave it out."
    return f"{tag!r} has no region {region!r}", hint


@cache
def folder_errors(tag: str) -> tuple[Finding, ...]:
    """What is wrong in the words.toml and text.toml that serve for a tag."""
    words, text = _read(tag, "words"), _read(tag, "text")
    if words.errors or text.errors:
        return (*words.errors, *text.errors)
    return (*_word_errors(words), *_text_errors(text))


@dataclass(frozen=True, slots=True)
class _Source:
    """A file of a language's folder, with its text, so that errors can name lines."""

    file: str
    """As people are shown it."""
    text: str = ""
    table: Mapping[str, Any] | None = None
    errors: tuple[Finding, ...] = ()

    def error(self, name: str, message: str, hint: str) -> Finding:
        found = re.search(rf'^[ \t]*"?{re.escape(name)}"?[ \t]*=', self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.start()) + 1 if found else 0
        return Finding(self.file, line, message, hint)


def _read(tag: str, name: File) -> _Source:
    places = ((parent, FOLDER / parent / f"{name}.toml") for parent in lineage(tag))
    folder, path = next(((at, path) for at, path in places if path.is_file()), (tag, None))
    file = f"plainspoken/languages/{folder}/{name}.toml"
    if path is None:
        hint = f"Add it; {REFERENCE}/{name}.toml says what belongs there."
        return _Source(file, errors=(Finding(file, 0, "is not there", hint),))
    try:
        text = path.read_text("utf-8")
        return _Source(file, text, tomllib.loads(text))
    except ValueError as error:
        hint = 'Each line is a comment, or `name = "text"`, in UTF-8.'
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else 0
        return _Source(file, errors=(Finding(file, line, f"is not TOML: {error}", hint),))


def _word_errors(words: _Source) -> Iterator[Finding]:
    table = words.table or {}
    english = tomllib.loads((FOLDER / REFERENCE / "words.toml").read_text("utf-8"))
    for name, model in english.items():
        text = table.get(name)
        if name not in table:
            hint = f"Say it in this language. In English: {name} = “{model}”"
            yield words.error(name, f"`{name}` is missing", hint)
        elif not isinstance(text, str) or not text.strip():
            yield words.error(name, f"`{name}` is not text", "Write text in quotes.")
        elif error := _placeholder_error(text, model):
            yield words.error(name, f"`{name}` {error[0]}", error[1])
    for name in sorted(table.keys() - english.keys()):
        hint = suggest_nearest(name, english) or "Remove it."
        yield words.error(name, f"`{name}` is not a known key", hint)


def _placeholder_error(text: str, model: str) -> tuple[str, str] | None:
    needed = _placeholders(model)
    try:
        used = _placeholders(text)
    except ValueError:
        return "has a brace without its pair", "Write placeholders as in {name}."
    if missing := sorted(needed - used):
        return f"lacks {', '.join(missing)}", "Write it where what it stands for belongs."
    if unknown := sorted(used - needed):
        return f"has {', '.join(unknown)}, which nothing fills in", "Remove it."
    return None


def _placeholders(text: str) -> set[str]:
    """The names in braces, with their braces.

    Raises:
        ValueError: a brace has no pair.
    """
    return {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None}


def _text_errors(text: _Source) -> Iterator[Finding]:
    table = text.table or {}
    for name, hint in _REQUIRED.items():
        value = table.get(name)
        if name not in table:
            yield text.error(name, f"`{name}` is missing", hint)
        elif not isinstance(value, str) or not value.strip():
            yield text.error(name, f"`{name}` is not text", hint)
    if table.get("direction", "ltr") not in ("ltr", "rtl"):
        yield text.error("direction", "`direction` is not known", "Use one of: ltr, rtl.")
