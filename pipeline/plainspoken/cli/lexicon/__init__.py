"""`plainspoken lexicon`: how words are said. Each command is a module of its name."""

from __future__ import annotations

EXAMPLE = "plainspoken lexicon export en -o words.pls"
COMMANDS = {
    "check": "List words that may be names of medicines and are not said, and entries not used.",
    "export": "Write how words are said in a language as PLS 1.0, for other programs.",
    "import": "Add the words of a PLS file to source/lexicon.toml; exit 1 if not all were taken.",
}
