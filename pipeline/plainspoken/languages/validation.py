"""What is wrong with a language tag, or with the files of a language's folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from string import Formatter

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding
from ..diagnostics.suggestions import suggest_nearest
from . import cldr
from .language import FileName, LanguageFile, find_language, read_file, read_table, show_path
from .tags import REFERENCE, available, find_nearest

_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_REQUIRED_KEYS = {
    "alpha3": 'Add `alpha3`: its three letters in ISO 639-2, such as "spa".',
    "plurals": 'Add `plurals`: gettext\'s Plural-Forms, such as "nplurals=2; plural=(n != 1);".',
}


def check_tag(tag: str) -> tuple[str, str] | None:
    """What is wrong with a language tag, and what to do; nothing where it can be used."""
    is_tag = _TAG.fullmatch(tag) is not None
    nearest = find_nearest(tag, available()) if is_tag else ""
    # Subtags must be ones that CLDR knows, beside a language that it knows.
    if nearest and (tag == nearest or cldr.is_known(tag) or not cldr.is_known(nearest)):
        return None
    if not is_tag or not cldr.is_known(tag):
        return f"{tag!r} is not a language tag", "Use a BCP 47 tag such as es, pt-BR or zh-Hans."
    known = ", ".join(available())
    hint = f"Use one of: {known}; or add a folder for it to plainspoken/languages."
    return f"there are no words for the language {tag!r}", hint


def check_region(tag: str, region: str) -> tuple[str, str] | None:
    """What is wrong with a region beside a language tag, and what to do; nothing where all is."""
    if not region or region in tag.split("-") or cldr.is_known(f"{tag}-{region}"):
        return None
    language = find_language(tag)
    if language.cldr_locale(region) != language.cldr_locale():
        return None
    hint = "Use a region of CLDR that has this language, such as 419 for es; or leave it out."
    return f"{tag!r} has no region {region!r}", hint


@cache
def check_folder(tag: str) -> tuple[Finding, ...]:
    """What is wrong in the words.toml, text.toml and voice.toml that serve for a tag."""
    errors: list[Finding] = []
    for name, check in _CHECKS.items():
        try:
            file = read_file(tag, name)
        except LanguageError as error:
            errors += error.findings
            continue
        if file:
            errors += check(file)
        elif name in _REQUIRED_FILES:
            hint = f"Add it; {REFERENCE}/{name}.toml says what belongs there."
            errors.append(Finding(show_path(tag, name), 0, "is not there", hint))
    return tuple(errors)


def _check_words(file: LanguageFile) -> Iterator[Finding]:
    table = file.table
    english = read_table(REFERENCE, "words")
    for name, model in english.items():
        text = table.get(name)
        if name not in table:
            hint = f"Say it in this language. In English: {name} = “{model}”"
            yield file.error(name, f"`{name}` is missing", hint)
        elif not isinstance(text, str) or not text.strip():
            yield file.error(name, f"`{name}` is not text", "Write text in quotes.")
        elif error := _check_placeholders(text, model):
            yield file.error(name, f"`{name}` {error[0]}", error[1])
    for name in sorted(table.keys() - english.keys()):
        hint = suggest_nearest(name, english) or "Remove it."
        yield file.error(name, f"`{name}` is not a known key", hint)


def _check_placeholders(text: str, model: str) -> tuple[str, str] | None:
    needed = _find_placeholders(model)
    try:
        used = _find_placeholders(text)
    except ValueError:
        return "has a brace without its pair", "Write placeholders as in {name}."
    if missing := sorted(needed - used):
        return f"lacks {', '.join(missing)}", "Write it where what it stands for belongs."
    if unknown := sorted(used - needed):
        return f"has {', '.join(unknown)}, which nothing fills in", "Remove it."
    return None


def _find_placeholders(text: str) -> set[str]:
    """The names in braces, with their braces. Raises ValueError: a brace has no pair."""
    return {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None}


def _check_text(file: LanguageFile) -> Iterator[Finding]:
    table = file.table
    for name, hint in _REQUIRED_KEYS.items():
        value = table.get(name)
        if name not in table:
            yield file.error(name, f"`{name}` is missing", hint)
        elif not isinstance(value, str) or not value.strip():
            yield file.error(name, f"`{name}` is not text", hint)
    if table.get("direction", "ltr") not in ("ltr", "rtl"):
        yield file.error("direction", "`direction` is not known", "Use one of: ltr, rtl.")


def _check_voice(file: LanguageFile) -> Iterator[Finding]:
    for engine, table in file.table.items():
        if engine == "spoken" or not isinstance(table, dict):
            continue
        for voice in (table, *table.get("variants", {}).values()):
            if not isinstance(voice.get("voice", ""), str):
                hint = "Write its name at the engine, in quotes."
                yield file.error("voice", f"`voice` of {engine} is not text", hint)
            if not isinstance(voice.get("rate", 1), int):
                hint = "Write it in digits, without quotes."
                yield file.error("rate", f"`rate` of {engine} is not a whole number", hint)


_CHECKS: Mapping[FileName, Callable[[LanguageFile], Iterator[Finding]]] = {
    "words": _check_words,
    "text": _check_text,
    "voice": _check_voice,
}
_REQUIRED_FILES = ("words", "text")
