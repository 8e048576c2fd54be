"""Read and write `texts.json`: of each recording, which text it was made for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding

TABLE = "texts.json"
_SCHEMA = 1
_DIGEST = re.compile("[0-9a-f]{64}")
_HINT = "Take the file back from your history, or remove it: recordings then count as new."


@dataclass(frozen=True, slots=True)
class RecordedText:
    """What is known of a recording. The fields are keys of the file."""

    file: str
    """Its name."""
    sha256: str
    """Of its content."""
    text: str
    """What it was recorded for, as written, with what is said before the sentence."""


def parse_json(content: bytes) -> Any:
    """What a JSON file has. Raises ValueError: it is none, is nested too deep, or has half a
    character, which no file could hold again.
    """
    try:
        table = json.loads(content)
        json.dumps(table, ensure_ascii=False).encode()
    except RecursionError as error:
        message = "is nested too deep"
        raise ValueError(message) from error
    return table


def parse_table(content: bytes, name: str) -> dict[str, RecordedText]:
    """The recordings of a file by the id of the sentence; `name` is what messages call it. Raises
    VoiceError: it is not what was written.
    """
    try:
        table = parse_json(content)
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        raise VoiceError([Finding(name, line, "is not JSON", _HINT)]) from error
    match table:
        case {"schema": int(schema)} if schema > _SCHEMA:
            hint = "Update Plainspoken."
            raise VoiceError([Finding(name, 0, "was written by a newer version", hint)])
        case {"schema": 1, "recordings": dict(entries)} if all(map(_is_entry, entries.values())):
            return {key: RecordedText(**entry) for key, entry in entries.items()}
    raise VoiceError([Finding(name, 0, "does not have the shape that was written", _HINT)])


def _is_entry(entry: object) -> bool:
    match entry:
        case {"file": str(file), "sha256": str(digest), "text": str(), **rest}:
            is_name = "/" not in file and "\\" not in file
            return not rest and is_name and bool(_DIGEST.fullmatch(digest))
    return False


def format_table(recordings: Mapping[str, RecordedText]) -> str:
    """The content of the file, a line a fact, so that two who record can merge their work."""
    table = {key: asdict(recordings[key]) for key in sorted(recordings)}
    whole = {"schema": _SCHEMA, "recordings": table}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
