"""Rules on a catalog as a whole: messages that it lacks, comments that suppress nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ...diagnostics.finding import Finding, ReportedFinding
from ...diagnostics.rule import Draft, Rule
from ...diagnostics.rule_runner import Violation
from ...diagnostics.suppressions import Problem, Suppression, find_unused
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
UNUSED: Rule[Pair] = Rule(
    id="silence",
    summary="A comment that silenced a finding has lapsed.",
    level="info",
    can_be_suppressed=False,
    explanation=(
        "A comment `# allow RULE MARK: REASON` that allows nothing: there is no such rule, it "
        "gives no reason, a text has changed since it was written, or the rule finds nothing."
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


def find_unused_suppressions(
    pairs: Sequence[Pair], violations: Iterable[Violation[Pair]], known: Collection[str]
) -> Iterator[Violation[Pair]]:
    """Comments of some pairs that suppress nothing; `known` are the ids of all rules."""
    violated: dict[int, set[str]] = {}
    for violation in violations:
        violated.setdefault(id(violation.subject), set()).add(violation.rule.id)
    for pair in pairs:
        for suppression, problem in find_unused(
            pair.suppressions, violated.get(id(pair), set()), known
        ):
            yield Violation(UNUSED, pair, _describe(suppression, problem))


def _describe(suppression: Suppression, problem: Problem) -> Draft:
    rule = suppression.rule
    if problem == "unknown rule":
        message, hint = f"there is no check “{rule}” to allow", "Write the name of a check."
    elif problem == "no reason":
        message = f"the comment “allow {rule}” gives no reason"
        hint = "Write it after the colon."
    else:
        message = f"the comment “allow {rule}” has lapsed: a text has changed, or nothing is found"
        hint = "Remove it, or write the one that the finding tells."
    return Draft(message, hint, raw=True)
