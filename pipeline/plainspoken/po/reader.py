"""The bytes of a PO file go in; a `Catalog` comes out, or every fault with its line.

It is stricter than gettext's readers: what others mend in silence (a quotation mark that
is missing and takes the last letter of a dose with it, a second definition, a mark of a
merge that was not finished) is a fault here. Each entry keeps the text it was read from.
"""

from __future__ import annotations

from pathlib import Path

from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from .model import Catalog
from .parser import ALL_ESCAPES, GUIDE_ESCAPES, PoParser
from .validate import CHARSET, CatalogKind, validate_entries

_BOM = "\ufeff"


def read_catalog(path: Path, shown: str, kind: CatalogKind = "guide") -> Catalog:
    """Read a PO or POT file; `shown` is its path as people know it.

    Raises:
        CatalogError: with every fault of the file.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise CatalogError([_missing(path, shown, kind)]) from None
    except OSError as error:
        hint = "Put a file there that you may read."
        raise CatalogError([Finding(shown, 0, f"cannot be read: {error.strerror}", hint)]) from None
    return parse_catalog(raw, shown, kind)


def parse_catalog(raw: bytes, shown: str, kind: CatalogKind = "guide") -> Catalog:
    """Read the bytes of a PO or POT file.

    Raises:
        CatalogError: with every fault.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CatalogError([_wrong_charset(raw, shown, error.start)]) from None
    reader = PoParser(shown, GUIDE_ESCAPES if kind == "guide" else ALL_ESCAPES)
    reader.read(text.removeprefix(_BOM))
    errors = reader.errors
    errors += validate_entries(reader.entries, shown, kind, bool(errors))
    if text.startswith(_BOM):
        hint = "Save it as UTF-8 without a BOM."
        errors.append(Finding(shown, 1, "begins with a byte order mark", hint))
    if errors:
        raise CatalogError(sorted(set(errors)))
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    return Catalog(shown, tuple(reader.entries), reader.tail, newline)


def _missing(path: Path, shown: str, kind: CatalogKind) -> Finding:
    if path.is_symlink():
        return Finding(shown, 0, "leads to a file that is not there", "Mend or remove the link.")
    hint = "Name a file that is there."
    if kind == "guide":
        hint = f"Make it with `plainspoken catalogs add {path.absolute().parents[1].name}`."
    return Finding(shown, 0, "is not there", hint)


def _wrong_charset(raw: bytes, shown: str, at: int) -> Finding:
    line = raw.count(b"\n", 0, at) + 1
    named = CHARSET.search(raw.decode("latin-1"))
    is_utf8 = named is None or named[1].lower().replace("-", "") == "utf8"
    what = "is not UTF-8 text" if is_utf8 or not named else f"is written in {named[1]}, not UTF-8"
    return Finding(shown, line, what, "Save the file as UTF-8, and say charset=UTF-8 in it.")
