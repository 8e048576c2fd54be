"""nominalisation: an action that is told as a thing: `make a decision` for `decide`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ...languages import load
from .clauses import grammar
from .inflection import fitting, inflection
from .model import Draft, Facts, Text, draft_at
from .phrases import Hit, Index, find, index
from .rewriting import with_words

_Options = Mapping[str, str]


def check(text: Text) -> Iterator[Draft]:
    """Remark on a light verb with a noun that holds the action."""
    if "nominal" not in text.facts.writing:
        return
    for hit in find(text, _verbs(text.facts.lang)):
        noun = _noun(text, hit)
        if noun < 0 or text.unit.words[noun].known:
            continue
        entry = _nouns(text.facts.lang).get(text.lower[noun], {})
        shown = text.shown(hit.first, noun)
        if entry:
            message = f"“{shown}” tells an action as a thing; “{entry['verb']}” is shorter"
            yield draft_at(
                text, hit.first, noun, message, f"Write “{entry['verb']}”.",
                instead=_instead(text, hit, noun, entry),
            )  # fmt: skip
        elif hit.said["heavy"] and _holds_action(text.lower[noun], text.facts):
            message = f"“{shown}” tells an action as a thing"
            yield draft_at(text, hit.first, noun, message, "Say it with a verb alone.")


def _holds_action(noun: str, facts: Facts) -> bool:
    """Whether a noun ends as those do that tell an action, and is no everyday word."""
    spared = facts.listed("spared", "nominal")
    return noun not in spared and bool(_ending(facts.lang).search(noun))


def _noun(text: Text, hit: Hit[_Options]) -> int:
    """The place of the noun after a verb and its article, of a heavy one also an adjective; -1."""
    by, nouns, ending = grammar(text.facts.lang), _nouns(text.facts.lang), _ending(text.facts.lang)
    place = hit.last + 1
    if place < len(text.lower) and text.lower[place] in by.determiners:
        place += 1
    adjectives = 1 if hit.said["heavy"] else 0
    for at in range(place, min(place + 1 + adjectives, len(text.lower))):
        if not text.joined(hit.last, at) or text.lower[at] in by.small:
            return -1
        if text.lower[at] in nouns or (hit.said["heavy"] and ending.search(text.lower[at])):
            return at
    return -1


def _instead(
    text: Text, hit: Hit[_Options], noun: int, entry: Mapping[str, str]
) -> tuple[str, ...]:
    """The sentence with the verb alone, where nothing but an article is lost."""
    articles = text.facts.listed("articles", "nominal")
    if not articles.issuperset(text.lower[hit.last + 1 : noun]):
        return ()
    follows = _following(text, noun)
    if follows not in entry["before"]:
        return ()
    forms = {"": entry["verb"], **inflection(text.facts.lang).forms(entry["verb"])}
    options = {name: forms.get(name, "") for name in hit.said if name != "heavy"}
    verb = fitting(options, text, hit.first)
    drops = follows in text.facts.listed("of", "nominal")
    return with_words(text, hit.first, noun + drops, verb) if verb else ()


def _following(text: Text, noun: int) -> str:
    """The word after the noun; a full stop where the clause ends."""
    return (
        text.lower[noun + 1] if noun + 1 < len(text.lower) and text.joined(noun, noun + 1) else "."
    )


@cache
def _verbs(lang: str) -> Index[_Options]:
    """Every form of every light verb: the names of that form, and whether it is a heavy one."""
    by = inflection(lang)
    found: dict[str, dict[str, str]] = {}
    table = load(lang).writing["nominal"]
    for kind in ("light", "heavy"):
        for verb in table[kind]:
            for name, form in {"": verb, **by.forms(verb)}.items():
                found.setdefault(form, {"heavy": "yes" if kind == "heavy" else ""})[name] = form
    return index(found.items())


@cache
def _nouns(lang: str) -> dict[str, Mapping[str, str]]:
    """The nouns that have a verb, one and many."""
    by = inflection(lang)
    many = load(lang).writing["nominal"]["many"]
    nouns: Mapping[str, Mapping[str, str]] = load(lang).writing["nominal"]["nouns"]
    plurals = {by.forms(noun).get(many, ""): entry for noun, entry in nouns.items()}
    return {**plurals, **nouns}


@cache
def _ending(lang: str) -> re.Pattern[str]:
    return re.compile(load(lang).writing["nominal"]["ending"])
