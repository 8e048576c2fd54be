"""Find the rules of a package: every `Rule` that stands in one of its modules."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Any

from .rule import Rule


def scan_rules(package: str) -> tuple[Rule[Any], ...]:
    """All rules of a package, by id.

    Raises:
        ValueError: two rules have the same id, or a function `check` belongs to none.
    """
    modules: dict[str, tuple[str, Rule[Any]]] = {}
    for info in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        names = vars(import_module(info.name))
        rules = [value for value in names.values() if isinstance(value, Rule)]
        if "check" in names and not rules:
            raise ValueError(f"{info.name} has a function `check`, and no RULE that uses it")
        for value in rules:
            module, rule = modules.setdefault(value.id, (info.name, value))
            if rule is not value:
                raise ValueError(f"{module} and {info.name} have a rule {value.id!r} each")
    return tuple(rule for _, (_, rule) in sorted(modules.items()))
