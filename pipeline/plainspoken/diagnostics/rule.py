"""A rule: something that every translation, or every sentence, is checked for.

`define_rule` makes a `Rule` of a function; its docstring documents the rule. `rule_runner` finds
the rules of a package, so that a new one is named nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from inspect import getdoc
from typing import Generic, Protocol, TypeVar

from .finding import Level
from .suppressions import Suppression

Place = tuple[int, int]
"""From and to, in characters of a text."""


class Subject(Protocol):
    """What rules check: a text with its translation, or a sentence."""

    @property
    def is_too_long(self) -> bool:
        """Whether most rules would take too long on it, or have nothing to say."""

    @property
    def suppressions(self) -> Sequence[Suppression]:
        """What comments allow here."""


SubjectT = TypeVar("SubjectT", bound=Subject)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found in a subject, before it is a finding with a file and a line."""

    message: str
    hint: str
    level: Level | None = None
    """That of the rule, unless this one is graver or less grave than most."""
    source: tuple[Place, ...] = ()
    """Where in the text that was translated, if the subject is a translation."""
    places: tuple[Place, ...] = ()
    """Where in the translation, or in the sentence."""
    raw: bool = False
    """Whether places refer to both texts as their file has them, with their markup."""
    instead: tuple[str, ...] = ()
    """The sentence or sentences to write instead; where the rule knows them."""
    critical_level: Level | None = None
    """Its level where the text is critical; where that is another."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule finds something in, and the same text put right."""

    wrong: str
    right: str
    source: str = ""
    """What both translate; empty where the rule checks sentences."""
    lang: str = ""
    """BCP 47; empty for Spanish where there is a source, else for English."""
    terms: tuple[tuple[str, str], ...] = ()
    """What the glossary has, and how it is said in the language."""
    beside: tuple[tuple[str, str], ...] = ()
    """Other texts of the guide and their translations."""


def _find_nothing(_: object) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[SubjectT]):
    """One rule, with all that its documentation says of it."""

    id: str
    """What it is called in findings and in comments that allow them: `number-values`."""
    summary: str
    """What is wrong where it finds something, in one plain sentence."""
    level: Level
    check: Callable[[SubjectT], Iterable[Draft]] = _find_nothing
    check_all: Callable[[Sequence[SubjectT]], Iterable[tuple[SubjectT, Draft]]] = _find_nothing
    any_length: bool = False
    """Whether it is for subjects that are too long for other rules, too."""
    can_be_suppressed: bool = True
    explanation: str
    """What it looks for, and what it leaves alone, in a few plain sentences."""
    example: Example | None = None
    """None where no text by itself shows it."""


def define_rule(
    id: str,
    level: Level,
    *,
    wrong: str = "",
    right: str = "",
    source: str = "",
    terms: tuple[tuple[str, str], ...] = (),
    any_length: bool = False,
) -> Callable[[Callable[[SubjectT], Iterable[Draft]]], Rule[SubjectT]]:
    """Make a rule of a function that checks a subject, documented by its docstring.

    The first line is the summary, the paragraph below it the explanation; the rest is an `Example`.
    """

    def define(check: Callable[[SubjectT], Iterable[Draft]]) -> Rule[SubjectT]:
        summary, _, explanation = (getdoc(check) or "").replace("\n", " ").partition("  ")
        return Rule(
            id=id,
            summary=summary,
            level=level,
            check=check,
            any_length=any_length,
            explanation=explanation,
            example=Example(wrong, right, source, terms=terms) if wrong else None,
        )

    return define
