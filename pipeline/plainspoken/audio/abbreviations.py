"""Say an abbreviation as the glossary explains it: `central nervous system (CNS)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..guide import Guide, Pronunciation

_EXPLAINED = re.compile(r"(?P<before>[^()（）]+?) ?[(（](?P<within>[^()（）]+)[)）]")
_LONGEST = 8
"""Letters and digits of an abbreviation at most."""


def find_abbreviations(guide: Guide) -> Iterator[Pronunciation]:
    """The abbreviations that terms of the glossary explain, respelled in full; none that two terms
    explain in two ways.
    """
    found: dict[tuple[str, str], dict[str, Pronunciation]] = {}
    for section in guide.sections:
        for leaf in section.leaves() if section.role == "glossary" else ():
            if leaf.kind == "term" and (match := _EXPLAINED.fullmatch(leaf.text.strip())):
                forms = match["before"], match["within"]
                short, long = sorted(forms, key=_is_abbreviation, reverse=True)
                if _is_abbreviation(short) and not _is_abbreviation(long):
                    entry = Pronunciation(short, respelling=((leaf.lang, long),), place=leaf.place)
                    found.setdefault((short, leaf.lang), {})[long.casefold()] = entry
    for entries in found.values():
        if len(entries) == 1:
            yield from entries.values()


def _is_abbreviation(text: str) -> bool:
    """Whether it is one word of capital letters, which may have digits: not in scripts without."""
    is_word = text.replace("-", "").isalnum()
    return is_word and text.isupper() and 1 < len(text) <= _LONGEST
