"""One language goes in; the sentences that cost most come out, with what to do about each.

First come those where a suggestion eases a section most, then the longest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...languages import load
from ..rules import Remark, WhatIf
from .formatting import many
from .heat import Look, Note, Warmth, sentence_id, words_marked
from .markup import Html, inside, joined, said, tag

MOST = 12
"""So many sentences are shown; the others stand in the text."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A sentence, and all that is said of it."""

    sentence: str
    text: str
    lang: str
    block: str
    where: str
    warmth: Warmth
    notes: tuple[Note, ...]

    @property
    def gain(self) -> float:
        """The most that a suggestion would change its section's figure by."""
        changes = (note.remark.what_if for note in self.notes)
        return max((abs(each.after - each.before) for each in changes if each), default=0.0)


def costs(look: Look) -> list[Cost]:
    """Sentences with open remarks, and those over the limit, the costliest first."""
    limit = look.examined.card.limit
    found = [
        cost
        for cost in _all(look)
        if cost.notes or (cost.warmth.leads and cost.warmth.words > limit)
    ]
    # Sorting is stable: where nothing tells two apart, they stay in the order of the text.
    return sorted(found, key=lambda cost: (-cost.gain, -cost.warmth.words))


def _all(look: Look) -> Iterator[Cost]:
    for section in look.examined.counts.sections:
        for unit in section.units:
            sentence, place = unit.sentence, unit.place
            yield Cost(
                sentence.id, sentence.text, sentence.lang, unit.block.id,
                f"{place.file}:{place.line}", look.warmth[sentence.id],
                look.notes.get(sentence.id, ()),
            )  # fmt: skip


def costliest(look: Look) -> Html:
    """The costliest sentences, in order."""
    found = costs(look)
    if not found:
        return tag("p", "No sentence is over the limit, and there are no open remarks.")
    shown = tag("ol", *(_item(look, cost) for cost in found[:MOST]), class_="costs")
    rest = len(found) - MOST
    if rest <= 0:
        return shown
    more = f"{many(rest, 'more sentence')} with remarks or over the limit stand in the text below."
    return joined([shown, tag("p", more)])


def _item(look: Look, cost: Cost) -> Html:
    unit = look.examined.card.unit.removesuffix("s")
    words = [many(cost.warmth.words, unit)] if cost.warmth.words else []
    return tag(
        "li",
        tag("blockquote", words_marked(cost.text, cost.warmth.hard), lang=cost.lang,
            dir=load(cost.lang).direction),
        tag("p", *(f"{word}, " for word in words), tag("code", cost.where), ", message ",
            tag("code", cost.block), ". ",
            inside(sentence_id(look.lang, cost.sentence), "Show in the text"),
            class_="quiet"),
        tag("ul", *(tag("li", said_of(note.remark)) for note in cost.notes),
            class_="remarks") if cost.notes else "",
    )  # fmt: skip


def said_of(remark: Remark) -> Html:
    """What is hard, what to do, and what it would change."""
    finding = remark.finding
    instead = said(" ".join(remark.instead), remark.lang, "q")
    return joined([
        tag("p", tag("span", remark.kind.replace("-", " "), class_="kind"), " ",
            _stopped(finding.message), " ", finding.hint),
        tag("p", "For example: ", instead) if remark.instead else "",
        what_if(remark.what_if) if remark.what_if else "",
    ])  # fmt: skip


def _stopped(message: str) -> str:
    text = f"{message[:1].upper()}{message[1:]}"
    return text if text.endswith((".", "!", "?")) else f"{text}."


def what_if(change: WhatIf) -> Html:
    """A section's figure, before and after."""
    return tag(
        "p", "What if: this section's figure ",
        tag("strong", f"{change.before:.2f} → {change.after:.2f}"), ".", class_="what-if",
    )  # fmt: skip
