"""What is known of each language: one data file a language, `languages/<tag>.toml`.

`load("es-MX")` gives what `es.toml` says. Adding a language is adding its file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Language:
    """One language, as its data file gives it."""

    tag: str
    """BCP 47, as the file is named."""
    direction: Literal["ltr", "rtl"]
    words: Mapping[str, str]
    """What editions say by themselves, by name; see the comments in `en.toml`."""
    spoken: Mapping[str, str]
    """A sign in the text and the words that a voice says for it."""
    pace: Mapping[str, int]
    """Per voice, the rate setting that gives 110 to 130 words a minute."""
    readability: tuple[Mapping[str, Any], ...]
    """The accepted formulas, the one that grades first; none where no scale is accepted."""
    syllables: Mapping[str, Any]
    """The rules by which syllables are counted."""
    writing: Mapping[str, Any]
    """Words and patterns that make a text hard; see the comments in `en.toml`."""
    last_words: tuple[str, ...]
    """Words that the sentence splitter takes for short forms, and that end a sentence."""
    short_forms: tuple[str, ...]
    """Short forms that it takes for last words, and that a number may follow."""
    before_names: tuple[str, ...]
    """Short forms that a name follows: they never end a sentence."""
    lettered: tuple[str, ...]
    """Words that a single letter follows, which is no initial of a name: `vitamin C.`"""
    emphasised: frozenset[str]
    """Words that texts write in capitals for weight, in small letters: `NOT` is no acronym."""
    unit: str
    """What lengths are counted in: words, or characters where words are not written apart."""
    plurals: str
    """gettext's Plural-Forms."""
    alpha3: str
    """ISO 639-2, for the tags of sound files."""


def available() -> tuple[str, ...]:
    """The tags of all languages that have a file."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def base(tag: str) -> str:
    """The language whose file serves for `tag`: itself, or with subtags dropped. Else empty."""
    known = available()
    parts = tag.split("-")
    while parts:
        if "-".join(parts) in known:
            return "-".join(parts)
        parts.pop()
    return ""


def fault(tag: str) -> tuple[str, str] | None:
    """What is wrong with a language tag, and what to do; nothing where it can be used."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return f"{tag!r} is not a language tag", "Use a BCP 47 tag such as es, pt-BR or zh-Hans."
    if not base(tag):
        known = ", ".join(available())
        return (
            f"there are no words for the language {tag!r}",
            f"Use one of: {known}; or add a file for it to plainspoken/languages.",
        )
    return None


def region_fault(tag: str, region: str) -> tuple[str, str] | None:
    """What is wrong with a region beside a language tag, and what to do; nothing where all is."""
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse("-".join(filter(None, (tag, region))), sep="-")
    except (ValueError, UnknownLocaleError):
        cure = "Use a region of CLDR that has this language, such as 419 for es; or leave it out."
        return f"{tag!r} has no region {region!r}", cure
    return None


@cache
def load(tag: str) -> Language:
    """The language that serves for a BCP 47 tag.

    Raises:
        LanguageError: the tag is not one, or has no data file.
    """
    if found := fault(tag):
        raise LanguageError([Finding("", 0, *found)])
    from babel import Locale

    table = tomllib.loads((_FOLDER / f"{base(tag)}.toml").read_text("utf-8"))
    direction: Literal["ltr", "rtl"] = (
        "rtl" if Locale.parse(tag, sep="-").text_direction == "rtl" else "ltr"
    )
    return Language(
        tag=tag,
        direction=direction,
        words=table["words"],
        spoken=table.get("spoken", {}),
        pace=table.get("pace", {}),
        readability=tuple(table.get("readability", ())),
        syllables=table.get("syllables", {}),
        writing=table.get("writing", {}),
        last_words=tuple(table.get("last-words", ())),
        short_forms=tuple(table.get("short-forms", ())),
        before_names=tuple(table.get("before-names", ())),
        lettered=tuple(table.get("lettered", ())),
        emphasised=frozenset(table.get("emphasised", ())),
        unit=table.get("unit", "words"),
        plurals=table["plurals"],
        alpha3=table["alpha3"],
    )
