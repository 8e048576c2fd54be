"""Say why a text is critical: its doses, thresholds and telephone numbers, and what it orders.

The words by which a language orders and forbids, and what it may order about a treatment, are
data: `languages/<tag>/critical.toml`. Numbers, units and doses come from `quantities/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from ..languages import Language
from ..quantities.extract import extract
from .critical_words import drop_words, find_words, mark_quantities
from .written_phones import find_written_phones

ReasonKind = Literal[
    "marked", "alert", "phone", "dose", "frequency", "duration", "threshold", "instruction",
    "listed", "leads-in",
]  # fmt: skip
_MEANINGS: dict[ReasonKind, str] = {
    "marked": "marked as critical in the source",
    "alert": "in an alert of kind",
    "phone": "a telephone number:",
    "dose": "a dose:",
    "frequency": "how often:",
    "duration": "how long:",
    "threshold": "a threshold:",
    "instruction": "an instruction:",
    "listed": "below a critical text:",
    "leads-in": "leads in to a critical text:",
}
_QUESTION = re.compile(r"[?？؟][\s\"'”’»)\]]*$")
_FULL_STOP = re.compile(r"[.!?。！？।॥؟۔…][\s\"'”’»)\]]*$")
_LEAD_IN = re.compile(r"[:：]\s*$")
_FRAGMENT_WORDS, _FRAGMENT_SIGNS = 8, 14
"""A text so short, without a full stop, is a part of a table or a list: `3 times a day`."""
_MOST_AMOUNT = 1000
_BULK_UNITS = (
    "mass-gram",
    "mass-kilogram",
    "mass-pound",
    "mass-stone",
    "mass-ounce",
    "volume-liter",
    "area-square-meter",
)
"""Units of bodies and of food: of a dose only where the sentence says that it speaks of one."""
_SERIOUS = ("medicines", "dangers", "urgent")
_NO_FACTS = ("medicines", "measures", "urgent")
_NO_STORY = ("urgent", "conditions", "duties")
_NO_STATEMENT = ("bans", "calls", "duties", "conditions")
_TOPICS = ("medicines", "care", "dangers", "measures", "training")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a block is critical. A block may have several."""

    kind: ReasonKind
    words: str = ""
    """The words that show it: of the text itself, of its lead-in, or of what it leads in to."""

    def describe(self) -> str:
        """As people are told it: `a dose: 5 mg`."""
        return f"{_MEANINGS[self.kind]} {' '.join(self.words.split())}".strip()


@lru_cache(8192)
def find_reasons(text: str, language: Language, topic: str = "") -> tuple[Reason, ...]:
    """Why one sentence is critical by itself; nothing where it is not. `topic` is text that says
    what it is about: the sentence before it, the headings of its cell.
    """
    return tuple(_judge(_Sentence(text, language, topic)))


class _Sentence:
    """One sentence, and what the words of its language say of it. What finds words gives the first
    that it finds, as they are written, or nothing.
    """

    def __init__(self, text: str, language: Language, topic: str) -> None:
        self.text = text
        self.language = language
        self.topic = topic
        self.quantities = extract(text, language)
        self._marked = mark_quantities(text, self.quantities)
        self._found: dict[str, str] = {}

    def find(self, kind: str) -> str:
        """The first words of a kind: a table of critical.toml."""
        if kind not in self._found:
            self._found[kind] = find_words(self._marked, self.language, kind)
        return self._found[kind]

    def find_any(self, *kinds: str) -> str:
        """The first words of the first of several kinds that it has."""
        return next(filter(None, map(self.find, kinds)), "")

    def quote(self, start: int, end: int) -> str:
        """What stands at a quantity's place."""
        return self._marked.plain.origin[start:end]

    @cached_property
    def phones(self) -> tuple[str, ...]:
        """Telephone numbers written in it."""
        has_cue = bool(self.find_any("phones", "calls"))
        return tuple(find_written_phones(self._marked.plain, self.quantities, has_cue))

    @cached_property
    def doses(self) -> tuple[str, ...]:
        """What measures a medicine, or what is to be measured; not what a body weighs."""
        measured = [each for each in self.quantities if each.dose]
        found = self.find("doses")
        if not (measured or found):
            return ()
        if self.find("facts") and not (self.orders or self.find_any(*_NO_FACTS)):
            return ()
        is_meant = bool(self.orders or self.find_any("limits", "frequency") or self.is_fragment)
        ignored = self._list_body_units(is_meant)
        written = tuple(self.quote(*each.span) for each in measured if each.unit not in ignored)
        return written or ((found,) if found and is_meant else ())

    def _list_body_units(self, is_meant: bool) -> tuple[str, ...]:
        """The units by which it measures a body, or counts what was: no doses."""
        if (self.find("facts") and not self.orders) or self.is_story:
            return (*_BULK_UNITS, "")
        is_meant = is_meant or bool(self.find_any("medicines", "thresholds", "urgent"))
        return () if is_meant else _BULK_UNITS

    @cached_property
    def orders(self) -> str:
        """Words that order or forbid anything."""
        return self.find_any("bans", "calls", "orders", "tells")

    @cached_property
    def is_about_treatment(self) -> bool:
        """Whether it, or what stands before it, speaks of a treatment or of a danger."""
        if self.find_any(*_TOPICS) or self.doses:
            return True
        before = mark_quantities(self.topic, ()) if self.topic else None
        return bool(before and any(find_words(before, self.language, kind) for kind in _TOPICS))

    @cached_property
    def is_story(self) -> bool:
        """Whether it tells what somebody did or what was once done, which orders nothing."""
        if not self.find("stories") or self.find_any(*_NO_STORY):
            return False
        return not (self.find("medicines") and self.find("bans"))

    @cached_property
    def is_harmless(self) -> bool:
        """Whether it comforts, or speaks of rooms and visits, and of nothing that can hurt."""
        return self._says_only("harmless", _SERIOUS) and not self.doses

    @cached_property
    def is_about_place(self) -> bool:
        """Whether it speaks of a building and what one leaves or pays there, not of a treatment."""
        return self._says_only("places", (*_TOPICS, "urgent")) and not self.doses

    @cached_property
    def is_statement(self) -> bool:
        """Whether it says what is never so, what was once forbidden, or what an examiner does."""
        return self._says_only("statements", _NO_STATEMENT)

    def _says_only(self, kind: str, others: Sequence[str]) -> bool:
        """Whether it has words of a kind, and beside them none of any other kind."""
        if not self.find(kind):
            return False
        rest = drop_words(self._marked, self.language, kind)
        return not any(find_words(rest, self.language, other) for other in others)

    @cached_property
    def is_fragment(self) -> bool:
        """Whether it is a few words without a full stop."""
        if _FULL_STOP.search(self.text):
            return False
        if self.language.written_together:
            return len(self.text) <= _FRAGMENT_SIGNS
        return len(self.text.split()) <= _FRAGMENT_WORDS


