"""Read text files that people wrote: UTF-8, any line ends, nothing hidden in them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ..diagnostics.finding import Finding

# Control characters; the overrides and embeddings that let text look other than it reads.
HIDDEN_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufffd]")
_EDITOR_PREFIXES = (".#", "._", ".~")
"""What editors and file managers put beside a file, and nobody wrote."""


def describe_hidden(sign: str) -> str:
    """What people are told of a sign that `HIDDEN` finds."""
    return f"a hidden or control character, U+{ord(sign):04X}"


def read_text(path: Path, shown: str) -> str | Finding:
    """The text of a UTF-8 file, line ends made `\\n`, a BOM dropped; else what is wrong."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Finding(shown, 0, f"cannot be read: {error.strerror}", "Check the file.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Finding(shown, line, "is not UTF-8 text", "Save the file as UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def list_files(folder: Path, ending: str) -> list[Path]:
    """The paths in a folder with an ending, in order.

    Raises:
        OSError: the folder cannot be read.
    """
    with os.scandir(folder) as found:
        names = sorted(each.name for each in found if each.name.endswith(ending))
    return [folder / name for name in names if not name.startswith(_EDITOR_PREFIXES)]
