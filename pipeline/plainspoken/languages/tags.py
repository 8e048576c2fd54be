"""Language tags (BCP 47): one form for all ways to write one, and the folders that serve for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from .scripts import CODE_LENGTH, script_code

FOLDER = Path(__file__).parent
REFERENCE = "en"
"""The language whose words all others have, and which has everything that a language can have."""
_REGION_LENGTHS = (2, 3)


@cache
def list_folders() -> tuple[str, ...]:
    """The names of all language folders."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if any(path.glob("*.toml"))))


@cache
def available() -> tuple[str, ...]:
    """The tags of all languages that editions can be made in: those that have words."""
    return tuple(tag for tag in list_folders() if (FOLDER / tag / "words.toml").is_file())


@cache
def canonical(tag: str) -> str:
    """A tag in the one form used here, cases by RFC 5646 §2.1.1: `ZH_hans` is `zh-Hans`.

    Where no folder serves, the likely script is tried (CLDR): `zh` is `zh-Hans`, `zh-TW` is not.
    What is no tag stays.
    """
    language, *others = tag.replace("_", "-").split("-")
    language = language.lower()
    if not any(language == folder.partition("-")[0] for folder in list_folders()):
        language = _read_aliases().get(language, language)
    parts = [language, *map(_apply_case, others)]
    written = "-".join(parts)
    if find_nearest(written, available()) or any(len(part) == CODE_LENGTH for part in parts[1:]):
        return written
    likely = "-".join([parts[0], script_code(written), *parts[1:]])
    return likely if find_nearest(likely, available()) else written


def find_nearest(tag: str, among: tuple[str, ...]) -> str:
    """The first of a tag and its parents that is among some tags; empty where none is."""
    return next((parent for parent in list_lineage(tag) if parent in among), "")


def list_lineage(tag: str) -> tuple[str, ...]:
    """A tag, and its parents: subtags are dropped from the end (RFC 4647 §3.4)."""
    parts = tag.split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def _apply_case(subtag: str) -> str:
    if len(subtag) == CODE_LENGTH and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) in _REGION_LENGTHS else subtag.lower()


@cache
def _read_aliases() -> Mapping[str, str]:
    """Other names of languages, and their folders; none from a file that cannot be read."""
    aliases: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*/text.toml")):
        with suppress(ValueError):
            table = tomllib.loads(path.read_text("utf-8"))
            aliases |= dict.fromkeys(table.get("aliases", ()), path.parent.name)
    return aliases
