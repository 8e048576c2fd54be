"""What the data of a language give, and what they lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from .language import find_language
from .tags import available, list_folders, list_lineage

Extent = Literal["all", "some"]
_CHECKS = {
    "negation": "negation",
    "false_friends": "false friends",
    "left_over": "left-over words",
}
"""Checks of translations that look for words of the language, by their tables in checks.toml."""
_REMARKS = {
    "plainer": "hard words",
    "passive": "the passive",
    "nominal": "nouns that hide a verb",
    "negation": "double negatives",
    "clause": "where to cut a long sentence",
    "ideas": "many ideas in one sentence",
    "explaining": "acronyms that the text explains",
    "medical": "medical terms",
}
"""Remarks on hard sentences that need words of the language, by their tables in `[writing]`."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What one language has. The names of its fields are keys of JSON."""

    tag: str
    name: str
    """In English."""
    own_name: str
    direction: Literal["ltr", "rtl"]
    words: bool
    """Editions can be made in it."""
    scales: tuple[str, ...]
    """Accepted formulas of readability, the one that grades first."""
    remarks: Extent
    """On hard sentences: those on length and terms are there for all languages."""
    remarks_missing: tuple[str, ...]
    checks: tuple[str, ...]
    """Checks of translations that look for words of this language; the others serve for all."""
    number_words: bool
    orders: bool
    """Whether what a text orders about a treatment is known to be critical."""
    voices: Mapping[str, str]
    """By engine, its own name of the language."""
    lacks: tuple[str, ...] = ()
    """What is not there, and what comes of it: one plain phrase each."""


def list_languages() -> tuple[str, ...]:
    """The tags of all languages of which something is known."""
    parents = {parent for tag in available() for parent in list_lineage(tag)[1:]}
    return tuple(tag for tag in list_folders() if tag not in parents)


def take_inventory(tag: str, engines: tuple[str, ...]) -> Inventory:
    """What is known of a language, which may be nothing; its voices among some engines."""
    language = find_language(tag)
    writing = language.writing
    missing = tuple(remark for name, remark in _REMARKS.items() if name not in writing)
    spoken_by = {name: language.voice(name) for name in engines}
    found = Inventory(
        tag=language.tag,
        name=language.english_name,
        own_name=language.own_name,
        direction=language.direction,
        words=bool(language.words),
        scales=tuple(scale["title"] for scale in language.scales),
        remarks="some" if missing else "all",
        remarks_missing=missing,
        checks=tuple(check for name, check in _CHECKS.items() if language.table("checks", name)),
        number_words=bool(language.table("quantities", "numbers")),
        orders=bool(language.table("critical", "orders")),
        voices={name: str(table["voice"]) for name, table in spoken_by.items() if "voice" in table},
    )
    lacks = {
        "words for editions: none can be made in it": not found.words,
        "a reading scale: it gets lengths and no grade": not found.scales,
        f"remarks on {', '.join(missing)}": missing,
        "words for checks: a lost “not” is not found": "negation" not in found.checks,
        "number words: numbers in words are not compared": not found.number_words,
        "words that order and forbid: of a guide in it, only doses are critical": not found.orders,
        "a voice: its editions are text only": found.words and not found.voices,
    }
    return replace(found, lacks=tuple(lack for lack, is_lacking in lacks.items() if is_lacking))
