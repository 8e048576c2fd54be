"""Write what rules found so that people can read it: both texts with the place marked."""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics.finding import Finding, ReportedFinding
from ...diagnostics.rule import Draft, Place
from ...diagnostics.rule_runner import Violation
from ...diagnostics.visible_text import show_hidden
from .context import Pair
from .suppressions import format_comment

_OPEN, _CLOSE = "⟦", "⟧"
_AROUND = 70
"""Characters shown before and after the place."""


def report_violation(violation: Violation[Pair]) -> ReportedFinding:
    """What a rule found, as a finding and as code review gets it."""
    pair, draft, rule = violation.subject, violation.draft, violation.rule.id
    entry, level = pair.entry, violation.level
    comment = format_comment(rule, entry)
    texts = _show_texts(pair, draft)
    detail = (*texts, f"or      {comment}") if level != "info" else texts
    how, suppression = "", ""
    if violation.rule.can_be_suppressed:
        how = how_to_suppress(rule)
        suppression = f"`{comment}` above the message silences it."
    lines = (f"{draft.message}.", *texts, draft.hint, suppression)
    return ReportedFinding(
        rule,
        Finding(pair.facts.file, entry.line, draft.message, draft.hint, level, detail),
        "\n".join(filter(None, lines)),
        (pair.facts.locale.lang, entry.msgctxt or "", entry.msgid),
        how,
        violation.reason,
    )


def how_to_suppress(rule: str) -> str:
    """How findings of a rule are suppressed, in one sentence."""
    return f"`# allow {rule} MARK: REASON` above the message; each finding tells its mark."


def _show_texts(pair: Pair, draft: Draft) -> tuple[str, str]:
    if draft.raw:
        source, target = pair.entry.msgid, pair.entry.msgstr
        places = draft.source, draft.places
    else:
        source, target = pair.source.origin, pair.target.origin
        places = (
            tuple(pair.source.place(*place) for place in draft.source),
            tuple(pair.target.place(*place) for place in draft.places),
        )
    return f"msgid   {mark_places(source, places[0])}", f"msgstr  {mark_places(target, places[1])}"


def mark_places(text: str, places: Sequence[Place]) -> str:
    """A text on one line with some places in brackets, cut to what is around them."""
    out, at = [], 0
    spans = [_trim_blanks(text, *place) for place in sorted(places)]
    begin = max(0, spans[0][0] - _AROUND) if spans else 0
    stop = min(len(text), (spans[-1][1] if spans else 2 * _AROUND) + _AROUND)
    for start, end in spans:
        if start >= at:
            out += [text[max(at, begin) : start], _OPEN, text[start:end], _CLOSE]
            at = end
    out.append(text[max(at, begin) : stop])
    return f"{'…' * (begin > 0)}{show_hidden(''.join(out))}{'…' * (stop < len(text))}"


def _trim_blanks(text: str, start: int, end: int) -> Place:
    words = text[start:end]
    start = end - len(words.lstrip())
    return start, start + len(words.strip())
