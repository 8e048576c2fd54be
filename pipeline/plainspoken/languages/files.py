"""Read the files of a language's folder, or of its nearest parent's."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ..diagnostics.errors import LanguageError
from ..diagnostics.finding import Finding
from .tags import FOLDER, list_lineage

FileName = Literal["words", "text", "voice", "quantities", "checks", "readability"]


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
    """What a file holds; nothing where neither the language nor a parent has it.

    Raises:
        LanguageError: the file cannot be read.
    """
    file = read_file(tag, name)
    return file.table if file else {}


@cache
def read_file(tag: str, name: FileName) -> LanguageFile | None:
    """A file of the language's own folder, or of the nearest parent's.

    Raises:
        LanguageError: the file cannot be read.
    """
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
