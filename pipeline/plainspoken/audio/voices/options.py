"""What an engine may be told in guide.toml: its options, their types and their bounds."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...config.toml_schema import TYPE_NAMES, has_type
from ...diagnostics.suggestions import suggest_nearest
from ...languages import Language

Value = str | int | float | bool
"""What an option may hold."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of an engine."""

    type: type[Value]
    least: float = -math.inf
    most: float = math.inf
    choices: Callable[[Language], Sequence[str]] | None = None
    """Of a text: what it may be for a language."""


def check_options(
    engine: str, options: Mapping[str, Value], known: Mapping[str, Option], language: Language
) -> Iterator[tuple[str, str]]:
    """What is wrong with the options of an engine for a language, and what to do."""
    for name, value in options.items():
        if option := known.get(name):
            yield from _value_errors(name, value, option, language)
        else:
            hint = f"Use one of: {', '.join(known)}." if known else "Remove it: it has no options."
            hint = suggest_nearest(name, known) or hint
            yield f"`{name}` is not an option of {engine}", hint


def _value_errors(
    name: str, value: Value, option: Option, language: Language
) -> Iterator[tuple[str, str]]:
    if not has_type(value, option.type):
        kind = TYPE_NAMES[option.type]
        yield f"`{name}` is {value!r}, not {kind}", f"Give `{name}` {kind}."
    elif isinstance(value, str):
        choices = option.choices(language) if option.choices else (value,)
        if value not in choices:
            hint = f"Use one of: {', '.join(choices)}." if choices else "Remove it."
            hint = suggest_nearest(value, choices) or hint
            yield f"`{name}` is {value!r}, which is none for {language.tag}", hint
    elif not option.least <= value <= option.most:
        bounds = f"from {option.least:g} to {option.most:g}"
        yield f"`{name}` is {value}", f"Give `{name}` a number {bounds}."
