"""Rule silence: every comment that allows something suppresses a finding."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from ...diagnostics.rule import Draft, Rule
from ...diagnostics.rule_runner import Violation
from ...diagnostics.suppressions import Problem, Suppression, find_unused
from .context import Pair

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


def find_unused_suppressions(
    pairs: Sequence[Pair], violations: Iterable[Violation[Pair]], known: Collection[str]
) -> Iterator[Violation[Pair]]:
    """Comments of some pairs that suppress nothing; `known` are the ids of all rules."""
    violated: dict[int, set[str]] = {}
    for violation in violations:
        violated.setdefault(id(violation.subject), set()).add(violation.rule.id)
    for pair in pairs:
        found = violated.get(id(pair), set())
        for suppression, problem in find_unused(pair.suppressions, found, known):
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
