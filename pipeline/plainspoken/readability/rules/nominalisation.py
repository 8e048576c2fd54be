"""Rule nominalisation: an action that stands as a noun: `make a decision` for `decide`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ...diagnostics.rule import Draft, define_rule
from ...languages import Language
from .model import Text, make_draft
from .phrases import Hit, Index, find_phrases, index_phrases, leave_quoted
from .rewriting import choose_form, list_forms, replace_words

_Options = Mapping[str, str]


@define_rule("nominalisation", "warning", wrong="Make a decision today.", right="Decide today.")
@leave_quoted
def check(text: Text) -> Iterator[Draft]:
    """An action stands as a noun where a verb would be plainer.

    A verb that says little, such as *make* or *perform*, with a noun that holds the action.
    """
    if "nominal" not in text.facts.writing:
        return
    ending, spared = (
        text.facts.pattern("ending", "nominal"),
        text.facts.word_list("spared", "nominal"),
    )
    for hit in find_phrases(text, _index_verbs(text.facts.language)):
        noun = _find_noun(text, hit)
        if noun is None or text.unit.words[noun].known:
            continue
        word = text.lower[noun]
        entry = _list_nouns(text.facts.language).get(word, {})
        phrase = text.quote(hit.first, noun)
        if entry:
            message = f"“{phrase}” tells an action as a thing; “{entry['verb']}” is shorter"
            hint, instead = f"Write “{entry['verb']}”.", _rewrite(text, hit, noun, entry)
            yield make_draft(text, hit.first, noun, message, hint, instead=instead)
        elif hit.value["heavy"] and ending.search(word) and word not in spared:
            message = f"“{phrase}” tells an action as a thing"
            yield make_draft(text, hit.first, noun, message, "Say it with a verb alone.")


def _find_noun(text: Text, hit: Hit[_Options]) -> int | None:
    """The place of the noun after a verb and its article, of a heavy one also an adjective."""
    nouns = _list_nouns(text.facts.language)
    ending = text.facts.pattern("ending", "nominal")
    place = hit.last + 1
    if place < len(text.lower) and text.has_role(place, "determiners"):
        place += 1
    adjectives = 1 if hit.value["heavy"] else 0
    for at in range(place, min(place + 1 + adjectives, len(text.lower))):
        if not text.is_joined(hit.last, at) or text.has_role(at, "small"):
            return None
        if text.lower[at] in nouns or (hit.value["heavy"] and ending.search(text.lower[at])):
            return at
    return None


def _rewrite(
    text: Text, hit: Hit[_Options], noun: int, entry: Mapping[str, str]
) -> tuple[str, ...]:
    articles = text.facts.word_list("articles", "nominal")
    if not articles.issuperset(text.lower[hit.last + 1 : noun]):
        return ()
    follows = text.follower(noun) or "."  # where the clause ends
    if follows not in entry["before"]:
        return ()
    forms = {"": entry["verb"], **list_forms(entry["verb"], text.facts.language)}
    options = {name: forms.get(name, "") for name in hit.value if name != "heavy"}
    verb = choose_form(options, text, hit.first)
    drops = follows in text.facts.word_list("of", "nominal")
    return replace_words(text, hit.first, noun + drops, verb) if verb else ()


@cache
def _index_verbs(language: Language) -> Index[_Options]:
    """Every form of every light verb: the names of that form, and whether it is a heavy one."""
    found: dict[str, dict[str, str]] = {}
    table = language.writing["nominal"]
    for kind in ("light", "heavy"):
        for verb in table[kind]:
            for name, form in {"": verb, **list_forms(verb, language)}.items():
                found.setdefault(form, {"heavy": "yes" if kind == "heavy" else ""})[name] = form
    return index_phrases(found.items())


@cache
def _list_nouns(language: Language) -> dict[str, Mapping[str, str]]:
    many = language.writing["nominal"]["many"]
    nouns: Mapping[str, Mapping[str, str]] = language.writing["nominal"]["nouns"]
    plurals = {list_forms(noun, language).get(many, ""): entry for noun, entry in nouns.items()}
    return {**plurals, **nouns}
