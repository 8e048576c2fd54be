"""The example of each rule is true: the rule finds the wrong sentence, and not the right one."""

from __future__ import annotations

import pytest

from plainspoken.diagnostics.rule import Rule
from plainspoken.readability.rules import Text, load_rules

from .conftest import Told


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_a_rule_finds_what_is_wrong_in_its_example_and_nothing_in_what_is_right(
    rule: Rule[Text], told: Told
) -> None:
    assert rule.example
    lang = rule.example.lang or "en"
    assert rule.id in {remark.kind for remark in told(rule.example.wrong, lang=lang)}
    assert rule.id not in {remark.kind for remark in told(rule.example.right, lang=lang)}
