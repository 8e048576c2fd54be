"""Rule passive: a sentence that hides who acts, or names them last."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.rule import Draft, define_rule
from .model import Text, make_draft
from .phrases import leave_quoted

_FAR = 4
"""Words within which the doer follows a participle."""


@define_rule(
    "passive",
    "warning",
    wrong="The dose is checked by the nurse.",
    right="The nurse checks the dose.",
)
@leave_quoted
def check(text: Text) -> Iterator[Draft]:
    """A sentence does not say who acts.

    Verbs in the passive voice. Where the sentence is short and does not name who acts, it is
    only a note. Quotations, and participles that say what something is like, are left alone.
    """
    if "passive" not in text.facts.writing:
        return
    verbs = _list_verbs(text)
    start = 0
    for place in [place for place, word in enumerate(text.lower) if word in verbs]:
        last = _find_participle(text, place) if place >= start else None
        if last is None:
            continue
        start = last + 1
        doer = _find_doer(text, last)
        phrase = text.quote(place, last if doer is None else doer)
        long = len(text.lower) > text.facts.limit
        if doer is not None:
            message = f"“{phrase}” names who acts only at the end"
            yield make_draft(text, place, doer, message, "Begin with who acts.")
        else:
            message = f"“{phrase}” does not tell who acts"
            hint = "Say who acts, if the reader needs to know."
            yield make_draft(text, place, last, message, hint, None if long else "info")


def _list_verbs(text: Text) -> frozenset[str]:
    """The forms of the verbs that a passive begins with."""
    return text.facts.word_list("be", "passive") | text.facts.word_list("get", "passive")


def _find_participle(text: Text, place: int) -> int | None:
    """The place of the participle of a passive that begins at a verb; None where none does."""
    facts, lower = text.facts, text.lower
    if place and lower[place - 1] in facts.word_list("never-after", "passive"):
        return None
    between = facts.word_list("be", "passive") | facts.word_list("between", "passive")
    adverb, is_question = facts.pattern("adverb", "passive"), text.text.rstrip().endswith("?")
    at = place + 1
    while word := text.follower(at - 1):
        is_subject = is_question and at == place + 1 and text.has_role(at, "subjects")
        if not (is_subject or word in between or adverb.search(word)):
            break
        at += 1
    if at == len(lower) or not text.is_joined(place, at) or not _is_participle(text, at):
        return None
    return None if _is_state(text, place, at) else at


def _is_participle(text: Text, place: int) -> bool:
    word, facts = text.lower[place], text.facts
    if text.unit.words[place].known or word in facts.word_list("states", "passive"):
        return False
    irregular = facts.word_list("irregular", "passive")
    return word in irregular or bool(facts.pattern("participle", "passive").search(word))


def _is_state(text: Text, verb: int, place: int) -> bool:
    """Whether a participle names something, describes a noun, or says what one is like."""
    lower, facts = text.lower, text.facts
    if place + 1 == len(lower) or text.gap(place).strip(" “«\"'"):
        return False
    word, after = lower[place], lower[place + 1]
    if word in facts.word_list("naming", "passive") and after not in facts.clause_words("small"):
        return True
    is_many = facts.has_ending(after, "many", "clause")
    if facts.writing["passive"].get("before-nouns") and is_many:
        is_giving = word in facts.word_list("giving", "passive")
        if not is_giving and not text.has_role(place + 1, "small", "finite", "determiners"):
            return True
    if [word, after] in facts.writing["passive"].get("accustomed", []):
        person = verb > 0 and lower[verb - 1] in facts.word_list("persons", "passive")
        following = lower[place + 2] if place + 2 < len(lower) else ""
        thing = following in facts.clause_words("determiners", "subjects")
        action = facts.has_ending(following, "gerunds", "passive")
        return person or thing or action or lower[verb] in facts.word_list("get", "passive")
    return False


def _find_doer(text: Text, participle: int) -> int | None:
    lower, facts = text.lower, text.facts
    for place in range(participle + 1, min(participle + 1 + _FAR, len(lower) - 1)):
        if lower[place] in _list_verbs(text) or not text.is_joined(participle, place):
            return None
        if lower[place] not in facts.word_list("by", "passive"):
            continue
        doer = place + 1
        while doer + 1 < len(lower) and text.has_role(doer, "determiners"):
            doer += 1
        if _may_act(text, doer) and text.is_joined(place, doer):
            return _find_end_of_noun(text, doer)
    return None


def _may_act(text: Text, place: int) -> bool:
    """Whether a word after `by` may be somebody: no means, no time, no number."""
    word, facts = text.lower[place], text.facts
    listed = word in facts.word_list("not-doers", "passive")
    means = listed or facts.has_ending(word, "gerunds", "passive")
    return not (means or word[0].isdigit() or word in facts.word_list("number-words"))


def _find_end_of_noun(text: Text, place: int) -> int:
    last = place
    while last + 1 < len(text.lower) and last < place + 2 and text.gap(last).isspace():
        if text.has_role(last + 1, "small", "finite", "determiners", "subjects"):
            break
        last += 1
    return last
