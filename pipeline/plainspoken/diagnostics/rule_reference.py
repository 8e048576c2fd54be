"""Document rules in Markdown, from what the rules say of themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from textwrap import wrap
from typing import Any

from .rule import Example, Rule
from .visible_text import show_hidden

_WIDTH = 100
_LEVELS = {"error": "An error", "warning": "A warning", "info": "A note"}


def format_rules(rules: Iterable[Rule[Any]], how_to_suppress: Callable[[str], str]) -> str:
    """A section of third level for each rule, by id; `how_to_suppress` takes the id."""
    by_id = sorted(rules, key=lambda rule: rule.id)
    return "\n".join(line for rule in by_id for line in _section(rule, how_to_suppress(rule.id)))


def _section(rule: Rule[Any], suppression: str) -> Iterator[str]:
    yield from (f"### {rule.id}", "", f"**{rule.summary}** {_LEVELS[rule.level]}.", "")
    yield from (*wrap(rule.explanation, _WIDTH, break_on_hyphens=False), "")
    if rule.example:
        yield from (*_show_example(rule.example), "")
    if rule.can_be_suppressed:
        yield from (f"To allow it: {suppression}", "")


def _show_example(example: Example) -> Iterator[str]:
    """The lines of an example, as a block of code: nothing in it is read as Markdown."""
    for source, target in (*example.terms, *example.beside):
        yield f"    given   {source} = {target}"
    if example.source:
        yield f"    text    {example.source}"
    yield f"    wrong   {_show_ends(example.wrong)}"
    yield f"    right   {_show_ends(example.right)}"


def _show_ends(text: str) -> str:
    return show_hidden(re.sub(r"^ +| +$", lambda blanks: "␣" * len(blanks[0]), text))
