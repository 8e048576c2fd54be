"""Read text files that people wrote: UTF-8, any line ends, nothing hidden in them."""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics.errors import ProjectError
from ..diagnostics.finding import Finding
from ..input_files import InputFiles

NONCHARACTERS = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""What no text may hold (Unicode §23.7), nor an EPUB: for a set of a regular expression."""
# Control characters, and the embeddings and overrides of UAX #9 that show text in another order.
HIDDEN_CHARACTER = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufffd{NONCHARACTERS}]"
)
EDITOR_PREFIXES = (".#", "._", ".~")
"""Names of files that editors and file managers put beside one that a person wrote begin so."""


def describe_hidden(character: str) -> str:
    """Describe, for a message, a character that `HIDDEN_CHARACTER` finds."""
    return f"a hidden or control character, U+{ord(character):04X}"


def read_text(path: Path, files: InputFiles) -> str | Finding:
    """Read a UTF-8 file, line ends made `\\n`, a BOM dropped; or report what is wrong."""
    raw = files.read(path)
    if isinstance(raw, Finding):
        return raw
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message, hint = "is not UTF-8 text", "Save the file as UTF-8."
        return Finding(files.format_path(path), line, message, hint)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def list_files(folder: Path, ending: str, files: InputFiles) -> list[Path]:
    """List what has an ending in a folder, in order. Raises ProjectError: it cannot be read."""
    found = files.list_folder(folder)
    if isinstance(found, Finding):
        raise ProjectError([found])
    paths = (path for path in found if path.name.endswith(ending))
    return [path for path in paths if not path.name.startswith(EDITOR_PREFIXES)]
