"""Find the critical blocks of a guide: those that carry a dose, a warning or a contact.

A mistake in one of them can hurt a reader. So each must be translated, and reviewed by a second
translator or a clinician, before an edition is released. Critical are: all of an alert of kind
important, warning or caution; a block that names a value of kind phone, and the words that stand
for it until it is set; a block with a dose in digits (10 mg, 38 °C, 2 tablets); and a list that
such a block leads in to with a colon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ..diagnostics.finding import Finding
from ..guide import Block, Guide
from ..languages import Language, find_language
from ..po.model import Catalog, Key
from ..quantities.extract import extract
from .extract import Message, extract_messages
from .review import explain_open

_ALERTS = ("important", "warning", "caution")


def find_critical_blocks(guide: Guide) -> frozenset[str]:
    """The ids of all critical blocks that hold sentences, of a guide in its own language."""
    phones = frozenset(value.name for value in guide.values if value.kind == "phone")
    is_critical = partial(_is_critical, phones=phones, language=find_language(guide.lang))
    found = {value.unset.id for value in guide.values if value.unset and value.name in phones}
    for section in guide.sections:
        found |= set(_find_among(section.blocks, is_critical))
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


def report_open(guide: Guide, catalog: Catalog, lang: str) -> Iterator[Finding]:
    """The critical messages that a catalog has not translated and reviewed, each at its line."""
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    hints = {
        "not translated": f"Translate it in {catalog.file}, and have it reviewed.",
        "fuzzy": "Bring the translation to the text, and have it reviewed.",
        "not reviewed": "A second translator or a clinician reads it and signs it with "
        f"`plainspoken catalogs review {lang}`.",
    }
    for message in select_critical(guide, extract_messages(guide)):
        entry = entries.get(message.key)
        if reason := explain_open(entry):
            place = message.blocks[0].place
            file, line = (catalog.file, entry.line) if entry else (place.file, place.line)
            error, detail = f"a critical block is {reason}", (f"msgid {message.text!r}",)
            yield Finding(file, line, error, hints[reason], detail=detail)


def report_unreviewed(guide: Guide) -> Iterator[Finding]:
    """The critical blocks of a guide that no clinician has reviewed, each at its line."""
    blocks = find_critical_blocks(guide)
    hint = "A clinician reads the guide; then name them in source/guide.toml as `reviewed_by`."
    for message in extract_messages(guide):
        for block in message.blocks:
            if block.id in blocks:
                error, detail = "a critical block is not reviewed", (message.text,)
                yield Finding(block.place.file, block.place.line, error, hint, detail=detail)


def _find_among(blocks: Sequence[Block], is_critical: Callable[[Block], bool]) -> Iterator[str]:
    leads_in = False
    for block in blocks:
        is_alert = block.kind == "alert" and block.variety in _ALERTS
        if is_alert or (leads_in and block.kind == "list"):
            found = [leaf.id for leaf in block.leaves()]
        elif block.sentences:
            found = [block.id] if is_critical(block) else []
        else:
            found = list(_find_among(block.children, is_critical))
        yield from found
        may_lead_in = found and block.kind == "paragraph"
        leads_in = bool(may_lead_in and block.text.rstrip().endswith((":", "：")))


def _is_critical(block: Block, phones: frozenset[str], language: Language) -> bool:
    """Whether a block names a telephone number, or has a dose; without a numeral it is not read."""
    marks = (mark for part in block.sentences for span in part.spans for mark in span.marks)
    if any(mark.kind == "value" and mark.label in phones for mark in marks):
        return True
    return any(map(str.isnumeric, block.text)) and any(
        quantity.dose and not quantity.spelled for quantity in extract(block.text, language)
    )
