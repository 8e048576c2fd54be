"""Resolve the escapes of a PO string: `\\n`; of the messages of programs also `\\033`, `\\x1b`."""

from __future__ import annotations

import re
from collections.abc import Mapping

GUIDE_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
ALL_ESCAPES = GUIDE_ESCAPES | {"a": "\a", "b": "\b", "v": "\v", "f": "\f"}
"""With those for control characters, which the messages of programs may have; then an octal or
hexadecimal number stands for a byte, too. In a guide, `\\10 mg` is a misprint, not a backspace."""
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})(?![0-9a-fA-F])|(.))")
_LETTER = re.compile(r"\\(.)")


def unescape(text: str, escapes: Mapping[str, str]) -> tuple[str, list[str]]:
    """Resolve the escapes of a string; give those, too, that mean nothing."""
    wrong: list[str] = []

    def resolve(escape: re.Match[str]) -> str:
        if escape[1] not in escapes:
            wrong.append(escape[0])
        return escapes.get(escape[1], "")

    if "a" in escapes:
        return _unescape_bytes(text, escapes)
    return _LETTER.sub(resolve, text), wrong


def _unescape_bytes(text: str, escapes: Mapping[str, str]) -> tuple[str, list[str]]:
    """Bytes that follow one another make a character: `\\303\\251` is é."""
    wrong: list[str] = []
    resolved = bytearray()
    end = 0
    for escape in _ESCAPE.finditer(text):
        resolved += text[end : escape.start()].encode()
        end = escape.end()
        octal, hexadecimal, letter = escape.groups()
        code = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else None
        if code is None and letter in escapes:
            resolved += escapes[letter].encode()
        elif code is None or not 0 < code < 256:  # a NUL ends a text in most programs
            wrong.append(escape[0])
        else:
            resolved.append(code)
    resolved += text[end:].encode()
    try:
        return resolved.decode(), wrong
    except UnicodeDecodeError as error:
        bad = resolved[error.start : error.start + 1]
        return "", [*wrong, "".join(f"\\{byte:03o}" for byte in bad)]
