"""`plainspoken cache`: the kept sounds of a guide, and what `listen` has heard of them. Each
command is a module of its name.
"""

from __future__ import annotations

EXAMPLE = "plainspoken cache info"
COMMANDS = {
    "info": "Tell how many sounds and transcripts are kept, and how large they are.",
    "verify": "Look for what is damaged; exit 1 if there is any. It is made anew.",
    "prune": "Remove what is damaged, and what was used longest ago, down to a size.",
    "export": "Write all sounds into a file, for another checkout or machine.",
    "import": "Take the sounds of such a file; exit 1 if some are damaged.",
}
