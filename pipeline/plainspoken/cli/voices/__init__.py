"""`plainspoken voices`: who can read a guide aloud. Each command is a module of its name."""

from __future__ import annotations

EXAMPLE = "plainspoken voices list"
COMMANDS = {
    "list": "List the voices for each language of the guide: licence, size, online or not.",
    "add": "Put the speakers of a natural voice in place, from a file.",
    "sample": "Speak the same three sentences with each voice of a language.",
}
