"""Rule negation: what the text denies or forbids, the translation does, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...diagnostics.finding import Level
from ...diagnostics.rule import Draft, Place, define_rule
from ...languages import Language
from .context import Pair
from .denial import Said, compile_cue, count_noes, forbids, has_cue, has_cue_beside
from .long_sentences import is_long
from .polarity import Polarity, compare_poles
from .rephrasing import (
    denies_until_alone,
    denies_without_alone,
    hide_bounds,
    list_senses,
    may_leave_no_out,
    may_put_no_in,
    turns_direction,
)

_LONG = 300
"""Characters: of longer stretches the noes are not counted."""
_ADJOINING = 5
"""Characters: a no that is nearer denies the word, in most languages."""


@define_rule(
    "negation",
    "warning",
    source="Do not eat before the test.",
    wrong="Coma antes de la prueba.",
    right="No coma antes de la prueba.",
)
def check(pair: Pair) -> Iterator[Draft]:
    """A negation was lost or added.

    A sentence that denies or forbids something, and whose translation does not, or the other
    way round. What one language says with a no and another without, such as *unless* or
    *avoid*, counts for neither, but has to be said. In a critical text a no that is lost or added
    is an error; in a long sentence of another, one that is added is only worth a look, unless it
    forbids what the text allows.
    """
    languages = pair.facts.source_language, pair.language
    known = all(language.table("checks", "negation") for language in languages)
    # What was not translated at all is another rule's.
    known = known and pair.source.text != pair.target.text
    for texts, starts in pair.sentences if known else ():
        polarity = compare_poles(*texts, languages)
        plain = hide_bounds(tuple(map(_keep_idioms, texts, polarity.plain, languages)), languages)
        said = tuple(zip(plain, languages, strict=True))
        written = tuple(zip(texts, languages, strict=True))
        before, after = (_measure_strength(*each) for each in said)
        says_opposite = polarity.turned or (polarity.is_mixed and _measure_strength(*written[1]))
        if not says_opposite and (
            (before == 2 and _has_lost_no(said[0], said[1], after))
            or (after < 2 and _denies_word_alone(said[0], said[1], polarity.alike))
            or _has_lost_reminder(*written)
            or (before == 2 and _has_no_become_reminder(*written))
        ):
            places = _find_negation(*said[0], starts[0])
            hint = "See that the translation says no where the text does."
            message = "a negation is missing in the translation"
            yield Draft(message, hint, None, places, critical_level="error")
        elif _has_lost_without(*written) or (not says_opposite and _has_lost_one(*said)):
            hint = "See that the translation says no as often as the text does."
            places = _find_negation(*said[0], starts[0])
            yield Draft("one of two negations is missing in the translation", hint, None, places)
        elif says_opposite:
            continue
        elif forbids(*said[0]) and not _says_no(*said[1]):
            hint = "See that the translation forbids what the text does."
            yield Draft("a word that forbids is missing in the translation", hint)
        elif (
            (before == 0 and (after == 2 or has_cue(said[1], "forbids", "lacks")))
            or (after and _denies_more(polarity, after, *said, *written))
        ) and not may_put_no_in(*said):
            yield _report_added_no(_find_negation(*said[1], starts[1]), *written)


def _denies_more(
    polarity: Polarity,
    strength: int,
    text: Said,
    translation: Said,
    original: Said,
    written: Said,
) -> bool:
    """Whether a translation that says no so strongly denies more than its text, which may say a no
    itself.
    """
    says_no = strength == 2
    return (
        (says_no and _has_lost_excuse(original, written))
        or (says_no and _denies_beyond_excuses(text, translation))
        or _denies_word_alone(translation, text, [(b, a) for a, b in polarity.alike])
    )


def _report_added_no(places: tuple[Place, ...], text: Said, translation: Said) -> Draft:
    hint = "See that the translation says no only where the text does."
    message = "there is a negation that the text has not"
    level: Level | None = "info" if _may_be_other_words(text, translation) else None
    return Draft(message, hint, level, places=places, critical_level="error")


def _may_be_other_words(text: Said, translation: Said) -> bool:
    """Whether a no that was added may only say something otherwise: in a long sentence, where what
    may or must be done was not forbidden.
    """
    forbidden = "must_not" in list_senses(translation, "modals")
    orders = list_senses(text, "modals") & {"may", "must", "need_not"}
    return is_long(text[0]) and not (forbidden and orders)


def _has_lost_no(text: Said, translation: Said, strength: int) -> bool:
    """Whether a translation that says no so strongly does not deny what its text denies."""
    if strength == 0 and not may_leave_no_out(text, translation):
        return True
    says_alike = _says_only_alike(text, translation) or denies_until_alone(text, translation)
    if strength == 1 and says_alike:
        return True
    return denies_without_alone(text, translation)


def _keep_idioms(text: str, plain: str, language: Language) -> str:
    """A text with words of concepts filled up, but for those within an idiom: no earlier than."""
    for found in compile_cue(language, "idioms").finditer(text):
        first, last = found.span()
        ends = plain[first : first + 1] + plain[last - 1 : last]
        if ends == found[0][:1] + found[0][-1:]:
            plain = plain[:first] + found[0] + plain[last:]
    return plain


def _has_lost_reminder(text: Said, translation: Said) -> bool:
    """Whether a text asks not to forget, and its translation to forget."""
    if not (has_cue(text, "forget") and has_cue(translation, "forget")):
        return False
    rests = _blank(text, "idioms"), _blank(translation, "idioms")
    forgets = [has_cue(rest, "forget") for rest in rests]
    return forgets == [False, True] and not has_cue(rests[1], "strong")


def _has_lost_excuse(text: Said, translation: Said) -> bool:
    """Whether what might excuse a no that was added does not: ill, or do not forget."""
    return _says_nothing_but_ill(text, translation) or _has_reminder_become_no(text, translation)


def _denies_beyond_excuses(text: Said, translation: Said) -> bool:
    """Whether a translation has more noes than its text, and than the text has words that may say
    one: of stop and no more one is a no, and not of remove and do not remove, too.
    """
    weak = _count(text, "weak")
    if not weak or has_cue(text, "idioms", "but", "only") or len(text[0]) > _LONG:
        return False
    rest = _blank(_blank(translation, "idioms"), "nor")
    more = count_noes(*rest) - count_noes(*text)
    if has_cue(text, "strong"):
        return more > 0 and _count(translation, "weak") >= weak
    return more > weak


def _has_no_become_reminder(text: Said, translation: Said) -> bool:
    """Whether a text denies what is to be done, and its translation asks not to forget it."""
    if has_cue(text, "forget", "weak", "forbids", "but", "only") or not has_cue(
        translation, "forget"
    ):
        return False
    rest = _blank(translation, "idioms")
    return not has_cue(rest, "forget", "strong", "weak", "forbids")


def _has_reminder_become_no(text: Said, translation: Said) -> bool:
    """Whether a text only asks not to forget, and its translation denies what is to be done."""
    if not has_cue(text, "forget") or has_cue(translation, "forget"):
        return False
    rest = _blank(text, "idioms")
    if not has_cue(text, "idioms") or has_cue(rest, "forget") or count_noes(*rest):
        return False
    return count_noes(*translation) == 1 and not has_cue(translation, "weak", "idioms", "without")


def _says_nothing_but_ill(text: Said, translation: Said) -> bool:
    """Whether only a word such as ill would excuse a no, and the translation has that word, too."""
    if not (has_cue(text, "ill") and has_cue(translation, "ill")):
        return False
    return _measure_strength(*_blank(text, "ill")) == 0


def _has_lost_without(text: Said, translation: Said) -> bool:
    """Whether a text says no twice, once with without, and its translation only once."""
    if not has_cue(text, "without") or _count(text, "strong") < 2:
        return False
    if _count(translation, "strong") != 1:
        return False
    if not has_cue(translation, "without"):
        return not has_cue(translation, "weak")
    rest = _blank(translation, "without")
    return not has_cue(text, "idioms") and not has_cue(
        rest, "strong", "weak", "idioms", "forbids", "only", "but"
    )


def _blank(text: Said, cue: str) -> Said:
    """A text with a space for each word of a kind."""
    return compile_cue(text[1], cue).sub(" ", text[0]), text[1]


def _has_lost_one(text: Said, translation: Said) -> bool:
    """Whether a text says no or avoid in two clauses or more, and its translation once less, with
    nothing that may say no in its place.
    """
    count = count_noes(*text) + _count(text, "forbids")
    if count < 2 or len(text[0]) > _LONG or has_cue(text, "idioms", "but", "only"):
        return False
    # Noes beside each other are counted, too: many a language says no twice.
    has_own = translation[1].table("checks", "negation").get("counted")
    left = _count(translation, "counted" if has_own else "strong")
    left += _count(translation, "forbids")
    if has_cue(text, "without"):
        translation = _blank(translation, "without")
    if has_own:
        translation = _blank(translation, "strong")
    return left == count - 1 and not has_cue(translation, "weak", "idioms", "but", "only")


def _count(text: Said, cue: str) -> int:
    return sum(1 for _ in compile_cue(text[1], cue).finditer(text[0]))


def _denies_word_alone(text: Said, other: Said, alike: Sequence[tuple[Place, Place]]) -> bool:
    """Whether a no stands just before a word of a text that the other text has, too, with nothing
    near it that may say no; whatever else that other text has.
    """
    if not alike or count_noes(*text) != 1 or has_cue(text, "but"):
        return False
    if _has_idiom_beyond(text, [place for place, _ in alike]):
        return False
    if turns_direction(text, other):
        return False
    if has_cue(other, "strong", "forbids", "but", "idioms"):
        return False
    if has_cue(other, "only") and not has_cue(text, "only"):
        return False
    says_weakly = _count(text, "weak") >= _count(other, "weak")
    return any(
        has_cue_beside(*text, place, "strong", _ADJOINING)
        and (says_weakly or not has_cue_beside(*other, across, "weak"))
        for place, across in alike
    )


def _has_idiom_beyond(text: Said, places: Sequence[Place]) -> bool:
    """Whether a text has an idiom that says more than a no before one of some words: not dangerous
    is one for safe, and yet denies dangerous.
    """
    no = compile_cue(text[1], "strong")
    return any(
        not no.match(text[0], found.start())
        or not any(found.start() < first < found.end() <= last for first, last in places)
        for found in compile_cue(text[1], "idioms").finditer(text[0])
    )


def _measure_strength(text: str, language: Language) -> int:
    """2 where a text says no, 1 where it may, 0 where it does not."""
    plain, idioms = compile_cue(language, "idioms").subn(" ", text)
    count = sum(1 for _ in compile_cue(language, "strong").finditer(plain))
    double = language.table("checks", "negation").get("double", False)
    if count and not (double and count % 2 == 0):
        return 2
    return 1 if idioms or count or compile_cue(language, "weak").search(text) else 0


def _says_only_alike(text: Said, translation: Said) -> bool:
    """Whether both say only, so that it is no no of the translation, and nothing else is one."""
    if not all(has_cue(each, "only") for each in (text, translation)):
        return False
    # Of nothing but, the no is a part of only.
    if _measure_strength(*_blank(text, "only")) < 2:
        return False
    rest = _blank(translation, "only")
    if may_leave_no_out(text, rest) or _measure_strength(*rest):
        return False
    return not has_cue(rest, "forbids", "but")


def _says_no(text: str, language: Language) -> bool:
    """Whether a text says no in any way, strong or weak."""
    return has_cue((text, language), "strong", "weak", "forbids")


def _find_negation(sentence: str, language: Language, start: int) -> tuple[Place, ...]:
    found = compile_cue(language, "strong").search(sentence)
    return ((start + found.start(), start + found.end()),) if found else ()
