"""Spell numbers by rules of a language's own, written as ICU writes them (UTS #35 Part 3, RBNF).

A rule is `20 twenty[->>]`: from 20 on, this text. `<<` is how often the number has the rule's power
of ten, `>>` the rest, and what stands in brackets is left out where there is no rest. `11000/1000`
is a rule with another power of ten, and `30 =form=` leaves the numbers from 30 on to another form
of [numbers.forms].
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_OPTIONAL = re.compile(r"\[([^]]*)\]")


def spell_by_rules(number: int, rules: tuple[str, ...]) -> str:
    """Spell a whole number from 0 up."""
    _, divisor, text = next(rule for rule in reversed(_parse_rules(rules)) if rule[0] <= number)
    if ">" not in text and "<" not in text:
        return text
    quotient, rest = divmod(number, divisor)
    text = _OPTIONAL.sub(r"\1" if rest else "", text)
    text = text.replace("<<", spell_by_rules(quotient, rules) if "<<" in text else "")
    return text.replace(">>", spell_by_rules(rest, rules) if ">>" in text else "")


def _find_divisor(base: int) -> int:
    divisor = 1
    while divisor * 10 <= base:
        divisor *= 10
    return divisor


@cache
def _parse_rules(rules: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """Where each rule begins, its power of ten, and its text."""
    parsed = []
    for rule in rules:
        start, _, text = rule.partition(" ")
        base, _, divisor = start.partition("/")
        parsed.append((int(base), int(divisor or _find_divisor(int(base))), text))
    return tuple(sorted(parsed))
