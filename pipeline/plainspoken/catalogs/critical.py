"""Find the critical blocks of a guide: those that carry a dose, a warning or a contact.

A mistake in one of them can hurt a reader. So each must be translated, and reviewed by a second
translator or a clinician, before an edition is released.

Critical are: all of an alert of kind important, warning or caution; a block that names a value
of kind phone, and the words that stand for it until it is set; a block with a dose in digits
(10 mg, 38 °C, 2 tablets); and a list that such a block leads in to with a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..diagnostics.finding import Finding
from ..guide import Block, Guide
from ..languages import Language, find_language
from ..po.model import Catalog, Entry, Key
from ..quantities.extract import extract
from .extract import Message, extract_messages
from .review import is_reviewed

ALERTS = ("important", "warning", "caution")


@dataclass(frozen=True, slots=True)
class OpenCritical:
    """A critical message that keeps an edition from being released."""

    message: Message
    entry: Entry | None
    """What the catalog has for it."""
    why: str


def find_critical_blocks(guide: Guide) -> frozenset[str]:
    """The ids of all critical blocks that hold sentences, of a guide in its own language."""
    phones = {value.name for value in guide.values if value.kind == "phone"}
    finder = _Finder(frozenset(phones), find_language(guide.lang))
    found = {value.unset.id for value in guide.values if value.unset and value.name in phones}
    for section in guide.sections:
        found |= set(finder.find_among(section.blocks))
    return frozenset(found)


def select_critical(guide: Guide, messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages of a guide that a critical block stands for."""
    blocks = find_critical_blocks(guide)
    return tuple(
        message for message in messages if any(block.id in blocks for block in message.blocks)
    )


def list_critical_keys(guide: Guide, messages: Sequence[Message]) -> frozenset[Key]:
    """What tells the critical messages of a guide from the others."""
    return frozenset(message.key for message in select_critical(guide, messages))


def find_open_critical(guide: Guide, catalog: Catalog) -> tuple[OpenCritical, ...]:
    """The critical messages that a catalog does not have translated and reviewed."""
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    found = []
    for message in select_critical(guide, extract_messages(guide)):
        entry = entries.get(message.key)
        if why := explain_open(entry):
            found.append(OpenCritical(message, entry, why))
    return tuple(found)


def explain_open(entry: Entry | None) -> str:
    """Why a critical message is not ready; nothing where it is."""
    if entry is None or not entry.is_translated:
        return "not translated"
    if not entry.is_usable:
        return "fuzzy"
    return "" if is_reviewed(entry) else "not reviewed"


def report_open(catalog: Catalog, critical: Iterable[OpenCritical], lang: str) -> Iterator[Finding]:
    """What people are told of critical messages that are open, each at its line."""
    for open_ in critical:
        place, entry = open_.message.blocks[0].place, open_.entry
        file, line = (catalog.file, entry.line) if entry else (place.file, place.line)
        hint = {
            "not translated": f"Translate it in {catalog.file}, and have it reviewed.",
            "fuzzy": "Bring the translation to the text, and have it reviewed.",
            "not reviewed": "A second translator or a clinician reads it and signs it with "
            f"`plainspoken catalogs review {lang}`.",
        }[open_.why]
        message = f"a critical block is {open_.why}"
        yield Finding(file, line, message, hint, detail=(f"msgid {open_.message.text!r}",))


def report_unreviewed(guide: Guide) -> Iterator[Finding]:
    """The critical blocks of a guide that no clinician has reviewed, each at its line."""
    blocks = find_critical_blocks(guide)
    hint = "A clinician reads the guide; then name them in source/guide.toml as `reviewed_by`."
    for message in extract_messages(guide):
        for block in message.blocks:
            if block.id in blocks:
                error, detail = "a critical block is not reviewed", (message.text,)
                yield Finding(block.place.file, block.place.line, error, hint, detail=detail)


@dataclass(frozen=True, slots=True)
class _Finder:
    phones: frozenset[str]
    """The names of values that are telephone numbers."""
    language: Language

    def find_among(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The ids of critical blocks among these and within them."""
        leads_in = False
        for block in blocks:
            if leads_in and block.kind == "list":
                found = [leaf.id for leaf in block.leaves()]
            else:
                found = list(self._find_within(block))
            yield from found
            leads_in = bool(found) and block.kind == "paragraph" and _ends_open(block)

    def _find_within(self, block: Block) -> Iterator[str]:
        if block.kind == "alert" and block.variety in ALERTS:
            yield from (leaf.id for leaf in block.leaves())
        elif block.sentences:
            if self._names_phone(block) or self._has_dose(block.text):
                yield block.id
        else:
            yield from self.find_among(block.children)

    def _has_dose(self, text: str) -> bool:
        """Whether a text has a dose in digits; without a numeral it is not read at all."""
        return any(map(str.isnumeric, text)) and any(
            quantity.dose and not quantity.spelled for quantity in extract(text, self.language)
        )

    def _names_phone(self, block: Block) -> bool:
        return any(
            mark.kind == "value" and mark.label in self.phones
            for sentence in block.sentences
            for span in sentence.spans
            for mark in span.marks
        )


def _ends_open(block: Block) -> bool:
    return block.text.rstrip().endswith((":", "："))