def _judge(sentence: _Sentence) -> Iterator[Reason]:
    yield from (Reason("phone", words) for words in sentence.phones)
    yield from (Reason("dose", words) for words in sentence.doses)
    instruction = _find_instruction(sentence)
    if words := _find_frequency(sentence):
        yield Reason("frequency", words)
    if words := _find_duration(sentence, instruction):
        yield Reason("duration", words)
    if words := _find_threshold(sentence, instruction):
        yield Reason("threshold", words)
    if instruction:
        yield Reason("instruction", instruction)


def _find_instruction(sentence: _Sentence) -> str:
    """The words that order or forbid something about a treatment."""
    if sentence.is_harmless:
        return ""
    if _QUESTION.search(sentence.text):
        return sentence.find("requests") if sentence.is_about_treatment else ""
    words = _find_order(sentence) or _find_act(sentence)
    orders_nothing = words and (
        sentence.is_story or sentence.is_statement or sentence.is_about_place
    )
    return "" if orders_nothing else words


def _find_act(sentence: _Sentence) -> str:
    """An order without a verb: what is done about a treatment, and its limit."""
    words = sentence.find("acts")
    if not words or sentence.find_any("facts", "past"):
        return ""
    has_limit = sentence.find_any("limits", "urgent", "frequency")
    return words if has_limit and sentence.find_any(*_TOPICS) else ""


def _find_order(sentence: _Sentence) -> str:
    """The words that order or forbid something, in a sentence that neither asks nor comforts."""
    find, is_serious = sentence.find, bool(sentence.find_any(*_SERIOUS))
    if words := sentence.find_any("bans", "calls"):
        return words
    has_limit = bool(sentence.find_any("limits", "urgent"))
    if find("orders") and (has_limit or sentence.is_about_treatment):
        return find("orders")
    if find("urgent") and _LEAD_IN.search(sentence.text):
        return find("urgent")
    if find("urgent") and sentence.find_any("medicines", "dangers"):
        return find("urgent")
    if find("conditions") and find("medicines") and not find("facts"):
        return find("conditions")
    return find("tells") if is_serious or has_limit else ""


def _find_frequency(sentence: _Sentence) -> str:
    times = (sentence.quote(*each.span) for each in sentence.quantities if each.unit == "time")
    count, rate = next(times, ""), sentence.find("frequency")
    is_meant = (
        sentence.find_any("medicines", "training", "bans", "orders")
        or sentence.doses
        or sentence.is_fragment
        or (count and rate and not sentence.find("past"))
    )
    if not ((count or rate) and is_meant):
        return ""
    is_fact = sentence.is_harmless or sentence.find("facts") or sentence.is_story
    return "" if is_fact or sentence.is_about_place else count or rate


def _find_duration(sentence: _Sentence, instruction: str) -> str:
    lengths = (
        sentence.quote(*each.span)
        for each in sentence.quantities
        if each.unit.startswith("duration")
        and not each.implied
        and (instruction or each.unit != "duration-year")
    )
    length = next(lengths, "")
    if not length or sentence.find("past") or sentence.is_harmless or sentence.is_story:
        return ""
    is_limited = sentence.find("care") and sentence.find("limits")
    is_treatment = sentence.find_any("medicines", "training") or is_limited
    is_taken = is_treatment and not sentence.find("facts")
    return length if instruction or is_taken else ""


def _find_threshold(sentence: _Sentence, instruction: str) -> str:
    amounts = [each for each in sentence.quantities if each.kind == "number" and not each.implied]
    limit = sentence.find("thresholds") if amounts else ""
    if not limit:
        return ""
    # Not the number of people whom a medicine helped.
    is_amount = any(
        each.value <= _MOST_AMOUNT and not (each.counted or each.unit.startswith("concentr-per"))
        for each in amounts
    )
    is_amount = is_amount and not (sentence.find("past") or sentence.is_story)
    has_topic = sentence.find("measures") or (is_amount and sentence.find("medicines"))
    return limit if instruction or has_topic else ""
