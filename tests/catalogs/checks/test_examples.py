"""The example of each rule is true: the rule finds the wrong translation, and not the right one."""

from __future__ import annotations

import pytest

from plainspoken.catalogs.checks import load_rules
from plainspoken.catalogs.checks.context import Facts, Pair, read_pair
from plainspoken.catalogs.checks.runner import check_pairs
from plainspoken.catalogs.termbase import Rendering
from plainspoken.config.project import LocaleSettings
from plainspoken.diagnostics.rule import Example, Rule
from plainspoken.po.model import Entry

WITH_EXAMPLE = [rule for rule in load_rules() if rule.example]


def found(example: Example, target: str) -> set[str]:
    """The rules that find something in a translation, in the company that the example gives it."""
    renderings = [Rendering(term, (right,)) for term, right in example.terms]
    locale = LocaleSettings(example.lang or "es")
    facts = Facts("guide.po", "en", locale, renderings=renderings)
    texts = [*example.beside, (example.source, target)]
    pairs = [
        read_pair(facts, Entry(source, (target,), f"{line}", line=line), {"more": "#"})
        for line, (source, target) in enumerate(texts, 1)
    ]
    return {reported.rule for reported in check_pairs(pairs)}


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.id)
def test_a_rule_finds_what_is_wrong_in_its_example_and_nothing_in_what_is_right(
    rule: Rule[Pair],
) -> None:
    assert rule.example
    assert rule.id in found(rule.example, rule.example.wrong)
    assert found(rule.example, rule.example.right) == set()
