"""`plainspoken recordings`: a person's own voice. Each command is a module of its name."""

from __future__ import annotations

EXAMPLE = "plainspoken recordings script es"
COMMANDS = {
    "script": "Write a page to read from: each sentence with its number.",
    "import": "Take recordings by number, or one long recording with labels.",
    "status": "Say which sentences are recorded, and which have changed since.",
}
