"""`plainspoken cache`: the kept sounds of a guide. Each command is a module of its name."""

from __future__ import annotations

EXAMPLE = "plainspoken cache info"
COMMANDS = {
    "info": "Tell how many sounds are kept, and how large they are.",
    "verify": "Look for damaged sounds; exit 1 if there are any. A build makes them anew.",
    "prune": "Remove damaged sounds, and those used longest ago, down to a size.",
    "export": "Write all sounds into a file, for another checkout or machine.",
    "import": "Take the sounds of such a file; exit 1 if some are damaged.",
}
