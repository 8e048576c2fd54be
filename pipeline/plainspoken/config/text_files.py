"""Read text files that people wrote: UTF-8, any line ends, nothing hidden in them."""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics.finding import Finding

# Control characters, and the embeddings and overrides of UAX #9 that show text in another order.
HIDDEN_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufffd]")
_EDITOR_PREFIXES = (".#", "._", ".~")
"""Names of files that editors and file managers put beside one that a person wrote begin so."""


def describe_hidden(character: str) -> str:
    """Describe, for a message, a character that `HIDDEN_CHARACTER` finds."""
    return f"a hidden or control character, U+{ord(character):04X}"


def read_text(path: Path, display_path: str) -> str | Finding:
    """Read a UTF-8 file, line ends made `\\n`, a BOM dropped; or report what is wrong."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Finding(display_path, 0, f"cannot be read: {error.strerror}", "Check the file.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Finding(display_path, line, "is not UTF-8 text", "Save the file as UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def list_files(folder: Path, ending: str) -> list[Path]:
    """List the paths in a folder with an ending, in order. Raises OSError: it cannot be read."""
    paths = (path for path in sorted(folder.iterdir()) if path.name.endswith(ending))
    return [path for path in paths if not path.name.startswith(_EDITOR_PREFIXES)]
