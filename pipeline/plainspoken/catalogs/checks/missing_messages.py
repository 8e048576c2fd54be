"""Count the messages of the guide that a catalog lacks. It sees the catalog, not its pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.finding import Finding
from ...diagnostics.report import ReportedFinding
from ...diagnostics.rule import Rule
from ...po.model import Catalog
from ..extract import Message
from .context import Pair

RULE: Rule[Pair] = Rule(
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
        finding = Finding(catalog.file, 0, text, hint, RULE.level)
        yield ReportedFinding(RULE.id, finding, f"{text}. {hint}", (lang,), "")
