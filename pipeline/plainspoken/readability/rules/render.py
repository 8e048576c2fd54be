"""Report a remark to code review."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.report import ReportedFinding
from .model import Remark


def report_remark(remark: Remark) -> ReportedFinding:
    """A remark as code review gets it."""
    return ReportedFinding(
        remark.kind,
        remark.finding,
        "\n".join(_lines(remark)),
        (remark.lang, remark.section, remark.block, remark.sentence),
        how_to_suppress(remark.kind),
        remark.reason,
    )


def how_to_suppress(rule: str) -> str:
    """How remarks of a rule are suppressed, in one sentence."""
    return f"`<!-- allow {rule}: REASON -->` at the end of a paragraph silences it."


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
