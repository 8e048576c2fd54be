"""A guide goes in; its critical blocks come out: those that carry a dose, a warning or a contact.

A mistake in one of them can hurt a reader. So each must be translated, and reviewed by a second
translator or a clinician, before an edition is released.

Critical are: all of an alert of kind important, warning or caution; a block that names a value
of kind phone, and the words that stand for it until it is set; a block with a number and a unit
(10 mg, 38 °C, 2 tablets); and a list that such a block leads in to with a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..diagnostics.finding import Finding
from ..guide import Block, Guide
from ..po.model import Catalog, Entry, Key
from .extract import Message, extract_messages
from .review import is_reviewed

ALERTS = ("important", "warning", "caution")
# Signs of units are the same in most languages; words for them are the source language's own.
_SIGNS = (
    "mg|mcg|µg|μg|ug|ng|g|kg|lb|oz|ml|mL|cl|dl|dL|l|L|cc|IU|U|mmol|µmol|μmol|mEq|mOsm|kcal|mmHg|"
    "Gy|cGy|mSv|m²|m2|°|℃|℉"
)
_WORDS = {
    "en": "milligrams?|micrograms?|grams?|kilograms?|pounds?|ounces?|(?:milli)?lit(?:er|re)s?|"
    "units?|degrees?|doses?|tablets?|pills?|capsules?|drops?|puffs?|sprays?|patch(?:es)?|vials?|"
    "teaspoons?|tablespoons?|spoonfuls?",
    "es": "miligramos?|microgramos?|gramos?|kilos?|mililitros?|litros?|unidades|grados?|dosis|"
    "tabletas?|comprimidos?|pastillas?|píldoras?|cápsulas?|gotas?|parches?|cucharad(?:it)?as?",
}  # fmt: skip
_NUMBER = r"(?:\d(?:[\d.,٫\u00a0\u202f]*\d)?|[¼½¾])"


@dataclass(frozen=True, slots=True)
class Critical:
    """A critical message that keeps an edition from being released."""

    message: Message
    entry: Entry | None
    """What the catalog has for it."""
    why: str


def critical_blocks(guide: Guide) -> frozenset[str]:
    """The ids of all critical blocks that hold sentences, of a guide in its own language."""
    phones = {value.name for value in guide.values if value.kind == "phone"}
    finder = _Finder(frozenset(phones), _doses(guide.lang))
    found = {each.unset.id for each in guide.values if each.unset and each.name in phones}
    for section in guide.sections:
        found |= set(finder.among(section.blocks))
    return frozenset(found)


def critical_messages(guide: Guide, messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages of a guide that a critical block stands for."""
    blocks = critical_blocks(guide)
    return tuple(each for each in messages if any(block.id in blocks for block in each.blocks))


def critical_keys(guide: Guide, messages: Sequence[Message]) -> frozenset[Key]:
    """What tells the critical messages of a guide from the others."""
    return frozenset(message.key for message in critical_messages(guide, messages))


def open_critical(guide: Guide, catalog: Catalog) -> tuple[Critical, ...]:
    """The critical messages that a catalog does not have translated and reviewed."""
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    found = []
    for message in critical_messages(guide, extract_messages(guide)):
        entry = entries.get(message.key)
        if why := why_open(entry):
            found.append(Critical(message, entry, why))
    return tuple(found)


def why_open(entry: Entry | None) -> str:
    """Why a critical message is not ready; nothing where it is."""
    if entry is None or not entry.is_translated:
        return "not translated"
    if not entry.is_usable:
        return "fuzzy"
    return "" if is_reviewed(entry) else "not reviewed"


def open_findings(catalog: Catalog, found: Iterable[Critical], lang: str) -> Iterator[Finding]:
    """What people are told of critical messages that are open, each at its line."""
    for each in found:
        place = each.message.blocks[0].place
        file, line = (catalog.file, each.entry.line) if each.entry else (place.file, place.line)
        hint = {
            "not translated": f"Translate it in {catalog.file}, and have it reviewed.",
            "fuzzy": "Bring the translation to the text, and have it reviewed.",
            "not reviewed": "A second translator or a clinician reads it and signs it with "
            f"`plainspoken catalogs review {lang}`.",
        }[each.why]
        what = f"a critical block is {each.why}"
        yield Finding(file, line, what, hint, detail=(f"msgid {each.message.text!r}",))


def source_findings(guide: Guide) -> Iterator[Finding]:
    """The critical blocks of a guide that no clinician has reviewed, each at its line."""
    blocks = critical_blocks(guide)
    hint = "A clinician reads the guide; then name them in source/guide.toml as `reviewed_by`."
    for message in extract_messages(guide):
        for block in message.blocks:
            if block.id in blocks:
                what = "a critical block is not reviewed"
                detail = (message.text,)
                yield Finding(block.place.file, block.place.line, what, hint, detail=detail)


def _doses(lang: str) -> re.Pattern[str]:
    words = _WORDS.get(lang.partition("-")[0], "")
    parts = [rf"(?:{_SIGNS})", *([rf"(?i:{words})"] if words else [])]
    return re.compile(rf"(?<![\w.,]){_NUMBER}[\s\u00a0\u202f-]?(?:{'|'.join(parts)})(?!\w)|\d\s?°")


@dataclass(frozen=True, slots=True)
class _Finder:
    phones: frozenset[str]
    doses: re.Pattern[str]

    def among(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The ids of critical blocks among these and within them."""
        leads_in = False
        for block in blocks:
            if leads_in and block.kind == "list":
                found = [leaf.id for leaf in block.leaves()]
            else:
                found = list(self._within(block))
            yield from found
            leads_in = bool(found) and block.kind == "paragraph" and _ends_open(block)

    def _within(self, block: Block) -> Iterator[str]:
        if block.kind == "alert" and block.variety in ALERTS:
            yield from (leaf.id for leaf in block.leaves())
        elif block.sentences:
            if self._names_phone(block) or self.doses.search(block.text):
                yield block.id
        else:
            yield from self.among(block.children)

    def _names_phone(self, block: Block) -> bool:
        return any(
            mark.kind == "value" and mark.label in self.phones
            for sentence in block.sentences
            for span in sentence.spans
            for mark in span.marks
        )


def _ends_open(block: Block) -> bool:
    return block.text.rstrip().endswith((":", "："))
