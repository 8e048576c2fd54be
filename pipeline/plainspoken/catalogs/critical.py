"""Find the critical blocks of a guide: a mistake in one of them can hurt a reader.

So each must be translated, and reviewed by a second translator or a clinician, before an edition
is released. Critical are:

- a dose, how often or how long a treatment is taken, a threshold, a telephone number;
- what orders or forbids something about a treatment (`critical_text.py`);
- all of an alert of kind important, warning or caution;
- a list or table that a critical text leads in to, and what leads in to one with critical parts;
- what the source marks with `<!-- critical -->`. `<!-- not critical: REASON -->` takes away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics.finding import Finding
from ..guide import Block, Guide, Picture
from ..languages import find_language
from ..parsing.image_files import list_images
from ..po.model import Catalog, Key
from .critical_cache import FindReasons, remember_reasons
from .critical_text import Reason, find_reasons
from .extract import Message
from .review import ReviewTerms, explain_open

__all__ = [
    "CriticalParts",
    "Reason",
    "explain_critical",
    "find_critical",
    "find_critical_blocks",
    "find_critical_parts",
    "find_exempt",
    "list_critical_keys",
    "report_open",
    "report_unreviewed",
    "select_critical_parts",
]
_ALERTS = ("important", "warning", "caution")
_LEADING = (":", "：", ":-", ":—")
_PARTS = ("list", "table", "alert")
"""What a text may lead in to."""


def find_critical(guide: Guide, cache: Path | None = None) -> Mapping[str, tuple[Reason, ...]]:
    """Why each critical block that holds sentences is critical, by its id; of a guide in its own
    language. With a `cache`, only texts are judged that were not judged before.
    """
    return _judge(guide, cache).list_reasons(is_exempt=False)


def find_exempt(guide: Guide) -> Mapping[str, tuple[Reason, ...]]:
    """Why each block that the source marks as not critical would be critical, by its id; nothing
    for one that would not be.
    """
    return _judge(guide).list_reasons(is_exempt=True)


@dataclass(frozen=True, slots=True)
class CriticalParts:
    """What of a guide is critical."""

    blocks: frozenset[str]
    """The ids of the blocks that hold sentences."""
    messages: tuple[Message, ...]
    """The messages that stand for them, in reading order."""


def find_critical_parts(
    guide: Guide, messages: Sequence[Message], cache: Path | None = None
) -> CriticalParts:
    """What is critical of a guide in its own language, which has these messages."""
    return select_critical_parts(find_critical_blocks(guide, cache), messages)


def find_critical_blocks(guide: Guide, cache: Path | None = None) -> frozenset[str]:
    """The ids of the critical blocks of a guide in its own language, of those with sentences."""
    return frozenset(find_critical(guide, cache))


def select_critical_parts(blocks: frozenset[str], messages: Sequence[Message]) -> CriticalParts:
    """What is critical of a guide with these messages, by the ids of its critical blocks."""
    critical = (m for m in messages if any(block.id in blocks for block in m.blocks))
    return CriticalParts(blocks, tuple(critical))


def explain_critical(guide: Guide, messages: Sequence[Message]) -> Mapping[Key, tuple[Reason, ...]]:
    """Why each message that a critical block stands for is critical, in reading order."""
    blocks = find_critical(guide)
    explained: dict[Key, tuple[Reason, ...]] = {}
    for message in messages:
        found = [reason for block in message.blocks for reason in blocks.get(block.id, ())]
        if found:
            explained[message.key] = tuple(dict.fromkeys(found))
    return explained


def list_critical_keys(
    guide: Guide, messages: Sequence[Message], cache: Path | None = None
) -> frozenset[Key]:
    """What tells the critical messages of a guide from the others."""
    parts = find_critical_parts(guide, messages, cache)
    return frozenset(message.key for message in parts.messages)


def report_open(
    critical: CriticalParts, catalog: Catalog, lang: str, terms: ReviewTerms | None = None
) -> Iterator[Finding]:
    """The critical messages that a catalog has not translated and reviewed, each at its line."""
    entries = {entry.key: entry for entry in catalog.iter_messages()}
    hints = {
        "not translated": f"Translate it in {catalog.file}, and have it reviewed.",
        "fuzzy": "Bring the translation to the text, and have it reviewed.",
    }
    review = (
        "A second person, a second translator or a clinician, reads it and signs it with "
        f"`plainspoken catalogs review {lang}`."
    )
    for message in critical.messages:
        entry = entries.get(message.key)
        if reason := explain_open(entry, terms or ReviewTerms()):
            place = message.blocks[0].place
            file, line = (catalog.file, entry.line) if entry else (place.file, place.line)
            error, detail = f"a critical block is {reason}", (f"msgid {message.text!r}",)
            yield Finding(file, line, error, hints.get(reason, review), detail=detail)


def report_unreviewed(critical: CriticalParts) -> Iterator[Finding]:
    """The critical blocks of a guide that no clinician has reviewed, each at its line."""
    hint = "A clinician reads the guide; then name them in source/guide.toml as `reviewed_by`."
    for message in critical.messages:
        for block in message.blocks:
            if block.id in critical.blocks:
                error, detail = "a critical block is not reviewed", (message.text,)
                yield Finding(block.place.file, block.place.line, error, hint, detail=detail)


def _judge(guide: Guide, cache: Path | None = None) -> _Finder:
    language = find_language(guide.lang)
    if cache is None:
        return _judge_blocks(guide, lambda text, topic: find_reasons(text, language, topic))
    with remember_reasons(language, cache) as find:
        return _judge_blocks(guide, find)


def _judge_blocks(guide: Guide, find: FindReasons) -> _Finder:
    phones = frozenset(value.name for value in guide.values if value.kind == "phone")
    finder = _Finder(find, phones, guide.pictures)
    for block in (guide.title, guide.description):
        finder.judge(block, "")
    for value in guide.values:
        if value.unset and value.name in phones:
            finder.add(value.unset, Reason("phone", value.unset.text))
    for section in guide.sections:
        finder.judge_all(section.blocks)
    for label in guide.labels():
        finder.judge(label, "")
    return finder


class _Finder:
    """Judges the blocks of one guide."""

    def __init__(
        self, find: FindReasons, phones: frozenset[str], pictures: Sequence[Picture]
    ) -> None:
        self._find = find
        self._phones = phones
        self._labels = {picture.path: picture.labels for picture in pictures}
        self._found: dict[str, list[Reason]] = {}
        self._exempt: dict[str, None] = {}

    def list_reasons(self, is_exempt: bool) -> dict[str, tuple[Reason, ...]]:
        """The reasons by block, of those that the source exempts or of all others."""
        others = (name for name in self._found if name not in self._exempt)
        names = self._exempt if is_exempt else others
        return {name: tuple(dict.fromkeys(self._found.get(name, ()))) for name in names}

    def add(self, block: Block, reason: Reason) -> None:
        """Add a reason to a block that holds sentences."""
        self._found.setdefault(block.id, []).append(reason)

    def judge_all(self, blocks: Sequence[Block], topic: str = "") -> None:
        """Judge blocks that stand one after another, and all within them."""
        for number, block in enumerate(blocks):
            if block.kind == "heading":
                topic = block.text
            self._judge_block(block, _find_lead_in(blocks[:number], topic))
        for number, block in enumerate(blocks):
            if block.kind in _PARTS:
                self._connect(list(_iter_leading(blocks[:number])), block)

    def judge(self, block: Block, topic: str) -> None:
        """Judge a block that holds sentences."""
        if mark := block.critical_mark:
            if mark.is_critical:
                self.add(block, Reason("marked"))
            else:
                self._exempt[block.id] = None
        for span in (span for sentence in block.sentences for span in sentence.spans):
            value = span.mark("value")
            if value and value.label in self._phones:
                self.add(block, Reason("phone", f"{{{value.label}}}"))
        before = topic
        for sentence in block.sentences:
            for reason in self._find(sentence.text, before):
                self.add(block, reason)
            before = sentence.text

    def _judge_block(self, block: Block, topic: str) -> None:
        if block.kind == "alert" and block.variety in _ALERTS:
            for leaf in block.leaves():
                for text in (leaf, *self._list_labels(leaf)):
                    self.add(text, Reason("alert", block.variety))
        if block.sentences:
            self.judge(block, topic if block.kind in ("cell", "paragraph") else "")
        elif block.kind == "table":
            self._judge_table(block, topic)
        else:
            inner = topic if block.kind in ("list", "item") else ""
            self.judge_all(block.children, inner)

    def _list_labels(self, leaf: Block) -> list[Block]:
        """The labels of the pictures that a text shows."""
        paths = list_images(leaf.sentences)
        return [label for path in paths for label in self._labels.get(path, ())]

    def _judge_table(self, table: Block, topic: str) -> None:
        """Judge cells, each in the light of the headers of its row and its column."""
        header = table.children[0].children
        for row in table.children:
            for cell, column in zip(row.children, header, strict=False):
                first = row.children[0].text
                self._judge_block(cell, f"{topic} {column.text} {first}".strip())

    def _connect(self, leading: Sequence[Block], block: Block) -> None:
        """Join a list, table or alert with the texts that lead in to it."""
        leaves = list(block.leaves())
        critical = [leaf for leaf in leaves if self._is_critical(leaf)]
        cause = next((text for text in leading if self._makes_critical(text)), None)
        if critical:
            for text in leading:
                self.add(text, Reason("leads-in", critical[0].text))
        if cause and block.kind != "alert":
            for leaf in leaves:
                self.add(leaf, Reason("listed", cause.text))

    def _is_critical(self, block: Block) -> bool:
        return block.id in self._found and block.id not in self._exempt

    def _makes_critical(self, text: Block) -> bool:
        reasons = self._found.get(text.id, ()) if self._is_critical(text) else ()
        if text.kind == "heading":
            return any(reason.kind in ("instruction", "phone", "marked") for reason in reasons)
        return bool(reasons)


def _find_lead_in(before: Sequence[Block], topic: str) -> str:
    """What a block is about: the heading above it, and the text that leads in to it."""
    return " ".join(dict.fromkeys([topic, *(text.text for text in _iter_leading(before))])).strip()


def _iter_leading(before: Sequence[Block]) -> Iterator[Block]:
    """The texts that lead in to what follows them: a paragraph with a colon, and a heading."""
    rest = list(before)
    if rest and rest[-1].kind == "paragraph" and rest[-1].text.rstrip().endswith(_LEADING):
        yield rest.pop()
    if rest and rest[-1].kind == "heading":
        yield rest[-1]
