"""Decode an XML file (XML 1.0 §4.3.3) by its byte order mark or by what it declares, strictly.

Encodings that a reader may take for another are refused: UTF-7, EBCDIC, UTF-32.
"""

from __future__ import annotations

import re

from .allowed import load_allowed
from .image_errors import ImageErrors

_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_UTF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_GZIP = b"\x1f\x8b"
_DECLARED = re.compile(r"""<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']""")
_HINT = "Save it as plain SVG in UTF-8."


def decode_xml(content: bytes, errors: ImageErrors) -> str | None:
    """The text of an XML file; None, with an error, where it cannot be told for sure."""
    if content.startswith(_GZIP):
        errors.add(0, "is compressed SVG (.svgz)", "Save it as plain SVG, not compressed.")
        return None
    by_mark = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
    declared = _read_declared(content, by_mark)
    encoding = by_mark or declared or "utf-8"
    is_utf_16 = by_mark == "utf-16"
    differs = declared and by_mark and declared.replace("utf8", "utf-8") != by_mark
    if content.startswith(_UTF_32) or (b"\0" in content[:4]) != is_utf_16:
        errors.add(1, "is in an encoding that readers may take for another", _HINT)
    elif differs or (declared == "utf-16" and not is_utf_16):
        errors.add(1, f"says that it is in {declared}, and is in another encoding", _HINT)
    elif encoding not in load_allowed().encodings:
        message = f"is in the encoding {encoding!r}, which readers may take for another"
        errors.add(1, message, _HINT)
    else:
        return _decode(content, encoding, errors)
    return None


def _read_declared(content: bytes, by_mark: str) -> str:
    head = content[:1000].decode(by_mark or "latin-1", "ignore").lstrip("\ufeff\xef\xbb\xbf")
    found = _DECLARED.match(head)
    return found[1].lower() if found else ""


def _decode(content: bytes, encoding: str, errors: ImageErrors) -> str | None:
    try:
        text = content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        errors.add(line, f"is not text in {encoding.upper()}", _HINT)
        return None
    if encoding not in ("utf-8", "utf-16") and "\0" in text:
        errors.add(1, "holds a character U+0000", _HINT)
        return None
    return text
