"""What is known of one language: the contents of its folder, file by file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from . import cldr
from .files import FileName, read_table
from .scripts import list_scripts, script_code
from .tags import canonical, find_nearest

WordList = Literal["last-words", "short-forms", "before-names", "lettered", "joining-words"]
Inflection = Literal["suffix", "prefix", "particles", "plural-s"]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. Two with the same tag are the same object, so it can be a key of a cache."""

    tag: str
    """BCP 47, canonical."""

    def table(self, file: FileName, name: str) -> Mapping[str, Any]:
        """A table of one of its files; empty where there is none."""
        found: Mapping[str, Any] = read_table(self.tag, file).get(name, {})
        return found

    def has(self, file: FileName) -> bool:
        """Whether it, or a parent of it, has a file."""
        return bool(read_table(self.tag, file))

    @property
    def base(self) -> str:
        """The language alone: `zh` of `zh-Hans`."""
        return self.tag.partition("-")[0]

    @property
    def text(self) -> Mapping[str, Any]:
        """What is known of its writing; see the comments in `en/text.toml`."""
        return read_table(self.tag, "text")

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Of its writing: as text.toml says, else as CLDR does."""
        stated = self.text.get("direction")
        return stated if stated in ("ltr", "rtl") else cldr.get_direction(self.cldr_locale())

    @property
    def english_name(self) -> str:
        """`Spanish`: as text.toml says, else as CLDR does, else its tag."""
        return str(self.text.get("name") or cldr.get_name(self.tag, "en") or self.tag)

    @property
    def own_name(self) -> str:
        """`español`: as text.toml says, else as CLDR does, else its English name."""
        return str(self.text.get("own-name") or cldr.get_name(self.tag) or self.english_name)

    @property
    def script(self) -> str:
        """The script that it is written in (ISO 15924): as text.toml says, else as its tag does."""
        return str(self.text.get("script") or script_code(self.tag))

    @property
    def scripts(self) -> frozenset[str]:
        """The scripts that it is written in, as Unicode names their letters: `LATIN`."""
        return list_scripts(self.script)

    def cldr_locale(self, region: str = "") -> str:
        """CLDR's name of the locale that gives its dates and numbers: `pt_BR`.

        text.toml may name another, for a language that CLDR does not know; without one, it is the
        root locale. A region that CLDR does not have for it is left out.
        """
        return cldr.find_locale(str(self.text.get("cldr", self.tag)), region)

    @property
    def words(self) -> Mapping[str, str]:
        """What editions say by themselves, by name; see the comments in `en/words.toml`."""
        return read_table(self.tag, "words")

    def voice(self, engine: str) -> Mapping[str, Any]:
        """What the voices of an engine need to know of it; empty where they do not speak it.

        A table of `variants` for its tag, or for a parent of it, goes before the language's own.
        """
        table = self.table("voice", engine)
        variants = table.get("variants", {})
        variant = variants.get(find_nearest(self.tag, tuple(variants)), {})
        return {name: value for name, value in {**table, **variant}.items() if name != "variants"}

    @property
    def scales(self) -> Sequence[Mapping[str, Any]]:
        """The accepted formulas, the one that grades first; none where no scale is accepted."""
        found: Sequence[Mapping[str, Any]] = read_table(self.tag, "readability").get("scale", ())
        return found

    @property
    def writing(self) -> Mapping[str, Any]:
        """Words and patterns that make a text hard; see the comments in `en/readability.toml`."""
        return self.table("readability", "writing")

    def list_words(self, key: WordList) -> tuple[str, ...]:
        """Words of text.toml that the sentence splitter must know; see those of `en/`."""
        return tuple(self.text.get(key, ()))

    @property
    def emphasised(self) -> frozenset[str]:
        """Words that texts write in capitals for weight, in small letters: `NOT` is no acronym."""
        return frozenset(self.text.get("emphasised", ()))

    @property
    def unit(self) -> str:
        """What lengths are counted in: words, or characters where words are not written apart."""
        return str(self.text.get("unit", "words"))

    @property
    def written_together(self) -> bool:
        """Whether no spaces stand between its words."""
        return bool(self.text.get("written-together", False))

    @property
    def inflection(self) -> Inflection:
        """How the form of a word changes; see the comments in `en/text.toml`."""
        found: Inflection = self.text.get("inflection", "suffix")
        return found


def find_language(tag: str) -> Language:
    """What is known of a language, which may be nothing."""
    return _find_language(canonical(tag))


_find_language = cache(Language)
