"""Inflect words, by a language's rules and exceptions.

The tables are `[writing.inflection]` and `[writing.irregular]` of the language's data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ...languages import Language
from .model import Text, word_list

_Rule = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Inflection:
    """How words of a language change."""

    rules: Mapping[str, tuple[_Rule, ...]]
    irregular: Mapping[str, Mapping[str, str]]
    verbs: frozenset[str]
    """Words that may be inflected at the head of a phrase: `find` in `find out`."""

    def forms(self, phrase: str) -> dict[str, str]:
        """The forms of a word by their names; of a phrase, where its first word is a verb."""
        head, space, rest = phrase.partition(" ")
        if space and head not in self.verbs:
            return {}
        made = {name: made for name in self.rules if (made := self._inflect(head, name))}
        return {name: form + space + rest for name, form in made.items()}

    def _inflect(self, word: str, name: str) -> str:
        irregular = self.irregular.get(word, {})
        if name in irregular:
            return irregular[name]
        for ending, other in self.rules[name]:
            made, count = ending.subn(other, word, count=1)
            if count:
                return made
        return ""


@cache
def load_inflection(language: Language) -> Inflection:
    """How words of the guide's language change; not at all where its data do not say."""
    rules = {
        name: tuple((re.compile(ending), other) for ending, other in rules)
        for name, rules in language.writing.get("inflection", {}).items()
    }
    return Inflection(rules, language.writing.get("irregular", {}), word_list(language, "verbs"))


def pair_forms(hard: str, easy: str, by: Inflection) -> Iterator[tuple[str, str, str]]:
    """Each form of a word, its name, and the same form of another; itself first, unnamed."""
    yield hard, "", easy
    if " " in hard and hard.partition(" ")[0] not in by.verbs:
        return
    others = by.forms(easy)
    for name, form in by.forms(hard).items():
        if form != hard:
            yield form, name, others.get(name, "")


def choose_form(options: Mapping[str, str], text: Text, place: int) -> str:
    """Of the forms that a word could stand for, the one that fits there; none if unsure."""
    different = set(options.values())
    if len(different) == 1:
        return different.pop()
    before = text.lower[max(place - 2, 0) : place]
    if text.facts.word_list("participle-after").intersection(before):
        return options.get("participle", "")
    if place and text.lower[place - 1] in text.facts.word_list("subjects", "clause"):
        return options.get("past", "")
    return ""
