"""docs/rules.md is what the rules say of themselves, and it has all of them."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from plainspoken.catalogs import checks
from plainspoken.cli.rule_reference import format_reference
from plainspoken.diagnostics.rule import Rule
from plainspoken.readability import rules

DOCS = Path(__file__).parents[2] / "docs"
ALL = [*checks.load_rules(), *rules.load_rules()]


def test_the_page_is_current() -> None:
    assert (DOCS / "rules.md").read_text("utf-8") == format_reference(), "run `make docs`"


def test_every_rule_has_its_section_in_the_order_of_the_alphabet() -> None:
    translations, sentences = re.split("^## Sentences", format_reference(), flags=re.MULTILINE)
    for text, some in ((translations, checks.load_rules()), (sentences, rules.load_rules())):
        assert re.findall("^### (.+)", text, re.MULTILINE) == sorted(rule.id for rule in some)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_rule_is_described_in_plain_sentences(rule: Rule[Any]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    for text in (rule.summary, rule.explanation):
        assert re.fullmatch(r"[A-Z`].*\.", text)
    assert rule.example or rule.id in {"label-room", "missing-messages", "silence", "too-long"}


@pytest.mark.parametrize("package", [checks, rules])
def test_every_rule_has_a_module_of_its_own(package: ModuleType) -> None:
    found = 0
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        values = vars(import_module(info.name)).values()
        names = [value.id for value in values if isinstance(value, Rule)]
        assert len(names) <= 1, f"{info.name} has {names}"
        found += len(names)
    assert found == len(package.load_rules())


@pytest.mark.parametrize("name", ["translators.md", "readability.md", "../README.md"])
def test_the_page_is_linked_where_checks_are_explained(name: str) -> None:
    assert "rules.md" in (DOCS / name).read_text("utf-8")
