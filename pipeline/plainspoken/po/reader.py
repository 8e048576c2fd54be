"""Read a PO or POT file into a `Catalog`, or report every error with its line.

Stricter than gettext's own readers: what they repair or ignore is an error here, such as a missing
quotation mark, which may take the last digit of a dose with it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..diagnostics.errors import CatalogError
from ..diagnostics.finding import Finding
from ..diagnostics.visible_text import shorten
from ..input_files import CATALOG, InputFiles
from .escapes import ALL_ESCAPES, GUIDE_ESCAPES
from .model import Catalog, Entry
from .parser import PoParser
from .validate import CHARSET, CatalogKind, validate_entries
from .writer import is_wrapped

_BOM = "\ufeff"


def read_catalog(path: Path, files: InputFiles) -> Catalog:
    """Read a PO or POT file of a guide. Raises CatalogError with every error of the file."""
    file = files.format_path(path)
    if not files.exists(path):
        hint = f"Make it with `plainspoken catalogs add {path.absolute().parents[1].name}`."
        raise CatalogError([Finding(file, 0, "is not there", hint)])
    raw = files.read(path, CATALOG)
    if isinstance(raw, Finding):
        raise CatalogError([raw])
    return parse_catalog(raw, file)


def parse_catalog(raw: bytes, file: str, kind: CatalogKind = "guide") -> Catalog:
    """Parse the bytes of a PO or POT file. Raises CatalogError with every error of the file.

    One with a byte order mark is read where it is not of a guide; it is written without.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CatalogError([_report_charset(raw, file, error.start)]) from None
    parser = PoParser(file, GUIDE_ESCAPES if kind == "guide" else ALL_ESCAPES)
    parser.parse(text.removeprefix(_BOM))
    entries, errors = _put_header_first(parser.entries), parser.errors
    if not parser.has_conflicts:
        errors += validate_entries(entries, file, kind, bool(errors))
    if text.startswith(_BOM) and kind == "guide":
        hint = "Save it as UTF-8 without a BOM."
        errors.append(Finding(file, 1, "begins with a byte order mark", hint))
    CatalogError.raise_if(errors)
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    return Catalog(file, tuple(entries), parser.tail, newline, is_wrapped(entries))


def _put_header_first(entries: list[Entry]) -> list[Entry]:
    """Move the header to where it belongs; gettext finds it wherever it stands."""
    headers = [entry for entry in entries if entry.key == (None, "") and not entry.obsolete]
    if len(headers) != 1 or entries[0] is headers[0]:
        return entries
    others = [entry for entry in entries if entry is not headers[0]]
    return [replace(headers[0], gap=None), *others]


def _report_charset(raw: bytes, file: str, offset: int) -> Finding:
    line = raw.count(b"\n", 0, offset) + 1
    declared = CHARSET.search(raw.decode("latin-1"))
    message = "is not UTF-8 text"
    if declared and declared[1].lower().replace("-", "") != "utf8":
        message = f"is written in {shorten(declared[1])}, not UTF-8"
    return Finding(file, line, message, "Save the file as UTF-8, and say charset=UTF-8 in it.")
