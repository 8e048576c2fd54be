"""Replace words of a sentence by others, in the same form, and keep its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from ...languages import Language
from ..tokens import HYPHEN, Word, normalize, split_words
from .model import Facts, Text, word_list

_FACT_SIGNS = re.compile(r"[%°‰µμ٪<>≤≥±+=]")


def list_forms(phrase: str, language: Language) -> dict[str, str]:
    """The forms of a word by their names; of a phrase, where its first word is a verb."""
    head, space, rest = phrase.partition(" ")
    if space and head not in word_list(language, "verbs"):
        return {}
    irregular = language.writing.get("irregular", {}).get(head, {})
    forms = {
        name: irregular[name] if name in irregular else _inflect(head, endings)
        for name, endings in _read_inflection(language).items()
    }
    return {name: form + space + rest for name, form in forms.items() if form}


@cache
def _read_inflection(language: Language) -> Mapping[str, Sequence[tuple[re.Pattern[str], str]]]:
    """The endings of each form, and what they become."""
    return {
        name: [(re.compile(ending), other) for ending, other in endings]
        for name, endings in language.writing.get("inflection", {}).items()
    }


def _inflect(word: str, endings: Sequence[tuple[re.Pattern[str], str]]) -> str:
    for ending, other in endings:
        form, count = ending.subn(other, word, count=1)
        if count:
            return form
    return ""


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


def replace_words(text: Text, first: int, last: int, words: str) -> tuple[str, ...]:
    """The sentence with some words replaced, or nothing if unsure; capital and article fit."""
    old = text.quote(first, last)
    if old.isupper() and len(old) > 1:
        return ()
    new = capitalize(words) if old[0].isupper() else words
    before = text.text[: text.unit.words[first].begin]
    table = text.facts.writing.get("articles", {})
    previous = text.lower[first - 1] if first else ""
    if previous in table.get("all", ()):
        if words.partition(" ")[0] in table.get("never-after", ()):
            return ()
        before = _fit_article(before, previous, words, table.get("by-sound", ()))
    return (before + new + text.text[text.unit.words[last].end :],)


def capitalize(text: str) -> str:
    """A text whose first letter is a capital."""
    return text[:1].upper() + text[1:]


def _fit_article(before: str, previous: str, words: str, rules: list[list[str]]) -> str:
    articles = [article for _, article in rules]
    if previous not in articles:
        return before
    article = next((article for sound, article in rules if re.match(sound, words)), previous)
    at = len(before.rstrip()) - len(previous)
    written = before[at : at + len(previous)]
    fitted = capitalize(article) if written[0].isupper() else article
    return before[:at] + fitted + before[at + len(previous) :]


def has_same_facts(text: str, instead: str, facts: Facts) -> bool:
    """Whether a suggestion leaves numbers, units, names and negations as they are, in order.

    Where in doubt it does not: a suggestion that is not shown harms nobody.
    """
    text, instead = _drop_neutral(text, facts), _drop_neutral(instead, facts)
    words = split_words(text)
    kept = _list_fact_words(facts) | _find_names(text, words)
    return _list_facts(text, words, kept) == _list_facts(instead, split_words(instead), kept)


def _drop_neutral(text: str, facts: Facts) -> str:
    text = normalize(text)
    for phrase in facts.word_list("neutral"):
        text = text.replace(phrase, "")
    return text


def _list_facts(text: str, words: Sequence[Word], kept: frozenset[str]) -> list[str]:
    lower = (word.text.lower().replace("’", "'") for word in words)
    parts = (part for word in lower for part in {word: None, **dict.fromkeys(HYPHEN.split(word))})
    found = [part for part in parts if part in kept or any(map(str.isnumeric, part))]
    return [*found, *_FACT_SIGNS.findall(text)]


def _find_names(text: str, words: Sequence[Word]) -> frozenset[str]:
    """Words with a capital that is not a sentence's first: names, in small letters."""
    return frozenset(
        word.text.lower().replace("’", "'")
        for word in words
        if any(map(str.isupper, word.text[1:]))
        or (word.text[0].isupper() and text[: word.begin].rstrip()[-1:].isalnum())
    )


@lru_cache(maxsize=16)
def _list_fact_words(facts: Facts) -> frozenset[str]:
    lists = ("units", "negations", "number-words")
    return facts.names.union(*(facts.word_list(name) for name in lists))
