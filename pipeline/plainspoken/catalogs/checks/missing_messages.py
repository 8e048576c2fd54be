"""Rule missing-messages: a catalog has all messages of the guide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.finding import Finding, ReportedFinding
from ...diagnostics.rule import Rule
from ...po.model import Catalog
from ..extract import Message
from .context import Pair

MISSING: Rule[Pair] = Rule(
    id="missing-messages",
    summary="A catalog lacks messages of the guide.",
    level="error",
    can_be_suppressed=False,
    explanation=(
        "Messages of the guide that a PO file does not have at all, because the guide has changed "
        "since the file was brought up to date. A message without a translation is no error. "
        "`plainspoken catalogs update` puts it right."
    ),
)


def find_missing(
    messages: Sequence[Message], catalog: Catalog, lang: str
) -> Iterator[ReportedFinding]:
    """One finding where a catalog lacks messages."""
    keys = {entry.key for entry in catalog.iter_messages()}
    if missing := sum(message.key not in keys for message in messages):
        text = f"{missing} of the guide's {len(messages)} messages are not in it"
        hint = f"Add them with `plainspoken catalogs update {lang}`."
        finding = Finding(catalog.file, 0, text, hint, MISSING.level)
        yield ReportedFinding(MISSING.id, finding, f"{text}. {hint}", (lang,), "")
