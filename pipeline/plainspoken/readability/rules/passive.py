"""passive: a sentence that hides who acts, or names them last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...languages import load
from .clauses import grammar
from .model import Draft, Text, draft_at

_FAR = 4
"""Words within which the doer follows a participle."""


def check(text: Text) -> Iterator[Draft]:
    """Remark on each passive: more gravely where the doer comes last or the sentence is long."""
    if "passive" not in text.facts.writing:
        return
    verbs = text.facts.listed("be", "passive") | text.facts.listed("get", "passive")
    start = 0
    for place in [place for place, word in enumerate(text.lower) if word in verbs]:
        last = _participle_of(text, place) if place >= start else -1
        if last < 0:
            continue
        start = last + 1
        doer = _doer(text, last)
        shown = text.shown(place, doer if doer >= 0 else last)
        long = len(text.lower) > text.facts.limit
        if doer >= 0:
            message = f"“{shown}” names who acts only at the end"
            yield draft_at(text, place, doer, message, "Begin with who acts.")
        else:
            message = f"“{shown}” does not tell who acts"
            hint = "Say who acts, if the reader needs to know."
            yield draft_at(text, place, last, message, hint, "warning" if long else "info")


def _participle_of(text: Text, place: int) -> int:
    """The place of the participle of a passive that begins at a verb; -1 where none does."""
    facts, lower = text.facts, text.lower
    be = facts.listed("be", "passive")
    if place and lower[place - 1] in facts.listed("never-after", "passive"):
        return -1
    at = place + 1
    between = facts.listed("between", "passive")
    asked = text.text.rstrip().endswith("?")
    while at < len(lower) and text.gap(at - 1).isspace():
        if (
            lower[at] in be
            or lower[at] in between
            or _adverb(facts.lang).search(lower[at])
            or (asked and at == place + 1 and lower[at] in grammar(facts.lang).subjects)
        ):
            at += 1
        else:
            break
    if at == len(lower) or not text.joined(place, at) or not _is_participle(text, at):
        return -1
    return -1 if _is_state(text, place, at) else at


def _is_participle(text: Text, place: int) -> bool:
    word, facts = text.lower[place], text.facts
    if text.unit.words[place].known or word in facts.listed("states", "passive"):
        return False
    irregular = facts.listed("irregular", "passive")
    return word in irregular or bool(_participle(facts.lang).search(word))


def _is_state(text: Text, verb: int, place: int) -> bool:
    """Whether a participle names something, describes a noun, or tells what one is like."""
    lower, facts = text.lower, text.facts
    if place + 1 == len(lower) or text.gap(place).strip(" “«\"'"):
        return False
    word, after, by = lower[place], lower[place + 1], grammar(facts.lang)
    if word in facts.listed("naming", "passive") and after not in by.small:
        return True
    if facts.writing["passive"].get("before-nouns") and word not in facts.listed(
        "giving", "passive"
    ):
        noun = after.endswith("s") and after not in by.small | by.finite | by.determiners
        if noun:
            return True
    if [word, after] in facts.writing["passive"].get("accustomed", []):
        person = verb > 0 and lower[verb - 1] in facts.listed("persons", "passive")
        following = lower[place + 2] if place + 2 < len(lower) else ""
        thing = following in by.determiners | by.subjects or following.endswith("ing")
        return person or thing or lower[verb] in facts.listed("get", "passive")
    return False


def _doer(text: Text, participle: int) -> int:
    """The place of the last word of `by the nurse`; -1 where no doer follows."""
    lower, facts, by = text.lower, text.facts, grammar(text.facts.lang)
    for place in range(participle + 1, min(participle + 1 + _FAR, len(lower) - 1)):
        if not text.joined(participle, place):
            return -1
        if lower[place] not in facts.listed("by", "passive"):
            continue
        doer = place + 1
        while doer + 1 < len(lower) and lower[doer] in by.determiners:
            doer += 1
        if _acts(text, doer) and text.joined(place, doer):
            return _end_of_noun(text, doer)
    return -1


def _acts(text: Text, place: int) -> bool:
    """Whether a word after `by` may be somebody: no means, no time, no number."""
    word, facts = text.lower[place], text.facts
    means = word in facts.listed("not-doers", "passive") or word.endswith("ing")
    return not (means or word[0].isdigit() or word in facts.listed("number-words"))


def _end_of_noun(text: Text, place: int) -> int:
    """The last of the words that seem to be one noun with its adjectives."""
    by, last = grammar(text.facts.lang), place
    while last + 1 < len(text.lower) and last < place + 2 and text.gap(last).isspace():
        if text.lower[last + 1] in by.small | by.finite | by.determiners | by.subjects:
            break
        last += 1
    return last


@cache
def _participle(lang: str) -> re.Pattern[str]:
    return re.compile(load(lang).writing["passive"]["participle"])


@cache
def _adverb(lang: str) -> re.Pattern[str]:
    return re.compile(load(lang).writing["passive"]["adverb"])
