"""Apply rules to subjects, and suppressions to what they find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from .finding import Level
from .rule import Draft, Rule, SubjectT
from .suppressions import find_reason


@dataclass(frozen=True, slots=True)
class Violation(Generic[SubjectT]):
    """What one rule found in one subject."""

    rule: Rule[SubjectT]
    subject: SubjectT
    draft: Draft
    reason: str = ""
    """Why it is allowed; empty where it is not."""

    @property
    def level(self) -> Level:
        """How grave it is."""
        return self.draft.level or self.rule.level


def run_rules(
    rules: Sequence[Rule[SubjectT]], subjects: Sequence[SubjectT]
) -> Iterator[Violation[SubjectT]]:
    """All that rules find in some subjects, one by one, the suppressed with their reason."""
    for_long = [rule for rule in rules if rule.any_length]
    short = [subject for subject in subjects if not subject.is_too_long]
    for subject in subjects:
        for rule in for_long if subject.is_too_long else rules:
            for draft in rule.check(subject):
                yield _violation(rule, subject, draft)
    for rule in rules:
        for subject, draft in rule.check_all(subjects if rule.any_length else short):
            yield _violation(rule, subject, draft)


def _violation(rule: Rule[SubjectT], subject: SubjectT, draft: Draft) -> Violation[SubjectT]:
    return Violation(rule, subject, draft, find_reason(subject.suppressions, rule.id))
