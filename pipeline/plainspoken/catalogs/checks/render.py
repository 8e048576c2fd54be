"""Drafts go in; findings that people read come out, both texts with the place marked."""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics.finding import Finding
from ...diagnostics.report import Reported
from .context import Draft, Pair, Place
from .silence import comment

_OPEN, _CLOSE = "⟦", "⟧"
_AROUND = 70
"""How many characters are shown before and after the place."""


def reported(pair: Pair, rule: str, draft: Draft, reason: str = "") -> Reported:
    """A draft as a finding, and as what code review is told."""
    silence = f"`{comment(rule, pair.entry)}` above the message silences it."
    texts = _texts(pair, draft)
    finding = Finding(
        pair.facts.file, pair.entry.line, draft.message, draft.hint, draft.level,
        (*texts, *((f"or      {comment(rule, pair.entry)}",) if draft.level != "info" else ())),
    )  # fmt: skip
    said = "\n".join(filter(None, (f"{draft.message}.", *texts, draft.hint, silence)))
    key = (pair.lang, pair.entry.msgctxt or "", pair.entry.msgid)
    kind = f"`# allow {rule} MARK: REASON` above the message; each finding tells its mark."
    return Reported(rule, finding, said, key, kind, reason)


def _texts(pair: Pair, draft: Draft) -> tuple[str, str]:
    if draft.raw:
        source, target = pair.entry.msgid, pair.entry.msgstr
        places = draft.source, draft.target
    else:
        source, target = pair.source.origin, pair.target.origin
        places = (
            tuple(pair.source.place(*each) for each in draft.source),
            tuple(pair.target.place(*each) for each in draft.target),
        )
    return f"msgid   {marked(source, places[0])}", f"msgstr  {marked(target, places[1])}"


def marked(text: str, places: Sequence[Place]) -> str:
    """A text on one line with some places in brackets, cut to what is around them."""
    out, at = [], 0
    spans = [_trimmed(text, *place) for place in sorted(places)]
    begin = max(0, spans[0][0] - _AROUND) if spans else 0
    stop = min(len(text), (spans[-1][1] if spans else 2 * _AROUND) + _AROUND)
    for start, end in spans:
        if start >= at:
            out += [_plain(text[max(at, begin) : start]), _OPEN, _plain(text[start:end]), _CLOSE]
            at = end
    out.append(_plain(text[max(at, begin) : stop]))
    return f"{'…' * (begin > 0)}{''.join(out)}{'…' * (stop < len(text))}"


def _trimmed(text: str, start: int, end: int) -> Place:
    """A place without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _plain(text: str) -> str:
    """Text on one line; what hides or turns the direction is told by its number."""
    return "".join(_shown(each) for each in text)


def _shown(character: str) -> str:
    if character == "\n":
        return " "
    if character.isprintable() or character in "\u00a0\u202f\u200c\u200d":
        return character
    return f"<U+{ord(character):04X}>"
