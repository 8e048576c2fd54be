"""What is known of one language: the contents of its folder, or of its nearest parent's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding
from . import cldr
from .scripts import list_scripts, script_code
from .tags import FOLDER, canonical, find_nearest, list_lineage

FileName = Literal[
    "words", "text", "voice", "quantities", "checks", "readability", "spoken", "critical",
    "meaning", "medicines", "opposites", "things",
]  # fmt: skip
WordList = Literal["last-words", "short-forms", "before-names", "lettered", "joining-words"]
Inflection = Literal["suffix", "prefix", "particles", "plural-s"]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. Two with the same tag are the same object, so it can be a key of a cache."""

    tag: str
    """BCP 47, canonical."""

    def __reduce__(self) -> tuple[Callable[[str], Language], tuple[str]]:
        """Pickled, it is the same object again."""
        return find_language, (self.tag,)

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

    def name_in(self, lang: str) -> str:
        """`inglés`: its name in another language as CLDR has it, else its own name."""
        return cldr.get_name(self.tag, lang) or self.own_name

    @property
    def script(self) -> str:
        """The script that it is written in (ISO 15924): as text.toml says, else as its tag does."""
        return str(self.text.get("script") or script_code(self.tag))

    @property
    def scripts(self) -> frozenset[str]:
        """The scripts that it is written in, as Unicode names their letters: `LATIN`."""
        return list_scripts(self.script)

    def cldr_locale(self, region: str = "") -> str:
        """CLDR's locale of its dates and numbers: `pt_BR`, or what text.toml names, or the root."""
        return cldr.find_locale(str(self.text.get("cldr", self.tag)), region)

    @property
    def words(self) -> Mapping[str, str]:
        """What editions say by themselves, by name; see the comments in `en/words.toml`."""
        return read_table(self.tag, "words")

    def voice(self, engine: str) -> Mapping[str, Any]:
        """What an engine's voices must know of it, `variants` first; empty: it is not spoken."""
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

    def join_names(self, names: Iterable[str]) -> str:
        """Names of people, or of voices, one after another."""
        return str(self.text.get("between-names", ", ")).join(names)

    @property
    def inflection(self) -> Inflection:
        """How the form of a word changes; see the comments in `en/text.toml`."""
        found: Inflection = self.text.get("inflection", "suffix")
        return found


def find_language(tag: str) -> Language:
    """What is known of a language, which may be nothing."""
    return _find_language(canonical(tag))


_find_language = cache(Language)


@dataclass(frozen=True, slots=True)
class LanguageFile:
    """One file, with its text, so that errors can name lines."""

    path: str
    """As people are shown it."""
    text: str
    table: Mapping[str, Any]

    def error(self, name: str, message: str, hint: str) -> Finding:
        """A finding at the line of a key; without a line where the key is not there."""
        found = re.search(rf'^[ \t]*"?{re.escape(name)}"?[ \t]*=', self.text, re.MULTILINE)
        line = self.text.count("\n", 0, found.start()) + 1 if found else 0
        return Finding(self.path, line, message, hint)


def read_table(tag: str, name: FileName) -> Mapping[str, Any]:
    """What a file holds; nothing where there is none. Raises LanguageError: it cannot be read."""
    file = read_file(tag, name)
    return file.table if file else {}


@cache
def read_file(tag: str, name: FileName) -> LanguageFile | None:
    """A file of the language or its nearest parent. Raises LanguageError: it cannot be read."""
    for folder in list_lineage(tag):
        path = FOLDER / folder / f"{name}.toml"
        if not path.is_file():
            continue
        shown = show_path(folder, name)
        try:
            text = path.read_text("utf-8")
            return LanguageFile(shown, text, tomllib.loads(text))
        except ValueError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) if found else 0
            hint = "Write it in TOML, in UTF-8; the files of en/ are examples."
            finding = Finding(shown, line, f"is not TOML: {error}", hint)
            raise LanguageError([finding]) from None
    return None


def show_path(folder: str, name: FileName) -> str:
    """The path of a file as people are shown it."""
    return f"plainspoken/languages/{folder}/{name}.toml"
