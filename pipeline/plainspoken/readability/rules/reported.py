"""A remark goes in; what code review is told of it comes out."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.report import ReportedFinding
from .model import Remark

RULES = {
    "double-negative": "Two words that say no stand in one sentence.",
    "hard-word": "A word has a plainer one that means the same.",
    "long-sentence": "A sentence has more words than the language's limit.",
    "many-ideas": "A sentence holds more than one idea.",
    "nominalisation": "An action stands as a noun where a verb would be plainer.",
    "number-style": "A number is harder to read than it needs to be.",
    "passive": "A sentence does not say who acts.",
    "undefined-acronym": "Letters stand for words that the guide never spells out.",
    "unexplained-term": "A medical term stands without the guide's explanation.",
}
"""What each kind of remark is about."""


def reported(remark: Remark) -> ReportedFinding:
    """A remark, for programs that show it beside the text."""
    suppression = f"`<!-- allow {remark.kind}: REASON -->` at the end of a paragraph silences it."
    return ReportedFinding(
        rule=remark.kind,
        finding=remark.finding,
        text="\n".join(_lines(remark)),
        key=(remark.lang, remark.section, remark.block, remark.sentence),
        how_to_suppress=suppression,
        reason=remark.reason,
    )


def _lines(remark: Remark) -> Iterator[str]:
    finding = remark.finding
    yield f"{finding.message}."
    yield from finding.detail
    if finding.hint:
        yield finding.hint
    if remark.instead:
        yield f"Instead: “{' '.join(remark.instead)}”"
    if remark.what_if:
        before, after = remark.what_if.before, remark.what_if.after
        yield f"The section would go from {before:.2f} to {after:.2f}."
