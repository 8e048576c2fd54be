"""`plainspoken voices`: who can read a guide aloud. Each command is a module of its name."""

from __future__ import annotations

EXAMPLE = "plainspoken voices list"
COMMANDS = {
    "list": "List the voices for each language of the guide: licence, size, online or not.",
    "add": "Put natural voices in place, from files: speakers of Kokoro, voices of Piper.",
    "sample": "Speak the same three sentences with each voice of a language.",
}
