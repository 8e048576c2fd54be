"""All that is known of each language: one folder a language, `languages/<tag>/`.

    words.toml        what editions say by themselves; a language with words can have editions
    text.toml         its writing: plural forms, ends of sentences, words written together
    voice.toml        what voices need to know: names, pace, signs
    quantities.toml   number words, units, times and dates, ranges and ratios
    checks.toml       what the checks of translations look for
    readability.toml  scales, syllables, and what makes its sentences hard

Only words.toml and text.toml are needed. A file that a folder lacks is looked up in the folder of
the parent tag: `zh/` serves `zh-Hans` and `zh-Hant`. Adding a language is adding a folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding
from .tags import FOLDER, available, canonical, lineage, region_error, tag_error

__all__ = [
    "Language",
    "available",
    "canonical",
    "find_language",
    "load",
    "region_error",
    "tag_error",
]

File = Literal["words", "text", "voice", "quantities", "checks", "readability"]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language, as its folder has it. Two with the same tag are the same object."""

    tag: str
    """BCP 47, canonical."""

    def table(self, file: File, name: str) -> Mapping[str, Any]:
        """A table of one of its files; empty where there is none."""
        found: Mapping[str, Any] = _read(self.tag, file).get(name, {})
        return found

    def has(self, file: File) -> bool:
        """Whether it, or a parent of it, has a file."""
        return bool(_read(self.tag, file))

    @property
    def base(self) -> str:
        """The language alone: `zh` of `zh-Hans`."""
        return self.tag.partition("-")[0]

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Of its writing."""
        return _direction(self.tag)

    @property
    def words(self) -> Mapping[str, str]:
        """What editions say by themselves, by name; see the comments in `en/words.toml`."""
        return _read(self.tag, "words")

    @property
    def spoken(self) -> Mapping[str, str]:
        """A sign in the text and the words that a voice says for it."""
        return self.table("voice", "spoken")

    @property
    def pace(self) -> Mapping[str, int]:
        """Per voice, the rate setting that gives 110 to 130 words a minute."""
        return self.table("voice", "pace")

    @property
    def scales(self) -> Sequence[Mapping[str, Any]]:
        """The accepted formulas, the one that grades first; none where no scale is accepted."""
        found: Sequence[Mapping[str, Any]] = _read(self.tag, "readability").get("scale", ())
        return found

    @property
    def syllables(self) -> Mapping[str, Any]:
        """The rules by which syllables are counted."""
        return self.table("readability", "syllables")

    @property
    def writing(self) -> Mapping[str, Any]:
        """Words and patterns that make a text hard; see the comments in `en/readability.toml`."""
        return self.table("readability", "writing")

    @property
    def last_words(self) -> tuple[str, ...]:
        """Words that the sentence splitter takes for short forms, and that end a sentence."""
        return self._listed("last-words")

    @property
    def short_forms(self) -> tuple[str, ...]:
        """Short forms that it takes for last words, and that a number may follow."""
        return self._listed("short-forms")

    @property
    def before_names(self) -> tuple[str, ...]:
        """Short forms that a name follows: they never end a sentence."""
        return self._listed("before-names")

    @property
    def lettered(self) -> tuple[str, ...]:
        """Words that a single letter follows, which is no initial of a name: `vitamin C.`"""
        return self._listed("lettered")

    @property
    def emphasised(self) -> frozenset[str]:
        """Words that texts write in capitals for weight, in small letters: `NOT` is no acronym."""
        return _emphasised(self.tag)

    @property
    def unit(self) -> str:
        """What lengths are counted in: words, or characters where words are not written apart."""
        return str(_read(self.tag, "text").get("unit", "words"))

    @property
    def written_together(self) -> bool:
        """Whether no spaces stand between its words."""
        return bool(_read(self.tag, "text").get("written-together", False))

    @property
    def plurals(self) -> str:
        """gettext's Plural-Forms."""
        return str(_read(self.tag, "text")["plurals"])

    @property
    def alpha3(self) -> str:
        """ISO 639-2, for the tags of sound files."""
        return str(_read(self.tag, "text")["alpha3"])

    def _listed(self, name: str) -> tuple[str, ...]:
        return tuple(_read(self.tag, "text").get(name, ()))


def load(tag: str) -> Language:
    """The language that serves for a BCP 47 tag.

    Raises:
        LanguageError: the tag is not one, or has no folder with words.
    """
    if found := _cached_error(canonical(tag)):
        raise LanguageError([Finding("", 0, *found)])
    return find_language(tag)


def find_language(tag: str) -> Language:
    """What is known of a language, which may be nothing."""
    return _language(canonical(tag))


@cache
def _language(tag: str) -> Language:
    return Language(tag)


@cache
def _cached_error(tag: str) -> tuple[str, str] | None:
    return tag_error(tag)


@cache
def _read(tag: str, file: File) -> Mapping[str, Any]:
    """A file of the language's own folder, or of the nearest parent's; empty where none has it."""
    for parent in lineage(tag):
        path = FOLDER / parent / f"{file}.toml"
        if path.is_file():
            return tomllib.loads(path.read_text("utf-8"))
    return {}


@cache
def _direction(tag: str) -> Literal["ltr", "rtl"]:
    from babel import Locale

    return "rtl" if Locale.parse(tag, sep="-").text_direction == "rtl" else "ltr"


@cache
def _emphasised(tag: str) -> frozenset[str]:
    return frozenset(_read(tag, "text").get("emphasised", ()))
