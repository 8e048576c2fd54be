"""Find the rules of a package, apply them to subjects, and suppressions to what they find."""

from __future__ import annotations

import pkgutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Generic

from .finding import Level
from .rule import Draft, Rule, SubjectT
from .suppressions import find_reason


def scan_rules(package: str) -> tuple[Rule[Any], ...]:
    """All rules of a package, by id. Raises ValueError: an id is there twice, a `check` no rule."""
    modules: dict[str, tuple[str, Rule[Any]]] = {}
    for info in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        names = vars(import_module(info.name))
        rules = [value for value in names.values() if isinstance(value, Rule)]
        if "check" in names and not rules:
            raise ValueError(f"{info.name} has a function `check` without `@define_rule`")
        for value in rules:
            module, rule = modules.setdefault(value.id, (info.name, value))
            if rule is not value:
                raise ValueError(f"{module} and {info.name} have a rule {value.id!r} each")
    return tuple(rule for _, (_, rule) in sorted(modules.items()))


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
    rules: Sequence[Rule[SubjectT]],
    subjects: Sequence[SubjectT],
    faultless: Collection[SubjectT] = (),
) -> Iterator[Violation[SubjectT]]:
    """All that rules find in some subjects, one by one, the suppressed with their reason. In the
    `faultless` ones they are known to find nothing, if each is looked at alone; nor are these too
    long, since a rule tells of that.
    """
    for_long = [rule for rule in rules if rule.any_length]
    short = [each for each in subjects if each in faultless or not each.is_too_long]
    for subject in subjects:
        if subject in faultless:
            continue
        for rule in for_long if subject.is_too_long else rules:
            for draft in rule.check(subject):
                yield _violation(rule, subject, draft)
    for rule in rules:
        for subject, draft in rule.check_all(subjects if rule.any_length else short):
            yield _violation(rule, subject, draft)


def _violation(rule: Rule[SubjectT], subject: SubjectT, draft: Draft) -> Violation[SubjectT]:
    return Violation(rule, subject, draft, find_reason(subject.suppressions, rule.id))
